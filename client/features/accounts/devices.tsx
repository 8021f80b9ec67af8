import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatInstant } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Mark } from '#client/ui/note.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useToast } from '#client/ui/toast.tsx'
import { endOtherSignIns, endSignIn, signInsQuery, type SignIn } from './queries.ts'
import { useRefusalWords } from './refusals.ts'
import './accounts.css'

/** Every device on which one is signed in, and the way to end it there. */
export function Devices() {
  const t = useWords()
  const language = useLanguage()
  const toast = useToast()
  const client = useQueryClient()
  const wordsOf = useRefusalWords()
  const signIns = useQuery(signInsQuery)
  const hooks = {
    onSuccess: () => {
      toast({ text: t('accounts.me.ended') })
      return client.invalidateQueries({ queryKey: signInsQuery.queryKey })
    },
    onError: (error: Error) => toast({ text: wordsOf(error), tone: 'window' as const }),
  }
  const end = useSave((id: string) => endSignIn(id), hooks)
  const endOthers = useSave(() => endOtherSignIns(), hooks)
  const nameOf = ({ device }: SignIn) => `${t(`accounts.systems.${device.system}`)}, ${t(`accounts.browsers.${device.browser}`)}`
  if (signIns.isPending) return <Loading lines={3} />
  if (signIns.isError) return <Failure error={signIns.error} retry={() => void signIns.refetch()} />
  return (
    <Card heading={t('accounts.me.devices')}>
      <ul className="plain role-list">
        {signIns.data.signIns.map((one) => (
          <li key={one.id}>
            <strong>{nameOf(one)}</strong>
            <span className="quiet">
              {t('accounts.me.lastUsed', { when: formatInstant(Date.parse(one.lastUsed), language) })}
            </span>
            {one.isThis ? (
              <Mark tone="yard">{t('accounts.me.this')}</Mark>
            ) : (
              <Button look="quiet" onClick={() => end.mutate(one.id)}>
                {t('accounts.me.end')}
                <span className="visually-hidden">: {nameOf(one)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {signIns.data.signIns.length > 1 && (
        <Button onClick={() => endOthers.mutate(undefined)}>{t('accounts.me.endOthers')}</Button>
      )}
    </Card>
  )
}

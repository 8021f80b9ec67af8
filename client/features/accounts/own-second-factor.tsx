import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { PasswordGate } from './password-gate.tsx'
import { dropSecondFactor, newBackupCodes } from './queries.ts'
import './accounts.css'

/** Whether the second step is on; new backup codes, and another telephone. */
export function OwnSecondFactor({ isOn, hasPassword }: { readonly isOn: boolean; readonly hasPassword: boolean }) {
  const t = useWords()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'drop' | 'codes' | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const close = () => {
    setAsked(null)
    setCodes(null)
  }
  return (
    <Card heading={t('accounts.me.factor')}>
      <p>{t(isOn ? 'accounts.me.factorOn' : 'accounts.me.factorOff')}</p>
      <div className="action-list">
        {isOn ? (
          <>
            <Button onClick={() => setAsked('codes')}>{t('accounts.me.newCodes')}</Button>
            <Button onClick={() => setAsked('drop')}>{t('accounts.me.factorDrop')}</Button>
          </>
        ) : (
          <ButtonLink to={`${panelPages.secondFactor}?next=${panelPages.account}`}>{t('accounts.me.factorSetUp')}</ButtonLink>
        )}
      </div>
      {asked === 'drop' && (
        <Dialog title={t('accounts.me.factorDrop')} size="small" onClose={close}>
          <p>{t('accounts.me.factorDropText')}</p>
          <PasswordGate
            label={t('accounts.me.factorDrop')}
            send={dropSecondFactor}
            optional={!hasPassword}
            onDone={() => {
              close()
              void client.resetQueries({ queryKey: ['panel'] })
            }}
          />
        </Dialog>
      )}
      {asked === 'codes' && (
        <Dialog title={t('accounts.me.newCodes')} size="small" onClose={close}>
          {codes ? (
            <BackupCodes codes={codes} />
          ) : (
            <PasswordGate
              label={t('accounts.me.newCodes')}
              send={newBackupCodes}
              optional={!hasPassword}
              onDone={({ backupCodes }) => setCodes(backupCodes)}
            />
          )}
        </Dialog>
      )}
    </Card>
  )
}

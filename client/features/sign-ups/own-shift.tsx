import { pages } from '#shared/contract/paths.ts'
import type { ManageView } from '#shared/contract/public.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { askStandIn } from './shift-queries.ts'
import { useShiftWords } from './shift-words.ts'

type OwnProps = {
  readonly token: string
  readonly shift: NonNullable<ManageView['shift']>
  readonly canChange: boolean
  readonly isConfirmed: boolean
  readonly isBusy: boolean
  readonly run: (act: () => Promise<void>) => void
}

/** A volunteer's own shift: what they do, what a request waits for, and who might take their place. */
export function OwnShift({ token, shift, canChange, isConfirmed, isBusy, run }: OwnProps) {
  const t = useWords()
  const { missingIn } = useShiftWords()
  const { waitsFor, missing, standIn } = shift
  return (
    <Card heading={t('volunteering.own.what')}>
      <p>
        <b>
          <ForeignText text={shift.name} />
        </b>
      </p>
      {waitsFor !== null && <p>{t(`volunteering.done.${waitsFor}Text`, { what: missingIn(missing) })}</p>}
      {canChange && isConfirmed && standIn !== 'none' && <p>{t(`volunteering.own.${standIn}`)}</p>}
      {canChange && isConfirmed && (
        <>
          <Button aria-disabled={isBusy} onClick={() => run(() => askStandIn(token, standIn === 'none'))}>
            {standIn === 'none' ? t('volunteering.own.standIn') : t('volunteering.own.standInStop')}
          </Button>
          {standIn === 'none' && <p className="quiet">{t('volunteering.own.standInNote')}</p>}
        </>
      )}
      <p>
        <LocalLink to={`${pages.volunteering}#${token}`}>{t('volunteering.own.more')}</LocalLink>
      </p>
    </Card>
  )
}

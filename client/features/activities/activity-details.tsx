import type { ReactNode } from 'react'
import type { Language } from '#shared/contract/kinds.ts'
import type { ActivityView, Text } from '#shared/contract/public.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Row, Rows } from '#client/ui/facts.tsx'
import { ForeignText } from '#client/ui/foreign-text.tsx'

/** Everything else an activity says of itself. What nobody wrote down isn't listed, except where not knowing matters. */
export function ActivityDetails({ activity }: { readonly activity: ActivityView }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      {activity.description && (
        <p className="prose">
          <ForeignText text={activity.description} />
        </p>
      )}
      <Rows>
        {activity.audiences.length > 0 && (
          <Row name={t('activity.audience')}>{activity.audiences.map((one) => t(`audiences.${one}`)).join(', ')}</Row>
        )}
        <TextRow name={t('activity.eligibility')} text={activity.eligibility} />
        <Row name={t('activity.cost')}>
          <Cost cost={activity.cost} />
        </Row>
        <TextRow name={t('activity.bring')} text={activity.bring} />
        <TextRow name={t('activity.meetingPoint')} text={activity.meetingPoint} />
        <TextRow name={t('activity.planB')} text={activity.planB} />
        {activity.host && <Row name={t('activity.host')}>{activity.host}</Row>}
        {activity.languages.length > 0 && <Row name={t('activity.language')}>{languageNames(activity.languages, language)}</Row>}
        {activity.careSeats !== null && (
          <Row name={t('activity.care')}>
            {activity.careSeats === 0 ? t('activity.careNone') : t('activity.careSeats', { count: activity.careSeats })}
          </Row>
        )}
        <Row name={t('activity.access')}>
          <ActivityAccess access={activity.eventAccessibility} />
        </Row>
      </Rows>
    </>
  )
}

function TextRow({ name, text }: { readonly name: ReactNode; readonly text: Text | null }) {
  if (!text) return null
  return (
    <Row name={name}>
      <ForeignText text={text} />
    </Row>
  )
}

function Cost({ cost }: { readonly cost: ActivityView['cost'] }) {
  const t = useWords()
  if (!cost) return <>{t('app.unknown')}</>
  return cost.free ? <>{t('activity.free')}</> : <ForeignText text={cost.text} />
}

function ActivityAccess({ access }: { readonly access: ActivityView['eventAccessibility'] }) {
  const t = useWords()
  return (
    <ul className="plain">
      <li>{t(`activity.signLanguage.${access.signLanguage}`)}</li>
      <li>{t(`activity.easyToRead.${access.easyToRead}`)}</li>
      <li>{t(`activity.inductionLoop.${access.inductionLoop}`)}</li>
    </ul>
  )
}

/** "polski, ukraiński" from language codes, in the reader's language. */
function languageNames(codes: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  return codes.map((code) => names.of(code) ?? code).join(', ')
}

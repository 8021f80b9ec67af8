import { slugOf } from '#shared/contract/kinds.ts'
import type { ActivityView, Text } from '#shared/contract/public.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { placeSpan } from '#shared/time/place.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { warsaw } from '#shared/time/when.ts'
import { ActivityDetails } from '#client/features/activities/activity-details.tsx'
import { Joining } from '#client/features/activities/joining.tsx'
import { SessionRow } from '#client/features/calendar/session-row.tsx'
import type { ActivityValues } from '#client/features/planning/activity-values.ts'
import { useChoices } from '#client/features/planning/choices.ts'
import { spanOfSlot } from '#client/features/planning/moments.ts'
import type { Slot, Texts } from '#client/features/planning/wire.ts'
import { SessionMoment } from '#client/features/sessions/session-moment.tsx'
import type { Language } from '#shared/contract/kinds.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Card } from '#client/ui/card.tsx'
import { Facts } from '#client/ui/facts.tsx'
import '../pages/detail.css'

type PreviewProps = {
  readonly values: ActivityValues
  /** The first date to come, where there is one. */
  readonly next: Slot | null
  /** The schedule in words. */
  readonly rule: string
}

/** What residents will see, made of the very parts of their pages: the line in the agenda, and what the session's page says. */
export function ResidentPreview({ values, next, rule }: PreviewProps) {
  const t = useWords()
  const language = useLanguage()
  const now = useNow()
  const { venues } = useChoices()
  const venue = venues.find(({ id }) => id === values.venueId)
  const room = venue?.rooms.find(({ id }) => id === values.roomId)
  const title = chosen(values.isDiscreet ? values.discreetTitle : values.title, language) ?? {
    text: t('series.preview.noTitle'),
    lang: language,
  }
  const location = [venue?.name, room?.name].filter(Boolean).join(', ') || (chosen(values.meetingPoint, language)?.text ?? null)
  if (values.isDiscreet && !values.discreetListed)
    return (
      <Card heading={t('series.preview.title')}>
        <p className="quiet">{t('series.preview.hidden')}</p>
      </Card>
    )
  const when = next ? placeSpan(spanOfSlot(next), warsaw) : null
  const activity = viewOf(values, title, rule, language)
  return (
    <Card heading={t('series.preview.title')}>
      {when ? (
        <ul className="plain preview-row" inert>
          <SessionRow event={eventOf(values, { title, when, location })} now={now} today={dayInWarsaw(now)} />
        </ul>
      ) : (
        <p className="quiet">{t('series.preview.noDate')}</p>
      )}
      {!values.isDiscreet && (
        <>
          <Facts>
            {when && <SessionMoment when={when} rule={rule} cancelled={false} now={now} />}
            <Joining activity={activity} label={t('session.joining')} />
          </Facts>
          <ActivityDetails activity={activity} />
        </>
      )}
    </Card>
  )
}

function chosen(texts: Texts, language: Language): Text | null {
  const lang = texts[language]?.trim() ? language : 'pl'
  const text = texts[lang]?.trim() ?? ''
  return text === '' ? null : { text, lang }
}

function viewOf(values: ActivityValues, title: Text, rule: string, language: Language): ActivityView {
  const cost = chosen(values.costText, language)
  const [phone, email, hours] = [values.contactPhone || null, values.contactEmail || null, chosen(values.contactHours, language)]
  return {
    kind: values.kind || 'WORKSHOP',
    audiences: values.audiences,
    languages: values.languages.split(/[\s,;]+/).filter((code) => /^[a-z]{2,3}$/.test(code)),
    title,
    description: chosen(values.description, language),
    host: values.host.trim() || null,
    planB: chosen(values.planB, language),
    meetingPoint: chosen(values.meetingPoint, language),
    bring: chosen(values.bring, language),
    cost: values.cost === 'free' ? { free: true } : values.cost === 'paid' && cost ? { free: false, text: cost } : null,
    careSeats: /^\d+$/.test(values.careSeats) ? Number(values.careSeats) : null,
    eventAccessibility: { signLanguage: values.signLanguage, easyToRead: values.easyToRead, inductionLoop: values.inductionLoop },
    contact: phone || email || hours ? { phone, email, hours } : null,
    enrolment: values.enrolment,
    capacity: /^\d+$/.test(values.capacity) ? Number(values.capacity) : null,
    slotMinutes: /^\d+$/.test(values.slotMinutes) ? Number(values.slotMinutes) : null,
    eligibility: chosen(values.eligibility, language),
    rule,
  }
}

function eventOf(
  values: ActivityValues,
  { title, when, location }: { readonly title: Text; readonly when: FeedEvent['when']; readonly location: string | null },
): FeedEvent {
  const hidden = values.isDiscreet
  return {
    uid: 'preview@preview',
    sequence: 0,
    createdMs: 0,
    modifiedMs: 0,
    when,
    title: title.text,
    description: '',
    location: hidden ? null : location,
    geo: null,
    url: null,
    categories: [],
    status: 'CONFIRMED',
    extra: {
      title,
      kind: hidden || values.kind === '' ? null : slugOf(values.kind),
      cancelled: false,
      stepFree: values.stepFree,
      venue: null,
      series: null,
      movedFrom: null,
      since: null,
      reason: null,
      instead: null,
      enrolment: hidden ? null : slugOf(values.enrolment),
      sample: false,
    },
  }
}

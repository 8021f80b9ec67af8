import type * as z from 'zod'
import type { activityFields } from '#shared/contract/planning.ts'
import type { ActivityKind, Audience, EnrolmentMode, ThreeValued } from '#shared/contract/kinds.ts'
import { textsToSend } from './session-draft.ts'
import type { PlannedActivity, Texts } from './wire.ts'

/** What a form holds of an activity: everything typed, '' where there is nothing. */
export type ActivityValues = {
  title: Texts
  description: Texts
  kind: ActivityKind | ''
  audiences: Audience[]
  /** As typed: `pl, uk`. */
  languages: string
  host: string
  hostId: string
  venueId: string
  roomId: string
  districtId: string
  stepFree: ThreeValued
  planB: Texts
  meetingPoint: Texts
  bring: Texts
  cost: 'free' | 'paid' | 'unknown'
  costText: Texts
  careSeats: string
  signLanguage: ThreeValued
  easyToRead: ThreeValued
  inductionLoop: ThreeValued
  contactPhone: string
  contactEmail: string
  contactHours: Texts
  enrolment: EnrolmentMode
  capacity: string
  opensDaysBefore: string
  closesMinutesBefore: string
  offerHours: string
  reservedSeats: string
  largestParty: string
  slotMinutes: string
  ageFrom: string
  ageTo: string
  residentsOnly: boolean
  audienceOnly: boolean
  eligibility: Texts
  isDiscreet: boolean
  discreetTitle: Texts
  discreetListed: boolean
}

/** What is sent of it. */
export type ActivityInput = z.input<typeof activityFields>

const none: Texts = { pl: '', en: '', uk: '' }

export const newActivity: ActivityValues = {
  title: none,
  description: none,
  kind: '',
  audiences: [],
  languages: 'pl',
  host: '',
  hostId: '',
  venueId: '',
  roomId: '',
  districtId: '',
  stepFree: 'unknown',
  planB: none,
  meetingPoint: none,
  bring: none,
  cost: 'free',
  costText: none,
  careSeats: '',
  signLanguage: 'unknown',
  easyToRead: 'unknown',
  inductionLoop: 'unknown',
  contactPhone: '',
  contactEmail: '',
  contactHours: none,
  enrolment: 'OPEN',
  capacity: '',
  opensDaysBefore: '',
  closesMinutesBefore: '',
  offerHours: '',
  reservedSeats: '',
  largestParty: '',
  slotMinutes: '',
  ageFrom: '',
  ageTo: '',
  residentsOnly: false,
  audienceOnly: false,
  eligibility: none,
  isDiscreet: false,
  discreetTitle: none,
  discreetListed: false,
}

type Stored = Omit<PlannedActivity, 'id' | 'version' | 'published' | 'schedule' | 'rule' | 'plannable'>

export function valuesOfActivity(activity: Stored): ActivityValues {
  const texts = (value: Partial<Texts> | null): Texts => ({ ...none, ...value })
  return {
    title: texts(activity.title),
    description: texts(activity.description),
    kind: activity.kind,
    audiences: [...activity.audiences],
    languages: activity.languages.join(', '),
    host: activity.host ?? '',
    hostId: activity.hostId ?? '',
    venueId: activity.venueId ?? '',
    roomId: activity.roomId ?? '',
    districtId: activity.districtId ?? '',
    stepFree: activity.stepFree,
    planB: texts(activity.planB),
    meetingPoint: texts(activity.meetingPoint),
    bring: texts(activity.bring),
    cost: activity.isFree === null ? 'unknown' : activity.isFree ? 'free' : 'paid',
    costText: texts(activity.costText),
    careSeats: activity.careSeats === null ? '' : String(activity.careSeats),
    signLanguage: activity.signLanguage,
    easyToRead: activity.easyToRead,
    inductionLoop: activity.inductionLoop,
    contactPhone: activity.contactPhone ?? '',
    contactEmail: activity.contactEmail ?? '',
    contactHours: texts(activity.contactHours),
    enrolment: activity.enrolment,
    capacity: written(activity.capacity),
    opensDaysBefore: written(activity.opensDaysBefore),
    closesMinutesBefore: written(activity.closesMinutesBefore),
    offerHours: written(activity.offerHours),
    reservedSeats: written(activity.reservedSeats),
    largestParty: written(activity.largestParty),
    slotMinutes: written(activity.slotMinutes),
    ageFrom: written(activity.ageFrom),
    ageTo: written(activity.ageTo),
    residentsOnly: activity.residentsOnly,
    audienceOnly: activity.audienceOnly,
    eligibility: texts(activity.eligibility),
    isDiscreet: activity.isDiscreet,
    discreetTitle: texts(activity.discreetTitle),
    discreetListed: activity.discreetListed,
  }
}

const written = (number: number | null): string => (number === null ? '' : String(number))
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
const number = (typed: string): unknown => (typed.trim() === '' ? null : /^\d+$/.test(typed.trim()) ? Number(typed) : typed)

/** What is sent: blanks are null, and what can't be with another choice is left out. Unread numbers stay, so that the schema names them. */
export function activityToSend(values: ActivityValues): Readonly<Record<keyof ActivityInput, unknown>> {
  const { cost, ...rest } = values
  return {
    ...rest,
    title: textsToSend(values.title) ?? undefined,
    kind: values.kind === '' ? undefined : values.kind,
    description: textsToSend(values.description),
    languages: values.languages
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((code) => code.toLowerCase()),
    host: orNull(values.host),
    hostId: orNull(values.hostId),
    venueId: orNull(values.venueId),
    roomId: orNull(values.roomId),
    districtId: values.venueId === '' ? orNull(values.districtId) : null,
    planB: textsToSend(values.planB),
    meetingPoint: textsToSend(values.meetingPoint),
    bring: textsToSend(values.bring),
    isFree: cost === 'unknown' ? null : cost === 'free',
    costText: cost === 'paid' ? textsToSend(values.costText) : null,
    careSeats: number(values.careSeats),
    contactPhone: orNull(values.contactPhone),
    contactEmail: orNull(values.contactEmail),
    contactHours: textsToSend(values.contactHours),
    capacity: number(values.capacity),
    opensDaysBefore: number(values.opensDaysBefore),
    closesMinutesBefore: number(values.closesMinutesBefore),
    offerHours: number(values.offerHours),
    reservedSeats: number(values.reservedSeats),
    largestParty: number(values.largestParty),
    slotMinutes: number(values.slotMinutes),
    ageFrom: number(values.ageFrom),
    ageTo: number(values.ageTo),
    residentsOnly: values.residentsOnly,
    audienceOnly: values.audienceOnly,
    eligibility: textsToSend(values.eligibility),
    discreetTitle: values.isDiscreet ? textsToSend(values.discreetTitle) : null,
    discreetListed: values.isDiscreet && values.discreetListed,
  }
}

/** Only the fields that differ from what was stored. */
export function changedFieldsOf(base: ActivityValues, values: ActivityValues): Partial<Record<keyof ActivityInput, unknown>> {
  const [before, after] = [activityToSend(base), activityToSend(values)]
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ActivityInput]),
    ),
  )
}

import { activityKinds, audiences, type Language } from '#shared/contract/kinds.ts'
import type { ActivityView, CitiesAnswer, CityOption, SeriesView } from '#shared/contract/public.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { joinOf } from '../clubs/present.ts'
import { distinctLinks, toLink } from '../organisations/present.ts'
import { isFinished, paying } from '../programs/rules.ts'
import { presentFunding } from '../projects/present.ts'
import { threeValued } from '../venues/present.ts'
import type { ActivityRow, CityRow, OfferRow, SeriesRow } from './repository.ts'
import { ruleInWords } from './rules.ts'

/** Everything an activity says of itself in public. */
export function presentActivity(row: ActivityRow, language: Language): ActivityView {
  return {
    kind: row.kind,
    audiences: row.audiences,
    languages: row.languages,
    title: titleIn(row.title, language),
    description: textIn(row.description, language),
    host: row.host,
    planB: textIn(row.planB, language),
    meetingPoint: textIn(row.meetingPoint, language),
    bring: textIn(row.bring, language),
    cost: costOf(row, language),
    careSeats: row.careSeats,
    eventAccessibility: {
      signLanguage: threeValued(row.signLanguage),
      easyToRead: threeValued(row.easyToRead),
      inductionLoop: threeValued(row.inductionLoop),
    },
    contact: contactOf(row, language),
    enrolment: row.enrolment,
    capacity: row.capacity,
    slotMinutes: row.enrolment === 'BY_APPOINTMENT' ? row.slotMinutes : null,
    eligibility: textIn(row.eligibility, language),
    rule: ruleInWords(row.schedule, language),
  }
}

function costOf({ isFree, costText }: ActivityRow, language: Language): ActivityView['cost'] {
  if (isFree) return { free: true }
  const text = textIn(costText, language)
  return text && { free: false, text }
}

function contactOf({ contactPhone, contactEmail, contactHours }: ActivityRow, language: Language): ActivityView['contact'] {
  const hours = textIn(contactHours, language)
  if (contactPhone === null && contactEmail === null && hours === null) return null
  return { phone: contactPhone, email: contactEmail, hours }
}

/** @param today - the day in Warsaw, for the money that pays now */
export function presentSeries(row: SeriesRow, language: Language, today: LocalDay): SeriesView {
  const { slug, club, program, activities } = row
  const title = titleIn(row.title, language)
  const last = activities.at(-1)
  return {
    slug,
    name: title.text,
    title,
    activities: activities.map((activity) => presentActivity(activity, language)),
    join: joinOf(activities),
    venue: last?.venue ? toLink(last.venue) : null,
    city: program.municipality,
    district: last?.venue ? last.venue.district : (last?.district ?? club?.district ?? null),
    program: toLink(program),
    club: club && toLink(club),
    funding: presentFunding(paying(program.funding, today), language),
    sample: row.isSample,
  }
}

/** What can be chosen in each city: codes in the order of the filters, names in the order of the alphabet. */
export function cityChoices(cities: readonly CityRow[], offers: readonly OfferRow[], today: LocalDay): CitiesAnswer {
  return {
    cities: cities.map((city) =>
      optionOf(
        city,
        offers.filter((offer) => offer.city === city.slug),
        today,
      ),
    ),
    hasSample: cities.some(({ programs }) => programs.some(({ isSample }) => isSample)),
  }
}

function optionOf(city: CityRow, offers: readonly OfferRow[], today: LocalDay): CityOption {
  return {
    ...toLink(city),
    districts: city.districts,
    clubs: clubsOf(city),
    venues: city.venues,
    programs: city.programs.map((program) => ({
      ...toLink(program),
      finished: isFinished(program, today),
      sample: program.isSample,
      project: program.funding[0]?.part.project ?? null,
    })),
    audiences: audiences.filter((code) => offers.some((offer) => offer.audiences.includes(code))),
    kinds: activityKinds.filter((code) => offers.some((offer) => offer.kind === code)),
  }
}

function clubsOf({ programs }: CityRow): CityOption['clubs'] {
  const clubs = programs.flatMap((program) => program.clubs)
  const districts = new Map(clubs.map(({ slug, district }) => [slug, district?.slug ?? null]))
  return distinctLinks(clubs).map(({ slug, name }) => ({ slug, name, district: districts.get(slug) ?? null }))
}

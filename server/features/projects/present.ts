import type { Language } from '#shared/contract/kinds.ts'
import type { Funding, PlaceInWhole, Support } from '#shared/contract/public.ts'
import type { LocalDay } from '#shared/time/when.ts'
import type { ProjectManaged } from '#shared/contract/manage/views.ts'
import { dayOf, dayOrNull, textIn, textsIn, titleIn, wordsIn } from '../../db/columns.ts'
import { distinctLinks, headOf, nothingElse } from '../organisations/present.ts'
import type { FundRow, ProjectForEditing, ProjectRow } from './repository.ts'
import { isLogo } from './rules.ts'

/** @param today - the day in Warsaw: a project that ended before it is finished */
export function presentProject(row: ProjectRow, language: Language, today: LocalDay): PlaceInWhole {
  const { slug, name, parts } = row
  const programs = parts.flatMap((part) => part.programs.map(({ program }) => program))
  const [from, to] = [dayOf(row.startsOn), dayOf(row.endsOn)]
  return {
    ...nothingElse,
    what: 'project',
    slug,
    name,
    description: textIn(row.description, language),
    city: row.municipality,
    period: { from, to, exact: row.datesExact },
    finished: to < today,
    runBy: row.organisations.map(({ role, organisation }) => ({ ...organisation, role })),
    programs: distinctLinks(programs),
    clubs: distinctLinks(programs.flatMap(({ clubs }) => clubs)),
    districts: distinctLinks(programs.flatMap(({ districts }) => districts.map(({ district }) => district))),
    fund: row.fundLines,
    money: money([
      ['VALUE', row.valueTotal],
      ['GRANT', row.grantTotal],
      ['EU', row.grantEu],
      ['NATIONAL', row.grantNational],
    ]),
    people:
      row.peopleTarget === null
        ? null
        : { target: row.peopleTarget, about: row.peopleAbout, note: textIn(row.peopleNote, language) },
    parts: parts.map((part) => presentPart(part, language)),
    support: groups(parts.flatMap(({ support }) => support)),
    history: row.history.map(({ startsOn, endsOn, whenText, text, people }) => ({
      from: dayOf(startsOn),
      to: endsOn && dayOf(endsOn),
      whenText: textIn(whenText, language),
      text: titleIn(text, language),
      people,
    })),
    sample: row.isSample,
  }
}

function presentPart(part: ProjectRow['parts'][number], language: Language): PlaceInWhole['parts'][number] {
  return {
    code: part.code,
    name: part.name,
    money: money([
      ['VALUE', part.value],
      ['EU', part.eu],
    ]),
    indicators: part.indicators.map((indicator) => ({ ...indicator, name: titleIn(indicator.name, language) })),
    audience: textIn(part.audience, language),
  }
}

type Amount = readonly [label: PlaceInWhole['money'][number]['label'], amount: ProjectRow['valueTotal']]

/** Only what is published; as published, also where the parts don't add up. */
function money(amounts: readonly Amount[]): PlaceInWhole['money'] {
  return amounts.flatMap(([label, amount]) => (amount === null ? [] : [{ label, amount: amount.toFixed(2), currency: 'PLN' }]))
}

function groups(forms: readonly { readonly group: string; readonly name: string }[]): readonly Support[] {
  const names = [...new Set(forms.map(({ group }) => group))]
  return names.map((group) => ({ group, names: forms.filter((form) => form.group === group).map(({ name }) => name) }))
}

/**
 * The strip of the projects that pay: their sentences one after another, their logos in order. Null where none pays, or where those
 * that do have given no sentence.
 */
export function presentFunding(funds: readonly FundRow[], language: Language): Funding | null {
  const distinct = [...new Map(funds.map((fund) => [fund.slug, fund])).values()].toSorted((one, other) =>
    one.slug < other.slug ? -1 : 1,
  )
  const sentences = distinct.flatMap((fund) => textIn(fund.fundSentence, language) ?? [])
  const [first] = sentences
  if (!first) return null
  return {
    sentence: { text: sentences.map(({ text }) => text).join(' '), lang: first.lang },
    logos: distinct.flatMap(({ fundLogos }) => (Array.isArray(fundLogos) ? fundLogos.filter(isLogo) : [])),
  }
}

/** @param mayReadNote - whether where the source contradicts itself is the reader's business: of those who manage or audit */
export function presentProjectManaged(
  row: ProjectForEditing,
  id: string,
  { mayChange, mayReadNote }: { readonly mayChange: boolean; readonly mayReadNote: boolean },
): ProjectManaged {
  const { name, slug, grantNumber, municipalityId, datesExact, fundLines, peopleTarget, peopleAbout, fundLogos } = row
  return {
    ...headOf(row, id, mayChange),
    name,
    slug,
    grantNumber,
    datesExact,
    fundLines,
    peopleTarget,
    peopleAbout,
    cityId: municipalityId,
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    organisations: row.organisations.flatMap(({ organisationId, role }) => ({
      organisationId,
      role,
    })),
    description: textsIn(row.description),
    valueTotal: amountText(row.valueTotal),
    grantTotal: amountText(row.grantTotal),
    grantEu: amountText(row.grantEu),
    grantNational: amountText(row.grantNational),
    peopleNote: textsIn(row.peopleNote),
    fundSentence: textsIn(row.fundSentence),
    fundLogos: Array.isArray(fundLogos) ? fundLogos.filter(isLogo) : [],
    keepUntil: dayOrNull(row.keepUntil),
    sourceNote: mayReadNote ? row.sourceNote : null,
    parts: row.parts.map(({ value, eu, audience, indicators, ...part }) => ({
      ...part,
      value: amountText(value),
      eu: amountText(eu),
      audience: textsIn(audience),
      indicators: indicators.map(({ name: words, denominator, ...indicator }) => ({
        ...indicator,
        name: wordsIn(words),
        denominator: textsIn(denominator),
      })),
    })),
    calls: row.calls.map((call) => ({
      id: call.id,
      name: wordsIn(call.name),
      startsOn: dayOrNull(call.startsOn),
      endsOn: dayOrNull(call.endsOn),
      criteria: call.criteria.map((criterion) => ({
        id: criterion.id,
        text: wordsIn(criterion.text),
      })),
    })),
    history: row.history.map(({ whenText, text, startsOn, endsOn, ...event }) => ({
      ...event,
      startsOn: dayOf(startsOn),
      endsOn: dayOrNull(endsOn),
      whenText: textsIn(whenText),
      text: wordsIn(text),
    })),
    names: Object.fromEntries([
      ...(municipalityId !== null && row.municipality ? [[municipalityId, row.municipality.name]] : []),
      ...row.organisations.map(({ organisationId, organisation }) => [organisationId, organisation.name]),
    ]),
  }
}

const amountText = (amount: ProjectRow['valueTotal']): string | null => amount && amount.toFixed(2)

import type { PeopleView } from '#shared/contract/desk.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { exportedPeople as en } from '#shared/words/en/exports.ts'
import { exportedPeople as pl } from '#shared/words/pl/exports.ts'
import { exportedPeople as uk } from '#shared/words/uk/exports.ts'

const words = { pl, en, uk }

export function peopleHeads(language: Language): readonly string[] {
  const { number, name, signedUpBy, contact, child, status, place, care } = words[language]
  return [number, name, signedUpBy, contact, child, status, place, care]
}

/** A line for everybody who comes or waits, party by party, with its children in care on its first; withdrawn ones are no list's business. */
export function peopleLines({ list }: PeopleView, language: Language): readonly (readonly string[])[] {
  const said = words[language]
  return list
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap((party) =>
      [...(party.attending ? [{ name: party.name, child: false }] : []), ...party.others].map(({ name, child }, index) => [
        name,
        name === party.name ? '' : party.name,
        party.contact ?? '',
        child ? said.yes : '',
        said[party.status === 'confirmed' ? 'confirmed' : party.status === 'offered' ? 'offered' : 'waiting'],
        party.place === null ? '' : String(party.place),
        index === 0 && party.care > 0 ? String(party.care) : '',
      ]),
    )
    .map((line, index) => [String(index + 1), ...line])
}

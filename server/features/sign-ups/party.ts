import type { StaffSignUpInput } from '#shared/contract/desk.ts'
import type { Issue } from '#shared/contract/problem.ts'
import type { NeedKind } from '#shared/contract/kinds.ts'
import type { PartyInput, SignUpInput } from '#shared/contract/public.ts'
import { largestParty } from '#shared/contract/sign-up.ts'
import { ImpossibleValueError } from '../../errors.ts'
import { readContact, readName, type Contact } from '../people/rules.ts'
import type { Member } from './repository.ts'
import type { Places } from './rules.ts'

/** What a form says of a party, read into names and a contact. */

/** Somebody who is in the database already. */
export type KnownPerson = { readonly id: string; readonly name: string; readonly contact: Contact | null }

/** Who signs up, read and found possible. */
export type Party = {
  readonly name: string
  readonly contact: Contact | null
  readonly attending: boolean
  readonly others: readonly Member[]
  /** Children who come along into care; none of the others. */
  readonly care: number
  readonly needs: Needs
}

/** What a party wants to have. */
export const placesOf = ({ attending, others, care }: Pick<Party, 'attending' | 'others' | 'care'>): Places => ({
  seats: others.length + (attending ? 1 : 0),
  care,
})

/** What the party needs to take part; nothing is what most people say. */
export type Needs = { readonly kinds: readonly NeedKind[]; readonly words: string | null }

/** @throws {ImpossibleValueError} naming every field that can't be */
export function readParty({
  name,
  contact,
  attending,
  others,
  care = 0,
  needs,
}: SignUpInput): Party & { readonly contact: Contact } {
  const read = { name: readName(name), contact: readContact(contact) }
  const issues = [
    ...(read.name === null ? [issue('name', name, nameWanted)] : []),
    ...(read.contact === null ? [issue('contact', contact, 'an e-mail address or a phone number')] : []),
    ...issuesOfOthers({ attending, others }),
    ...issuesOfNeeds(needs),
  ]
  if (issues.length > 0 || read.name === null || read.contact === null) throw new ImpossibleValueError(issues)
  return { name: read.name, contact: read.contact, attending, others: namesOf(others), care, needs: readNeeds(needs) }
}

/** Whoever stands at the desk or is on the line needs no contact. Of a known person the name and the contact are those that are kept. */
export function readStaffParty({ who, attending, others, care = 0, needs }: StaffSignUpInput, known: KnownPerson | null): Party {
  const typed = who.kind === 'new' ? who : null
  const read = {
    name: known ? known.name : readName(typed?.name ?? ''),
    contact: known ? known.contact : typed?.contact?.trim() ? readContact(typed.contact) : null,
  }
  const issues = [
    ...(read.name === null ? [{ ...issue('who.name', typed?.name ?? '', nameWanted), code: 'required' }] : []),
    ...(typed?.contact?.trim() && read.contact === null
      ? [{ ...issue('who.contact', typed.contact, 'an e-mail address or a phone number'), code: 'not-a-contact' }]
      : []),
    ...issuesOfOthers({ attending, others }),
    ...issuesOfNeeds(needs),
  ]
  if (issues.length > 0 || read.name === null) throw new ImpossibleValueError(issues)
  return { name: read.name, contact: read.contact, attending, others: namesOf(others), care, needs: readNeeds(needs) }
}

/** `care`, `needs`: null where nothing was said of them, so that they stay. */
export function readOthers(
  input: PartyInput,
): Pick<Party, 'attending' | 'others'> & { readonly care: number | null; readonly needs: Needs | null } {
  const issues = [...issuesOfOthers(input), ...issuesOfNeeds(input.needs)]
  if (issues.length > 0) throw new ImpossibleValueError(issues)
  const needs = input.needs === undefined ? null : readNeeds(input.needs)
  return { attending: input.attending, others: namesOf(input.others), care: input.care ?? null, needs }
}

const mostNeedsWords = 200

function readNeeds(given: SignUpInput['needs']): Needs {
  const words = given?.words.normalize('NFC').replaceAll(/\s+/gu, ' ').trim() ?? ''
  return { kinds: [...new Set(given?.kinds)], words: words === '' ? null : words }
}

function issuesOfNeeds(given: SignUpInput['needs']): readonly Issue[] {
  const { words } = readNeeds(given)
  const isWrong = words !== null && ([...words].length > mostNeedsWords || /\p{Cc}/u.test(words))
  return isWrong ? [issue('needs.words', words, `at most ${mostNeedsWords} characters`)] : []
}

const nameWanted = 'a name of at most 200 characters, on one line'

const namesOf = (others: readonly Member[]): readonly Member[] =>
  others.map(({ name, child }) => ({ name: readName(name) ?? '', child }))

function issuesOfOthers({ attending, others }: PartyInput): readonly Issue[] {
  const wrong = others.flatMap(({ name }, index) =>
    readName(name) === null ? [issue(`others.${index}.name`, name, nameWanted)] : [],
  )
  if (others.length > 0 || attending) return wrong
  return [issue('attending', 'false', `1 to ${largestParty} people who come`)]
}

const issue = (name: string, value: string, expected: string): Issue => ({ name, value: value.slice(0, 60), expected })

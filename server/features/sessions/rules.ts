import type { Reach } from '../../actor.ts'

/** A session's id as it is written in addresses: what isn't one is no question for the database. */
export const isSessionId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Whether the right to know what is discreet reaches as far as the right to see the plan. */
export const knowsAllOf = (see: Reach, sensitive: Reach): boolean => JSON.stringify(see) === JSON.stringify(sensitive)

export const knowsNothingOf = ({ everywhere, organisations, projects, programs, clubs, own }: Reach): boolean =>
  !everywhere && own === null && organisations.length + projects.length + programs.length + clubs.length === 0

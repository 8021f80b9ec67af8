import type { Figures, NumbersQuery, NumbersView } from '#shared/contract/numbers.ts'
import { NotAllowedError, reachOf, type Actor } from '../../actor.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import { NotFoundError } from '../../errors.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import {
  allKey,
  findNumbers,
  findReportedProgram,
  findReportedProject,
  findUncounted,
  type NumbersRow,
  type Reported,
  type UncountedRow,
} from './numbers-repository.ts'

/** As many meetings without a count as somebody goes through. */
const mostUncounted = 20

const finders = { programs: findReportedProgram, projects: findReportedProject } as const
export type ReportedNoun = keyof typeof finders

/** Numbers without a name: for whoever plans what they are about, or audits it. */
export function numbersService({ prisma }: Pick<Database, 'prisma'>) {
  /** Asked before the question is read. @throws {NotFoundError} for what isn't seen @throws {NotAllowedError} for what only is seen */
  async function need(actor: Actor, noun: ReportedNoun, id: string): Promise<void> {
    const days = { from: '', to: '', lang: 'pl' } as const
    const has = async (right: 'see' | 'plan' | 'audit') =>
      isId(id) && (await finders[noun](prisma, actor, right, id, days)) !== null
    if ((await has('plan')) || (await has('audit'))) return
    if (await has('see')) throw new NotAllowedError('plan')
    throw new NotFoundError()
  }

  return {
    need,

    async numbers(actor: Actor, noun: ReportedNoun, id: string, query: NumbersQuery, now: Date): Promise<NumbersView> {
      const reported = await finders[noun](prisma, actor, 'see', id, query)
      if (!reported) throw new NotFoundError()
      const rows = await findNumbers(prisma, reported.scopes, now)
      const uncounted = await findUncounted(prisma, reported.scopes, now, mostUncounted)
      const known = await findKnown(actor, uncounted)
      return present(reported, rows, uncounted, known, query)
    },
  }

  /** Of the discreet ones those whose true name the reader may know. */
  async function findKnown(actor: Actor, rows: readonly UncountedRow[]): Promise<ReadonlySet<string>> {
    const discreet = rows.filter(({ isDiscreet }) => isDiscreet).map(({ id }) => id)
    if (discreet.length === 0) return new Set()
    const where = { AND: [{ id: { in: discreet } }, sessionsIn(reachOf(actor, 'see-sensitive'))] }
    return new Set((await prisma.session.findMany({ where, select: { id: true } })).map(({ id }) => id))
  }
}

function present(
  { id, name, target, parts }: Reported,
  rows: readonly NumbersRow[],
  uncounted: readonly UncountedRow[],
  known: ReadonlySet<string>,
  { from, to, lang }: NumbersQuery,
): NumbersView {
  const figures = (key: string): Figures => figuresOf(rows.find((row) => row.key === key))
  return {
    id,
    name,
    from,
    to,
    target,
    all: figures(allKey),
    parts: parts.map((part) => ({ ...part, figures: figures(part.id) })),
    uncounted: uncounted.map((row) => ({
      id: row.id,
      title:
        row.isDiscreet && !known.has(row.id)
          ? titleIn(row.discreetTitle, lang)
          : (textIn(row.title, lang) ?? titleIn(row.title, lang)),
      start: row.wallStart,
    })),
    uncountedMore: (uncounted[0]?.many ?? 0) - uncounted.length,
  }
}

const nothing = { held: 0, cancelled: 0, toCome: 0, counted: 0, visits: 0, people: 0, volunteers: 0, hours: 0 } as const

function figuresOf(row: NumbersRow | undefined): Figures {
  if (!row) return nothing
  const { key: _, hours, ...rest } = row
  const isUnknown = row.held > 0 && row.counted === 0
  return { ...rest, hours: Math.round(hours * 100) / 100, ...(isUnknown && { visits: null, people: null }) }
}

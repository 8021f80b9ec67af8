import type { CallbackInput, CallbacksView } from '#shared/contract/desk.ts'
import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { readName, readPhone } from '../people/rules.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import {
  countCallbacks,
  findCallbacks,
  findCalledPrograms,
  insertCallback,
  markCallback,
  type CallbackRow,
} from './callback-repository.ts'
import { worksAtDesk } from './desk-service.ts'
import { calledPrograms } from './policy.ts'
import { dayMs } from './rules.ts'

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }

/** Who is to be called back, in the order in which they asked; what was done stays a day, with a way back. */
export function callbackService({ database, write, clock }: Parts) {
  async function mayChange(actor: Actor, id: string): Promise<void> {
    if (!isId(id) || (await countCallbacks(database, id, calledPrograms(actor))) === 0) throw new NotFoundError()
  }

  return {
    async list(actor: Actor): Promise<CallbacksView> {
      worksAtDesk(actor)
      const programs = calledPrograms(actor)
      const [rows, offered] = await Promise.all([
        findCallbacks(database, programs, new Date(clock().getTime() - dayMs)),
        findCalledPrograms(database, programs),
      ])
      return { programs: offered, callbacks: rows.map(present) }
    },

    /** @throws {ImpossibleValueError} naming every field that can't be; a program out of reach is one that isn't there (T03) */
    async add(actor: Actor, input: CallbackInput, by: By): Promise<{ readonly id: string }> {
      worksAtDesk(actor)
      const read = { name: readName(input.name), phone: readPhone(input.phone), about: input.about.trim() }
      const programs = await findCalledPrograms(database, { AND: [{ id: input.program }, calledPrograms(actor)] })
      const issues = [
        ...(read.name === null ? [{ name: 'name', value: input.name.slice(0, 60), expected: 'a name', code: 'required' }] : []),
        ...(read.phone === null
          ? [{ name: 'phone', value: input.phone.slice(0, 60), expected: 'a phone number', code: 'not-a-phone' }]
          : []),
        ...(programs.length === 0
          ? [{ name: 'program', value: input.program, expected: 'a program in reach', code: 'unknown' }]
          : []),
      ]
      const { name, phone, about } = read
      if (issues.length > 0 || name === null || phone === null) throw new ImpossibleValueError(issues)
      const row = { programId: input.program, name, phone, about, createdById: actor.accountId, createdAt: clock() }
      return write((tx) => insertCallback(tx, row), by)
    },

    async mark(actor: Actor, id: string, done: boolean, by: By): Promise<void> {
      await mayChange(actor, id)
      await write(async (tx) => {
        await markCallback(tx, id, done ? { at: clock(), byId: actor.accountId } : null)
        return null
      }, by)
    },
  }
}

const present = (row: CallbackRow): CallbacksView['callbacks'][number] => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  about: row.about,
  program: row.program.name,
  at: row.createdAt.toISOString(),
  by: row.createdBy.name,
  done: row.doneAt && row.doneBy ? { at: row.doneAt.toISOString(), by: row.doneBy.name } : null,
})

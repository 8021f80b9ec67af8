import { Prisma } from './generated/client.ts'
import type { Tx } from './write.ts'

/** Tables whose rows have a `version` that rises with every edit and, closures apart, an `archivedAt`. */
export type Versioned =
  | 'Municipality'
  | 'District'
  | 'Organisation'
  | 'Project'
  | 'Program'
  | 'Club'
  | 'Edition'
  | 'Group'
  | 'Venue'
  | 'Room'
  | 'Closure'

/** What somebody edits: the row, and the version that they saw. */
export type Edited = { readonly id: string; readonly version: number }

/** The row isn't any more what the editor saw. Whoever knows how to show the present one makes an `EditedMeanwhileError` of it. */
export class VersionMovedError extends Error {
  constructor(table: Versioned, { id, version }: Edited) {
    super(`${table} ${id} isn't at version ${version} any more`)
    this.name = 'VersionMovedError'
  }
}

/**
 * Takes a row for an edit, and gives it its next version: one conditional update, so that of two editors one wins.
 *
 * @throws {VersionMovedError} when somebody was faster, or the row is gone
 */
export async function takeVersion(tx: Tx, table: Versioned, { id, version }: Edited): Promise<void> {
  const taken = await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} SET version = version + 1 WHERE id = ${id}::uuid AND version = ${version}`
  if (taken === 0) throw new VersionMovedError(table, { id, version })
}

/**
 * Archives a row (`at`), or takes it out of the archive (null).
 *
 * @throws {VersionMovedError}
 */
export async function setArchived(tx: Tx, table: Versioned, edited: Edited, at: Date | null): Promise<void> {
  await takeVersion(tx, table, edited)
  await tx.$executeRaw`UPDATE ${Prisma.raw(`"${table}"`)} SET "archivedAt" = ${at}::timestamptz WHERE id = ${edited.id}::uuid`
}

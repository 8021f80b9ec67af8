import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'

const templateSelect = {
  id: true,
  name: true,
  fields: true,
  schedule: true,
  organisation: { select: { id: true, name: true } },
  program: { select: { id: true, name: true } },
} as const satisfies Prisma.TemplateSelect

export type TemplateRow = Prisma.TemplateGetPayload<{ select: typeof templateSelect }>

export function findTemplates({ prisma }: Pick<Database, 'prisma'>, where: Prisma.TemplateWhereInput): Promise<TemplateRow[]> {
  return prisma.template.findMany({ where, select: templateSelect, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500 })
}

export async function insertTemplate(tx: Tx, data: Prisma.TemplateUncheckedCreateInput): Promise<TemplateRow> {
  return tx.template.create({ data, select: templateSelect })
}

/** False when there was none. */
export async function removeTemplate(tx: Tx, id: string): Promise<boolean> {
  return (await tx.template.deleteMany({ where: { id } })).count > 0
}

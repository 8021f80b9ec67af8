/**
 * A filter that lets every row through. Not `{}`: Prisma leaves empty filters out of an OR, which then lets through what its other parts do,
 * or nothing.
 */
export const everything: { id: { notIn: string[] } } = { id: { notIn: [] } }

import { Statement } from '#client/features/statement/statement.tsx'

export default Statement

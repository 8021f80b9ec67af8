/** SQLSTATE classes and node's own codes that say: no connection, or the server is going away. */
const codes =
  /^(?:08\w{3}|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024)$/
const messages =
  /connection terminated|is not queryable|timeout exceeded when trying to connect|server (?:has )?closed the connection/i

/** True when a query failed because the database can't be reached, so that trying again later makes sense. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && codes.test(error.code)) return true
  return messages.test(error.message) || isDatabaseAway(error.cause)
}

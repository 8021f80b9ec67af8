/** Why the server can't start, in one sentence that its administrator can act on. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/**
 * What a failed attempt means: `refused` for good by the other side, `letter`: this one later, `server`: nothing can be sent now. `unclear`:
 * it may have been accepted all the same, as no answer came.
 */
export type Failure = { readonly about: 'refused' | 'letter' | 'server'; readonly unclear: boolean; readonly text: string }

/** Reads Nodemailer's errors: they carry the SMTP command that failed, and the code of the answer where there was one. */
export function failureOf(error: unknown): Failure {
  const { responseCode, command, code, timeoutType, syscall } = Object(error) as Readonly<Record<string, unknown>>
  const text = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
  if (typeof responseCode !== 'number') {
    const neverHeard = code === 'EDNS' || syscall === 'connect' || (code === 'ETIMEDOUT' && timeoutType !== 'SOCKET_TIMEOUT')
    return { about: 'server', unclear: !neverHeard, text }
  }
  const isAboutLetter = command === 'RCPT TO' || command === 'DATA'
  return { about: !isAboutLetter ? 'server' : responseCode >= 500 ? 'refused' : 'letter', unclear: false, text }
}

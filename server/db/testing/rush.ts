import { api } from '#shared/contract/paths.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import type { Answer, Ask } from '../../http/testing/serve.ts'

/** Many people at the same moment, each from an address of their own behind one proxy. */
export function rush(ask: Ask, sessionId: string, seen: string, people: number): Promise<readonly Answer[]> {
  return Promise.all(
    Array.from({ length: people }, (_, n) => {
      const body = {
        name: `Osoba ${n} Zmyślona`,
        contact: `osoba${n}@example.pl`,
        attending: true,
        others: [],
        language: 'pl',
        seen,
        waiting: true,
        notice: noticeVersion,
      }
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `198.18.${n >> 8}.${n & 255}` }
      return ask(api.signUps(sessionId), { method: 'POST', headers, body: JSON.stringify(body) })
    }),
  )
}

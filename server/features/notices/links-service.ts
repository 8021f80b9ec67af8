import type { Language } from '#shared/contract/kinds.ts'
import { pages } from '#shared/contract/paths.ts'
import { formatSpan } from '#shared/time/format.ts'
import { notices as en } from '#shared/words/en/notices.ts'
import { notices as pl } from '#shared/words/pl/notices.ts'
import { notices as uk } from '#shared/words/uk/notices.ts'
import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import type { Mail } from '../../mail/letter.ts'
import { countTry } from '../accounts/repository.ts'
import { readContact } from '../people/rules.ts'
import { personsIn } from '../sign-ups/policy.ts'
import { readSecret } from '../sign-ups/repository.ts'
import { openSignUp } from '../sign-ups/service.ts'
import { mailboxProof, tokenOf } from '../sign-ups/token.ts'
import { writeGuarded, type Part } from './letters.ts'
import { findLinked, findMailbox, findSafeMail, type Linked } from './links-repository.ts'
import { pageOf, textOf } from './mail-forms.ts'
import type { EventsOf } from './service.ts'

const words = { pl, en, uk }
/** However much there is to do, an answer takes this long: it tells nobody whether a mailbox is known (T18). */
const leastMs = 300
const [hourMs, dayMs] = [3_600_000, 86_400_000]
/** Letters that one mailbox gets, whoever asks for them (T32). */
const lettersAnHour = 3

type Parts = {
  readonly database: Pick<Database, 'prisma'>
  readonly write: Write
  readonly mail: Mail
  readonly clock: Clock
  readonly eventsOf: EventsOf
  readonly publicUrl: string
}

/** The lost link: a letter with all links of a mailbox, to that mailbox and to nobody else. */
export type LinksService = ReturnType<typeof linksService>

export function linksService({ database, write, mail, clock, eventsOf, publicUrl }: Parts) {
  async function send(to: string, language: Language): Promise<void> {
    const now = clock()
    const { tries } = await countTry(database.prisma, `links ${to}`, hourMs, now)
    const linked = tries > lettersAnHour ? [] : await findLinked(database, to, now)
    if (linked.length === 0) return
    const safe = await findSafeMail(database, to)
    if (safe === 'NONE') return
    const parts = await written(to, linked, language, now)
    const links = parts.flatMap((part) => (part.kind === 'link' ? [part.address] : []))
    const { subject, parts: said } = safe === 'NEUTRAL' ? writeGuarded(links, language) : { ...words[language].links, parts }
    const discreet = safe === 'NEUTRAL' || linked.some((one) => one.discreet)
    const letter = { kind: 'links', to, subject, text: textOf(said), html: pageOf(said, subject, language), language, discreet }
    await write((tx) => mail.put(tx, { ...letter, expiresAt: new Date(now.getTime() + dayMs) }, now))
    mail.kick()
  }

  async function written(email: string, linked: readonly Linked[], language: Language, now: Date): Promise<readonly Part[]> {
    const [say, secret] = [words[language], await readSecret(database)]
    const events = await eventsOf([...new Set(linked.map(({ sessionId }) => sessionId))], language)
    const sections = linked.flatMap(({ id, generation, code, sessionId }): readonly Part[] => {
      const event = events.get(sessionId)
      if (!event) return []
      const proof = mailboxProof(secret, { signUpId: id, email }, now)
      const page = `${language === 'pl' ? '' : `/${language}`}${pages.manage(tokenOf(secret, id, generation))}`
      const when = [say.when, formatSpan(event.when, language)] as const
      return [
        { kind: 'card', title: event.extra.title.text, facts: [when], off: event.extra.cancelled },
        { kind: 'line', text: `${say.code}: ${code}` },
        { kind: 'link', label: say.page, address: `${publicUrl}${page}#${proof}` },
      ]
    })
    return [
      { kind: 'line', text: say.hello },
      { kind: 'line', text: say.links.lead },
      ...sections,
      { kind: 'small', text: say.links.keep },
      { kind: 'small', text: `${say.sign}\n${publicUrl}` },
    ]
  }

  return {
    /**
     * Mails the links of a mailbox to it. Whether there are any isn't told.
     *
     * @throws {ImpossibleValueError} for what is no mailbox: to a phone nothing can be mailed, whoever has it
     */
    async ask(contact: string, language: Language): Promise<void> {
      const read = readContact(contact)
      if (read?.kind !== 'email')
        throw new ImpossibleValueError([
          {
            name: 'contact',
            value: contact.slice(0, 60),
            expected: 'an e-mail address',
            code: read ? 'phone-not-mail' : 'not-an-email',
          },
        ])
      await atLeast(leastMs, send(read.value, language))
    },

    /** The same, from the page of a sign-up. @throws {NotFoundError} for a link that opens nothing */
    async askByLink(token: string, language: Language): Promise<void> {
      const row = await openSignUp(database, token)
      if (!row) throw new NotFoundError()
      const email = await findMailbox(database, { id: row.personId })
      await atLeast(leastMs, email ? send(email, language) : Promise.resolve())
    },

    /** Staff send them to somebody in reach. @throws {NotFoundError} @throws {ImpossibleValueError} where no mailbox is known */
    async sendTo(actor: Actor, personId: string, language: Language): Promise<void> {
      const email = await findMailbox(database, { AND: [{ id: personId }, personsIn(actor)] })
      if (email === undefined) throw new NotFoundError()
      if (email === null)
        throw new ImpossibleValueError([
          { name: 'person', value: personId, expected: 'somebody with a mailbox', code: 'no-mailbox' },
        ])
      if ((await findSafeMail(database, email)) === 'NONE')
        throw new ImpossibleValueError([
          { name: 'person', value: personId, expected: 'somebody to whom mails are safe', code: 'mail-not-safe' },
        ])
      await send(email, language)
    },
  }
}

async function atLeast(ms: number, work: Promise<void>): Promise<void> {
  await Promise.all([work, new Promise((done) => setTimeout(done, ms))])
}

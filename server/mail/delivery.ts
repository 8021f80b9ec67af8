import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { PrismaClient } from '../db/generated/client.ts'
import type { Logger } from '../http/log.ts'
import type { Composed, Composer, Fate } from './composer.ts'
import { failureOf } from './failure.ts'
import { mailThat, type Mail } from './letter.ts'
import { giveBack, markStale, takeNext, type Taken } from './outbox.ts'

type Parts = {
  readonly prisma: PrismaClient
  readonly clock: Clock
  readonly logger: Logger
  readonly config: Config
  /** Without it, only mails that are written already go out. */
  readonly composer?: Composer
  /** Whether so many write just now that mails should wait. */
  readonly crowded?: () => boolean
  readonly timing?: Partial<typeof usualTiming>
}

/**
 * Whoever sends a letter has it for the lease: longer than all of SMTP's steps together, each of which waits for `answerMs` at most. After each letter
 * it rests as long as that took times `restPerWork`, `longestRestMs` at most, as a slow SMTP server leaves the machine alone anyway. While a crowd signs up
 * it waits, `patienceMs` at most for all that is due: whoever still waits for a seat, or reads, comes first.
 */
const usualTiming = {
  tickMs: 5_000,
  leaseMs: 300_000,
  greetingMs: 15_000,
  answerMs: 20_000,
  restPerWork: 2,
  longestRestMs: 50,
  patienceMs: 60_000,
}
const lookEveryMs = 50
const longestPauseMs = { letter: 3_600_000, server: 300_000 }
const pause = (firstMs: number, times: number, longestMs: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(times, 20))

/** What goes out, or is kept: written before, or just now. */
type Words = Pick<Composed, 'subject' | 'text' | 'html'> & Partial<Composed>

/**
 * Sends what waits: soon after `kick`, and every few seconds what has become due or what another process left. A letter that is turned away for now
 * is tried again after 1, 2, 4 … minutes, at most an hour; while the server itself is away nothing is tried for 5, 10, 20 … seconds, at most five
 * minutes, as every letter would wait for the same time-outs.
 */
export function startDelivery({ prisma, clock, logger, config, composer, crowded = () => false, timing }: Parts): {
  readonly mail: Mail
  /** Resolves when everything that was due has been tried. */
  readonly rest: () => Promise<void>
  readonly stop: () => Promise<void>
} {
  const { tickMs, leaseMs, greetingMs, answerMs, restPerWork, longestRestMs, patienceMs } = { ...usualTiming, ...timing }
  const transport = config.mail
    ? createTransport({
        url: config.mail.smtpUrl,
        connectionTimeout: greetingMs,
        greetingTimeout: greetingMs,
        socketTimeout: answerMs,
      })
    : null
  if (!transport && !composer) return { mail: mailThat(null), rest: async () => {}, stop: async () => {} }
  const away = { times: 0, untilMs: 0 }
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  async function deliverDue(): Promise<void> {
    const calm = whenCalm()
    await calm()
    await composer?.gather(clock())
    if (clock().getTime() < away.untilMs) return
    const take = () => takeNext(prisma, { now: clock(), leaseMs, written: transport !== null })
    for (let letter = await take(); letter; letter = await take()) {
      const begunMs = performance.now()
      if (!(await deliver(letter)) || stopped) return
      await sleep(Math.min(longestRestMs, restPerWork * (performance.now() - begunMs)))
      await calm()
    }
  }

  /** Waits while there is a crowd, for `patienceMs` in all: whoever never ends to write can't hold up each letter anew. */
  function whenCalm(): () => Promise<void> {
    let waitedMs = 0
    const shouldWait = (): boolean => waitedMs < patienceMs && crowded() && !stopped
    return async () => {
      for (; shouldWait(); waitedMs += lookEveryMs) await sleep(lookEveryMs)
    }
  }

  /** @returns false: the server is away, so that the others needn't be tried */
  async function deliver(letter: Taken): Promise<boolean> {
    const words = await wordsOf(letter)
    if (!words) await markStale(prisma, letter.id)
    else if ('later' in words)
      await giveBack(prisma, letter, { at: words.later, unclear: letter.unclear, attempts: letter.attempts - 1 })
    else if (!transport) await finish(letter, words, 'KEPT')
    else
      try {
        await transport.sendMail(envelopeOf(letter, words))
        Object.assign(away, { times: 0, untilMs: 0 })
        await finish(letter, words, 'SENT')
      } catch (error) {
        return noteFailure(letter, words, error)
      }
    return true
  }

  /** A mail that can't be put into words waits, and doesn't hold up the others. */
  async function wordsOf(letter: Taken): Promise<Words | { readonly later: Date } | null> {
    if (!letter.ofNotices) return letter
    try {
      return (await composer?.compose(letter, clock())) ?? null
    } catch (error) {
      logger.error({ err: error, message: letter.id }, 'a mail could not be put into words')
      return { later: new Date(clock().getTime() + pause(60_000, letter.attempts - 1, longestPauseMs.letter)) }
    }
  }

  async function noteFailure(letter: Taken, words: Words, error: unknown): Promise<boolean> {
    const { about, unclear, text } = failureOf(error)
    logger.warn({ err: error, message: letter.id }, 'a mail could not be sent')
    if (about === 'refused') {
      await finish(letter, words, 'REFUSED', text)
      return true
    }
    const now = clock().getTime()
    if (about === 'server') {
      away.untilMs = now + pause(5_000, away.times, longestPauseMs.server)
      away.times += 1
    }
    // After a failure of the server it is as due as all others: they wait for `away` together.
    const at = new Date(about === 'server' && !unclear ? now : now + pause(60_000, letter.attempts - 1, longestPauseMs.letter))
    await giveBack(prisma, letter, { at, unclear: letter.unclear || unclear, attempts: letter.attempts, lastError: text })
    return about !== 'server'
  }

  /** Notes what became of a letter and of what it tells, unless somebody else has it by now. */
  async function finish(letter: Taken, words: Words, fate: Fate, lastError: string | null = null): Promise<void> {
    const now = clock()
    const { subject, text, html, calendar, sequences = {}, noticeIds = [] } = words
    const body = fate === 'KEPT' ? { text, html, calendar: calendar?.text ?? null } : { text: '', html: '', calendar: null }
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.message.updateMany({
        where: { id: letter.id, attempts: letter.attempts, state: 'PENDING' },
        data: { ...body, subject, state: fate, sequences, lastError, ...(fate === 'SENT' && { sentAt: now }) },
      })
      if (count > 0) await composer?.settle(tx, noticeIds, fate, now)
    })
  }

  function envelopeOf(letter: Pick<Taken, 'id' | 'to' | 'ofNotices' | 'discreet'>, { subject, text, html, calendar }: Words) {
    const { hostname } = new URL(config.publicUrl)
    // Sent again in the same words it is the same mail; in other words it must not be taken for the one that came before.
    const mark = letter.ofNotices ? `.${digest(`${subject}\n${text}\n${calendar?.text ?? ''}`)}` : ''
    return {
      // What is discreet comes from an address that says nothing (mechanics 24).
      from: { name: letter.discreet ? '' : 'Podwórko', address: config.mail?.from ?? '' },
      to: { name: '', address: letter.to },
      subject,
      text,
      html,
      messageId: `<${letter.id}${mark}@${hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(calendar && { icalEvent: { method: calendar.method, content: calendar.text, filename: 'termin.ics' } }),
    }
  }

  function kick(): void {
    again = true
    running ??= (async () => {
      while (again) {
        again = false
        await deliverDue().catch((error: unknown) => logger.error({ err: error }, 'mails wait: the database is away'))
      }
      running = null
    })()
  }

  const timer = setInterval(kick, tickMs)
  timer.unref()
  kick()
  const stop = async () => {
    clearInterval(timer)
    stopped = true
    again = false
    await running
    transport?.close()
  }
  return { mail: mailThat(transport ? kick : null), rest: async () => running ?? undefined, stop }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

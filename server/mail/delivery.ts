import { createTransport } from 'nodemailer'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { PrismaClient } from '../db/generated/client.ts'
import type { Logger } from '../http/log.ts'
import { mailThat, type Mail } from './letter.ts'

type Parts = { readonly prisma: PrismaClient; readonly clock: Clock; readonly logger: Logger; readonly config: Config }

const tickMs = 30_000
/** Whoever sends a letter has it for so long; SMTP's own limits are shorter. */
const leaseMs = 120_000
const longestWaitMs = 3_600_000

/**
 * Sends what waits: soon after `kick`, and every half minute what couldn't go before or what another process left. One letter after
 * another; a server that refuses or is away is asked again after 1, 2, 4 … minutes, at most an hour.
 */
export function startDelivery({ prisma, clock, logger, config }: Parts): {
  readonly mail: Mail
  readonly stop: () => Promise<void>
} {
  if (!config.mail) return { mail: mailThat(null), stop: async () => {} }
  const { smtpUrl, from } = config.mail
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 })
  let running: Promise<void> | null = null
  let again = false

  async function deliverDue(): Promise<void> {
    for (let letter = await takeNext(prisma, clock()); letter; letter = await takeNext(prisma, clock())) {
      const { id, to, subject, text, html, attempts } = letter
      try {
        await transport.sendMail({
          from: { name: 'Podwórko', address: from },
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${new URL(config.publicUrl).hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        await prisma.message.updateMany({
          where: { id },
          data: { state: 'SENT', sentAt: clock(), text: '', html: '', lastError: null },
        })
      } catch (error) {
        const waitMs = Math.min(longestWaitMs, 60_000 * 2 ** (attempts - 1))
        const lastError = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
        logger.warn({ err: error, message: id }, 'a mail could not be sent')
        await prisma.message.updateMany({
          where: { id },
          data: { lastError, nextAttemptAt: new Date(clock().getTime() + waitMs) },
        })
      }
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
    again = false
    await running
    transport.close()
  }
  return { mail: mailThat(kick), stop }
}

type Taken = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attempts: number
}

/** Takes the letter that has waited longest, for as long as sending it may last; null: none is due. */
async function takeNext(prisma: PrismaClient, now: Date): Promise<Taken | null> {
  await prisma.message.updateMany({
    where: { state: 'PENDING', expiresAt: { lte: now } },
    data: { state: 'STALE', text: '', html: '' },
  })
  const rows = await prisma.$queryRaw<readonly Taken[]>`
    UPDATE "Message" SET attempts = attempts + 1, "nextAttemptAt" = ${new Date(now.getTime() + leaseMs)}
    WHERE id = (SELECT id FROM "Message" WHERE state = 'PENDING' AND "nextAttemptAt" <= ${now}
                ORDER BY "nextAttemptAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, "to", subject, text, html, attempts`
  return rows[0] ?? null
}

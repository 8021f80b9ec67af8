import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie } from 'better-auth/cookies'
import { generateRandomString } from 'better-auth/crypto'

const byMail = ['/magic-link/verify', '/sign-in/email-otp']

/**
 * better-auth asks for the second factor after a password only. This asks for it in the same way after a link or a code from a mail: the
 * sign-in that was just made is taken back, and a short-lived cookie stands for the first step.
 */
export const secondStep = (seconds: number): BetterAuthPlugin => ({
  id: 'second-step-after-mail',
  hooks: {
    after: [
      {
        matcher: ({ path }) => byMail.includes(path ?? ''),
        handler: createAuthMiddleware(async (ctx) => {
          const made = ctx.context.newSession
          if (!made?.user['twoFactorEnabled']) return undefined
          deleteSessionCookie(ctx, true)
          await ctx.context.internalAdapter.deleteSession(made.session.token)
          ctx.context.setNewSession(null)
          const identifier = `2fa-${generateRandomString(20)}`
          const expiresAt = new Date(Date.now() + seconds * 1000)
          for (const [value, name] of [
            [made.user.id, identifier],
            ['0', `2fa-attempts-${identifier}`],
          ] as const)
            await ctx.context.internalAdapter.createVerificationValue({ value, identifier: name, expiresAt })
          const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: seconds })
          await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes)
          return ctx.json({ twoFactorRedirect: true })
        }),
      },
    ],
  },
})

import type { PrismaClient } from '../../db/generated/client.ts'
import { cookiePrefix, signInDays } from '../../http/session-cookie.ts'
import { mailGoodForSeconds, passwordLength } from './rules.ts'

export type AuthParts = {
  readonly prisma: PrismaClient
  readonly publicUrl: string
  /** Of {@link signInSecret}. */
  readonly secret: string
}

const secondStepSeconds = 600
const days = 86_400

export type Auth = Awaited<ReturnType<typeof createAuth>>

/** Takes the token of a link that was just made; what is sent with it, and when, is the service's business. */
export type TakeToken = (token: string) => void

/**
 * better-auth over our tables. It answers no request itself: our own routes call it, so that no address of it can be reached from outside,
 * the one by which a GET uses up a link among them (mechanics 31). Loaded at the first sign-in, not at the start.
 */
export async function createAuth({ prisma, publicUrl, secret }: AuthParts) {
  const [{ betterAuth }, { APIError }, { prismaAdapter }, { emailOTP, magicLink, twoFactor }, { secondStep }] = await Promise.all(
    [
      import('better-auth/minimal'),
      import('better-auth/api'),
      import('better-auth/adapters/prisma'),
      import('better-auth/plugins'),
      import('./second-step.ts'),
    ],
  )
  const auth = betterAuth({
    appName: 'Podwórko',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false, storage: 'database', modelName: 'rateLimit' },
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    user: { modelName: 'account', changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    session: {
      modelName: 'loginSession',
      fields: { userId: 'accountId' },
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
      expiresIn: signInDays.longest * days,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'credential',
      fields: { userId: 'accountId', accountId: 'providerAccountId' },
      accountLinking: { enabled: false },
    },
    verification: { modelName: 'verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    advanced: {
      cookiePrefix: cookiePrefix(publicUrl),
      useSecureCookies: false, // it would write __Secure- before our __Host-
      defaultCookieAttributes: { secure: publicUrl.startsWith('https:'), sameSite: 'lax', httpOnly: true, path: '/' },
      database: { generateId: false },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const { blockedAt, emailVerified } = await prisma.account.findUniqueOrThrow({
              where: { id: session.userId },
              select: { blockedAt: true, emailVerified: true },
            })
            if (blockedAt !== null || !emailVerified) throw new APIError('UNAUTHORIZED')
            const byCode = context?.path.startsWith('/two-factor/verify-') ?? false
            return { data: { ...session, secondFactorAt: byCode ? new Date() : null } }
          },
        },
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: mailGoodForSeconds,
        storeToken: 'hashed',
        sendMagicLink: async ({ token, metadata }) => (metadata as { readonly take: TakeToken }).take(token),
      }),
      emailOTP({
        disableSignUp: true,
        otpLength: 6,
        expiresIn: mailGoodForSeconds,
        allowedAttempts: 5,
        storeOTP: 'hashed',
        sendVerificationOTP: async () => {},
      }),
      twoFactor({
        issuer: 'Podwórko',
        allowPasswordless: true,
        twoFactorCookieMaxAge: secondStepSeconds,
        schema: { twoFactor: { modelName: 'twoFactor', fields: { userId: 'accountId' } } },
      }),
      secondStep(secondStepSeconds),
    ],
  })
  return { api: auth.api, options: auth.options, context: auth.$context }
}

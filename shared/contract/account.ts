import * as z from 'zod'
import { languages } from './kinds.ts'

export const staffRoleNames = ['ADMINISTRATOR', 'COORDINATOR', 'ORGANISER', 'DESK', 'AUDITOR'] as const
export const rightNames = ['see', 'see-sensitive', 'tell', 'sign-up', 'plan', 'manage', 'audit', 'administer'] as const
export const scopeKinds = ['everywhere', 'organisation', 'project', 'program', 'club'] as const

/** As typed; the server knows one spelling of it. */
const mailbox = z.string().min(3).max(254)
const password = z.string().min(1).max(128)
const token = z.string().min(20).max(100)
const sixDigits = z.string().regex(/^\d{6}$/, 'expected six digits')
const personName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{C}+$/u, 'expected one line without control characters')

export const passwordSignInInput = z.strictObject({ email: mailbox, password }).meta({ id: 'PasswordSignIn' })
export const mailSignInInput = z.strictObject({ email: mailbox, language: z.enum(languages) }).meta({ id: 'MailSignIn' })
export const linkSignInInput = z.strictObject({ token }).meta({ id: 'LinkSignIn' })
export const codeSignInInput = z.strictObject({ email: mailbox, code: sixDigits }).meta({ id: 'CodeSignIn' })

/** `second-factor`: half way, the code of the authenticator app is asked for now. */
export const signInAnswer = z.strictObject({ next: z.enum(['panel', 'second-factor']) }).meta({ id: 'SignInAnswer' })

/** The same whether or not there is such an account (T18). */
export const mailSentAnswer = z
  .strictObject({ minutes: z.int().meta({ description: 'How long the link and the code are good.' }) })
  .meta({ id: 'MailSentAnswer' })

export const secondFactorInput = z
  .strictObject({ code: sixDigits.optional(), backupCode: z.string().min(8).max(20).optional() })
  .refine(({ code, backupCode }) => (code === undefined) !== (backupCode === undefined), 'expected one of code and backupCode')
  .meta({ id: 'SecondFactor' })

/** What begins the set-up of an authenticator app. An account without a password needs none. */
export const secondFactorBeginInput = z.strictObject({ password: password.optional() }).meta({ id: 'SecondFactorBegin' })
export const secondFactorBeginAnswer = z
  .strictObject({
    address: z.string().meta({ description: 'otpauth:// for the QR code' }),
    secret: z.string().meta({ description: 'The same for typing, in base 32' }),
    backupCodes: z.array(z.string()),
  })
  .meta({ id: 'SecondFactorBeginAnswer' })
export const secondFactorConfirmInput = z.strictObject({ code: sixDigits }).meta({ id: 'SecondFactorConfirm' })

/** Where a role counts. */
export const grantScope = z
  .union([
    z.strictObject({ kind: z.literal('everywhere') }),
    z.strictObject({ kind: z.enum(['organisation', 'project', 'program', 'club']), id: z.uuid() }),
  ])
  .meta({ id: 'GrantScope' })

export const grantInput = z
  .strictObject({
    role: z.enum(staffRoleNames),
    scope: grantScope,
    ownOnly: z.boolean().default(false).meta({ description: 'Organisers only: just what they host themselves' }),
    endsOn: z.iso.date().nullable().default(null).meta({ description: 'The last day, inside; an auditor has one' }),
  })
  .meta({ id: 'GrantInput' })

export const grantView = z
  .strictObject({
    id: z.uuid(),
    role: z.enum(staffRoleNames),
    scope: z.strictObject({ kind: z.enum(scopeKinds), id: z.uuid().nullable(), name: z.string().nullable() }),
    ownOnly: z.boolean(),
    endsOn: z.iso.date().nullable(),
  })
  .meta({ id: 'Grant' })

/** Whoever is signed in. `rights` are those they have somewhere: what the panel offers; each answer says what it gives. */
export const meAnswer = z
  .strictObject({
    accountId: z.uuid(),
    name: z.string(),
    email: z.string(),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    grants: z.array(grantView),
    rights: z.array(z.enum(rightNames)),
    everywhere: z.boolean().meta({ description: 'Administers the whole installation' }),
  })
  .meta({ id: 'Me' })

export const signInView = z
  .strictObject({
    id: z.uuid(),
    isThis: z.boolean(),
    device: z.strictObject({
      system: z.enum(['windows', 'macos', 'linux', 'android', 'ios', 'other']),
      browser: z.enum(['firefox', 'chrome', 'edge', 'safari', 'opera', 'other']),
    }),
    since: z.iso.datetime(),
    lastUsed: z.iso.datetime(),
  })
  .meta({ id: 'SignIn' })
export const signInsAnswer = z.strictObject({ signIns: z.array(signInView) }).meta({ id: 'SignIns' })

export const passwordInput = z
  .strictObject({ current: password.optional(), next: z.string().min(1).max(128), language: z.enum(languages).default('pl') })
  .meta({ id: 'NewPassword' })
export const backupCodesInput = z.strictObject({ password: password.optional() }).meta({ id: 'BackupCodesInput' })
export const backupCodesAnswer = z.strictObject({ backupCodes: z.array(z.string()) }).meta({ id: 'BackupCodes' })

export const invitationInput = z
  .strictObject({
    email: mailbox,
    name: personName,
    language: z.enum(languages).default('pl'),
    grants: z.array(grantInput).min(1).max(20),
  })
  .meta({ id: 'InvitationInput' })
export const invitationLookInput = z.strictObject({ token }).meta({ id: 'InvitationLook' })
/** `hasAccount`: the mailbox has an account already; it keeps its name and its password and gets the roles. */
export const invitationLookAnswer = z
  .strictObject({
    name: z.string(),
    email: z.string(),
    invitedBy: z.string(),
    hasAccount: z.boolean(),
    expiresAt: z.iso.datetime(),
    grants: z.array(grantView.omit({ id: true })),
  })
  .meta({ id: 'InvitationLookAnswer' })
export const invitationAcceptInput = z
  .strictObject({ token, name: personName.optional(), password: z.string().min(1).max(128).optional() })
  .meta({ id: 'InvitationAccept' })

export const invitationView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    sentAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    isExpired: z.boolean(),
    grants: z.array(grantView.omit({ id: true })),
  })
  .meta({ id: 'Invitation' })

export const personView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    isMe: z.boolean(),
    isBlocked: z.boolean(),
    hasSecondFactor: z.boolean(),
    lastSeen: z.iso.datetime().nullable(),
    grants: z.array(grantView),
    mayBlock: z.boolean().meta({ description: 'Every role of this person is within what I administer' }),
  })
  .meta({ id: 'StaffMember' })
export const staffAnswer = z
  .strictObject({ people: z.array(personView), invitations: z.array(invitationView) })
  .meta({ id: 'Staff' })

export const scopeOption = z
  .strictObject({
    kind: z.enum(scopeKinds),
    id: z.uuid().nullable(),
    name: z.string().nullable(),
    roles: z.array(z.enum(staffRoleNames)),
  })
  .meta({ id: 'ScopeOption' })
export const scopesAnswer = z.strictObject({ scopes: z.array(scopeOption) }).meta({ id: 'Scopes' })

export const messageStates = ['PENDING', 'SENT', 'KEPT', 'STALE', 'REFUSED'] as const
export const messageView = z
  .strictObject({
    id: z.uuid(),
    kind: z.string(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    state: z.enum(messageStates),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    attempts: z.int(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Message' })
export const messagesAnswer = z
  .strictObject({ sends: z.boolean().meta({ description: 'False: there is no SMTP_URL' }), messages: z.array(messageView) })
  .meta({ id: 'Messages' })

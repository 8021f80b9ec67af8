import type { letters as polish } from '../pl/letters.ts'
import type { Translated } from '../translated.ts'

export const letters = {
  signIn: {
    subject: 'Signing in to Podwórko',
    hello: 'Hello,',
    why: 'somebody – probably you – wants to sign in to Podwórko with this address. Open this address and press the button:',
    code: 'Or type this code on the sign-in page:',
    until: 'Either works for {{minutes}} minutes, and only once.',
    notYou: 'If it wasn’t you, do nothing: nobody gets in without this message.',
  },
  invitation: {
    subject: 'An invitation to Podwórko',
    hello: 'Hello {{name}},',
    who: '{{by}} invites you to plan activities together in Podwórko.',
    roles: 'Your roles:',
    open: 'Open this address to accept the invitation:',
    hasAccount:
      'This address already has an account in Podwórko. Your name, password and present roles stay as they are; accepting adds the new ones.',
    until: 'The invitation is good until {{day}}.',
    notYou: 'If you don’t know what this is about, do nothing.',
  },
  passwordChanged: {
    subject: 'A new password for Podwórko',
    text: 'The password of your account in Podwórko was changed, and your other devices were signed out.',
    notYou: 'If it wasn’t you, sign in by e-mail, set a new password and tell your administrator.',
  },
  roles: {
    ADMINISTRATOR: 'administrator',
    COORDINATOR: 'coordinator',
    ORGANISER: 'organiser',
    ownOnly: 'organiser of own activities',
    DESK: 'front desk',
    AUDITOR: 'auditor',
  },
  everywhere: 'everywhere',
  endsOn: 'until {{day}}',
  sign: 'Podwórko\n{{address}}',
} as const satisfies Translated<typeof polish>

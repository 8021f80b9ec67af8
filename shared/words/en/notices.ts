import type { Translated } from '../translated.ts'
import type { notices as pl } from '../pl/notices.ts'

export const notices = {
  hello: 'Hello,',
  subjects: {
    confirmed: 'You have a seat: {{title}}, {{when}}',
    waiting: 'Waiting list: {{title}}, {{when}}',
    promoted: 'There is a seat for you: {{title}}, {{when}}',
    offer: 'A place waits for you: {{title}}, {{when}}',
    lapsed: 'The place went to somebody else: {{title}}, {{when}}',
    withdrawn: 'Sign-up withdrawn: {{title}}, {{when}}',
    again: 'You are signed up already: {{title}}, {{when}}',
    party: 'Sign-up changed: {{title}}, {{when}}',
    cancelled: 'Cancelled: {{title}}, {{when}}',
    moved: 'New date: {{title}}, {{when}}',
    place: 'New place: {{title}}, {{when}}',
    restored: 'It takes place after all: {{title}}, {{when}}',
    added: 'One more meeting: {{title}}, {{when}}',
    holds: 'The date holds: {{title}}, {{when}}',
    reminder: 'Reminder: {{title}}, {{when}}',
  },
  subjectOfMany: {
    'sign-up': 'Your sign-ups',
    change: 'Changes to what you signed up for',
    reminder: 'A reminder of your meetings',
  },
  subjectDiscreet: 'A message about your sign-up',
  /** To somebody whose mails and messages others may read: nothing tells what it is about. */
  guarded: {
    subject: 'A message for you',
    lead: 'There is a message for you. Open it when you can read it in peace.',
    open: 'Open the message',
    keep: 'Please don’t pass this on.',
    sms: 'Hello! Please get in touch about your appointment.',
  },
  leads: {
    confirmed: 'You have a seat. See you there!',
    waiting: 'You are on the waiting list. When a seat becomes free you get it in turn, and we write at once.',
    promoted: 'A seat became free and it is yours. If you can’t come, withdraw on the page of your sign-up – others wait.',
    offer:
      'A place has become free and waits for you until: {{until}}. Take it or decline it on the page of your sign-up. After that the next person on the list gets it.',
    lapsed:
      'A place waited for you, but the time is over and the next person on the list has got it. For a day you can return to the top of the list: on the page of your sign-up.',
    withdrawn: 'The sign-up is withdrawn. If that was a mistake you can undo it for a day on the page of your sign-up.',
    again:
      'Somebody – probably you – signed the same person up again. The first sign-up counts, and nothing about it has changed.',
    party: 'The sign-up is changed. This is how it stands now:',
    cancelled: 'Cancelled. Please don’t come.',
    moved: 'The date has changed.',
    place: 'The place has changed.',
    restored: 'It takes place after all.',
    added: 'Your course has one more meeting.',
    holds: 'Nothing has changed: this date holds.',
    reminder: 'A reminder of your meeting. If you can’t come, withdraw on the page of your sign-up.',
  },
  volunteers: {
    subjects: {
      confirmed: 'Your shift: {{title}}, {{when}}',
      waiting: 'Your request waits: {{title}}, {{when}}',
      promoted: 'The shift is yours: {{title}}, {{when}}',
    },
    leads: {
      confirmed: 'The shift is yours. Thank you for helping!',
      waiting:
        'We have your request. It waits until we have checked it or a place is free. We will write at once when the shift is yours.',
      promoted: 'The shift is yours. Thank you for helping! If you can’t after all, say so on the page of your request.',
      withdrawn:
        'This shift is no longer yours. If that is a mistake, you can take it back for a day on the page of your request.',
      cancelled: 'Cancelled. You won’t be needed this time – thank you for being ready.',
      moved: 'The hours of your shift have changed. If they don’t suit you, say so on the page of your request.',
      reminder: 'A reminder of your shift. If you can’t come, say so on the page of your request.',
    },
  },
  when: 'When',
  formerly: 'Was',
  where: 'Where',
  reason: 'Reason',
  instead: 'Instead',
  people: 'People',
  care: 'Children in care',
  code: 'Sign-up number',
  onWaitingList: 'You are on the waiting list.',
  more: 'and more meetings ({{count}}) – all of them are on the page of your sign-up',
  sample: 'Invented – please don’t come. This shows how the program works.',
  know: 'Press “I know, thank you” on the page of your sign-up. Then we won’t phone.',
  page: 'The page of your sign-up',
  keep: 'Whoever knows the address of that page can change the sign-up. Please don’t forward this message.',
  sign: 'Podwórko',
  /** The letter for whoever lost a link. */
  links: {
    subject: 'Your sign-ups – the links to their pages',
    lead: 'Somebody – probably you – asked for the links of the sign-ups with this address. Here they are:',
    keep: 'For a day these links also let you make a calendar for your phone with all sign-ups in it. Don’t pass this message on: whoever has these links can change the sign-ups. If it wasn’t you who asked, you need not do anything.',
  },
} as const satisfies Translated<typeof pl>

import type { session as polish } from '../pl/session.ts'
import type { Translated } from '../translated.ts'

export const session = {
  wayUp: 'Where this is',
  number: 'meeting {{number}} of {{of}}',
  program: 'program “{{name}}”',
  when: 'When',
  rule: 'The series: {{rule}}.',
  where: 'Where',
  noVenue: 'We don’t know the place yet',
  joining: 'How to take part',
  ended: { title: 'This meeting is over.', text: 'You will find the next ones below.' },
  cancelled: { title: 'Cancelled {{since}}.', noReason: 'No reason was given.', instead: 'Instead:' },
  moved: { title: 'Moved {{since}}.', from: 'It was to be: {{when}}.' },
  addToCalendar: 'Add to calendar',
  addToCalendarNote: 'One meeting, as a calendar file. It won’t change by itself – a subscription does.',
  call: 'Call: {{phone}}',
  write: 'Write: {{email}}',
  discreet: 'Those who take part know more.',
  about: 'About this activity',
  nextOfSeries: 'Next meetings',
  wholeSeries: 'Page of the whole series',
} as const satisfies Translated<typeof polish, 'few' | 'many'>

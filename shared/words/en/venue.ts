import type { venue as polish } from '../pl/venue.ts'
import type { Translated } from '../translated.ts'

export const venue = {
  what: 'Place',
  address: 'Address',
  aliases: 'Also: {{names}}',
  map: 'Show on OpenStreetMap',
  access: 'Can I get in?',
  accessNote: 'We say only what somebody has checked. Where nobody has, it says “not known”.',
  value: { yes: 'yes', no: 'no', unknown: 'not known' },
  checked: 'checked on {{day}}',
  notChecked: 'nobody has checked yet',
  fact: {
    STEP_FREE_ENTRANCE: 'Step-free entrance',
    LIFT: 'Lift',
    ACCESSIBLE_TOILET: 'Wheelchair-accessible toilet',
    DISABLED_PARKING: 'Parking place for disabled people',
    INDUCTION_LOOP: 'Induction loop',
    ASSISTANCE_DOG: 'Assistance dogs welcome',
    QUIET_ROOM: 'Quiet room',
    TACTILE_GUIDES: 'Tactile guides',
  },
  short: { yes: '{{fact}}', no: '{{fact}}: no', unknown: '{{fact}}: not known' },
  stepFree: {
    yes: 'step-free entrance',
    no: 'there are steps at the entrance',
    unknown: 'we don’t know if there are steps at the entrance',
  },
  hours: 'Opening hours',
  closed: 'Closed',
  whole: 'the whole place',
  weekdays: { d1: 'Monday', d2: 'Tuesday', d3: 'Wednesday', d4: 'Thursday', d5: 'Friday', d6: 'Saturday', d7: 'Sunday' },
  rooms: 'Rooms',
  room: {
    yes: 'step-free from the entrance',
    no: 'there are steps on the way',
    unknown: 'we don’t know if there are steps on the way',
  },
  seats_one: '{{count}} person',
  seats_other: '{{count}} people',
  seatsUnknown: 'we don’t know how many people it holds',
} as const satisfies Translated<typeof polish, 'few' | 'many'>

import type { Series } from '../session-rows.ts'
import { texts } from '../shapes.ts'
import { contactIn } from './contact.ts'
import type { Timetable } from './timetable.ts'

const contact = contactIn(68)
const belongs = { program: 'przykladowa-szprotawa' }
const hall = { venue: 'przykladowa-swietlica-szprotawa', room: 'Sala' }

/** The invented season of Szprotawa: a trip of three whole days, a work group, a self-help group, family afternoons. */
export function szprotawaSeries(time: Timetable): readonly Series[] {
  return [
    {
      slug: 'wyjazd-w-nieznane',
      belongs: { ...belongs, group: 0 },
      activities: [
        {
          face: {
            title: texts('Wyjazd w nieznane', 'A trip into the unknown', 'Поїздка в невідоме'),
            description: texts(
              'Trzy dni razem, z noclegami. Miejsca nie ma na żadnej mapie.',
              'Three days together, nights included. The place is on no map.',
              'Три дні разом, з ночівлями. Цього місця немає на жодній карті.',
            ),
            kind: 'TRIP',
            audiences: ['FAMILIES', 'ADULTS'],
            languages: ['pl'],
            host: 'M. Przykład',
            bring: texts('Wygodne buty.', 'Comfortable shoes.', 'Зручне взуття.'),
            isFree: true,
            meetingPoint: texts(
              'Przed świetlicą, o 8:00 pierwszego dnia.',
              'In front of the club room, at 8:00 on the first day.',
            ),
            enrolment: 'PER_SESSION',
            capacity: 26,
            ...contact,
          },
          place: null,
          schedule: time.wholeDays(5, 'FR', 3),
        },
      ],
    },
    {
      slug: 'porzadki-po-sasiedzku',
      belongs,
      activities: [
        {
          face: {
            title: texts('Porządki po sąsiedzku', 'Tidying for the neighbours', 'Прибирання по-сусідськи'),
            description: texts(
              'Prace dla zaproszonej grupy, po cztery godziny.',
              'Work for an invited group, four hours each time.',
            ),
            kind: 'SOCIALLY_USEFUL_WORK',
            audiences: ['JOB_SEEKERS'],
            languages: ['pl'],
            host: 'J. Niby',
            enrolment: 'BY_INVITATION',
            capacity: 10,
          },
          place: null,
          schedule: time.weekly('TU,TH', '08:00-12:00', { fromWeek: -2, toWeek: 10 }),
        },
      ],
    },
    {
      slug: 'grupa-samopomocowa-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts('Grupa samopomocowa', 'Self-help group', 'Група взаємодопомоги'),
            kind: 'SELF_HELP_GROUP',
            audiences: ['ADULTS', 'PARENTS'],
            languages: ['pl'],
            isFree: true,
            enrolment: 'OPEN',
          },
          place: hall,
          schedule: time.weekly('MO', '17:00-19:00', { fromWeek: -4, toWeek: 16 }),
        },
      ],
    },
    {
      slug: 'popoludnie-rodzinne-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts('Popołudnie rodzinne', 'Family afternoon', 'Сімейне пообіддя'),
            description: texts('Zabawy dla małych i dużych.', 'Games for small and large.', 'Забави для малих і великих.'),
            kind: 'WORKSHOP',
            audiences: ['FAMILIES', 'CHILDREN', 'PARENTS'],
            languages: ['pl', 'uk'],
            host: 'A. Zmyślona',
            isFree: true,
            enrolment: 'OPEN',
            ...contact,
          },
          place: hall,
          schedule: time.weekly('WE', '16:00-18:00', { toWeek: 18, skipBreaksOf: 'lubuskie' }),
        },
      ],
    },
  ]
}

import type { Series } from '../session-rows.ts'
import { texts, type ActivityFace } from '../shapes.ts'
import { contactIn } from './contact.ts'
import { movedTo, type Timetable } from './timetable.ts'

const contact = contactIn(58)
const belongs = { program: 'przykladowy-gdansk' }
const hall = (district: string) => ({ venue: `przykladowe-centrum-${district}`, room: 'Sala' })
const office = (district: string) => ({ venue: `przykladowe-centrum-${district}`, room: 'Gabinet' })

/** The invented season of Gdańsk, in five districts. */
export function gdanskSeries(time: Timetable): readonly Series[] {
  return [...inOruniaAndNowyPort(time), ...inStogi(time), ...inDolneMiastoAndBiskupiaGorka(time)]
}

function inOruniaAndNowyPort(time: Timetable): readonly Series[] {
  return [
    {
      slug: 'jak-szukac-pracy',
      belongs,
      activities: [
        {
          face: {
            title: texts('Doradca: jak szukać pracy', 'Adviser: how to look for work', 'Порадник: як шукати роботу'),
            description: texts('Pół godziny na osobę.', 'Half an hour for each person.', 'Пів години на особу.'),
            kind: 'COUNSELLING',
            audiences: ['JOB_SEEKERS'],
            languages: ['pl', 'uk', 'en'],
            host: 'M. Przykład',
            isFree: true,
            enrolment: 'BY_APPOINTMENT',
            ...contact,
          },
          place: office('orunia'),
          schedule: time.weekly('MO', '16:00-18:00', { toWeek: 16 }),
        },
      ],
    },
    {
      slug: 'ogrod-ktorego-nie-ma',
      belongs,
      activities: [
        {
          face: {
            title: texts('Ogród, którego nie ma', 'The garden that isn’t', 'Сад, якого немає'),
            description: texts(
              'Wolontariusze sadzą, grabią i podlewają.',
              'Volunteers plant, rake and water.',
              'Волонтери садять, згрібають і поливають.',
            ),
            kind: 'VOLUNTEERING',
            audiences: ['VOLUNTEERS', 'EVERYONE'],
            languages: ['pl', 'uk'],
            isFree: true,
            bring: texts('Rękawice.', 'Gloves.', 'Рукавиці.'),
            meetingPoint: texts('Przy wymyślonej furtce.', 'At an invented gate.', 'Біля вигаданої хвіртки.'),
            enrolment: 'PER_SESSION',
            capacity: 15,
            ...contact,
          },
          place: { district: 'gdansk-orunia', stepFree: 'NO' },
          schedule: time.weekly('SA', '10:00-12:00', { fromWeek: -4, toWeek: 14 }),
          edits: [
            {
              at: 0,
              note: texts(
                'Zaczynamy od porządków w szopie.',
                'We begin with tidying the shed.',
                'Починаємо з прибирання в повітці.',
              ),
            },
          ],
        },
      ],
    },
    {
      slug: 'mlodzi-jakoby',
      belongs: { ...belongs, club: 'klub-jakoby' },
      activities: [
        {
          face: {
            title: texts('Młodzi przy stole', 'Young people at the table', 'Молодь за столом'),
            kind: 'CLUB_MEETING',
            audiences: ['YOUTH'],
            languages: ['pl', 'uk'],
            host: 'J. Niby',
            isFree: true,
            enrolment: 'OPEN',
            ...contact,
          },
          place: hall('nowy-port'),
          schedule: time.weekly('WE,FR', '16:00-18:00', { toWeek: 14, skipBreaksOf: 'pomorskie' }),
        },
      ],
    },
    {
      slug: 'turniej-bez-pucharu',
      belongs,
      activities: [
        {
          face: {
            title: texts('Turniej bez pucharu', 'Tournament without a cup', 'Турнір без кубка'),
            description: texts('Tenis stołowy w pierwszą niedzielę miesiąca.', 'Table tennis on the first Sunday of the month.'),
            kind: 'SPORTS_EVENT',
            audiences: ['YOUTH', 'ADULTS'],
            languages: ['pl'],
            isFree: true,
            enrolment: 'PER_SESSION',
            capacity: 16,
          },
          place: hall('nowy-port'),
          schedule: time.monthly('1SU', '11:00-15:00'),
        },
      ],
    },
  ]
}

const mornings: ActivityFace = {
  title: texts('Poranki przy oknie', 'Mornings at the window', 'Ранки біля вікна'),
  description: texts(
    'Śniadanie i rozmowy klubu seniora.',
    'Breakfast and talk of the seniors’ club.',
    'Сніданок і розмови клубу старших.',
  ),
  kind: 'CLUB_MEETING',
  audiences: ['SENIORS', 'DISABLED_PEOPLE'],
  languages: ['pl'],
  host: 'A. Zmyślona',
  isFree: true,
  inductionLoop: 'YES',
  enrolment: 'MEMBERSHIP',
  ...contact,
}

function inStogi(time: Timetable): readonly Series[] {
  return [
    {
      // Split: two activities, one an hour later, under one name and one feed.
      slug: 'poranki-przy-oknie',
      belongs: { ...belongs, club: 'klub-niejako' },
      activities: [
        { face: mornings, place: hall('stogi'), schedule: time.weekly('TU', '09:00-11:00', { toWeek: -3 }) },
        { face: mornings, place: hall('stogi'), schedule: time.weekly('TU', '10:00-12:00', { fromWeek: -2 }) },
      ],
    },
    {
      slug: 'rodziny-zastepcze-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts('Wieczór rodzin zastępczych', 'Foster families’ evening', 'Вечір прийомних родин'),
            kind: 'SUPPORT_GROUP',
            audiences: ['FOSTER_FAMILIES', 'CARERS'],
            languages: ['pl'],
            host: 'M. Przykład',
            isFree: true,
            careSeats: 10,
            enrolment: 'BY_INVITATION',
            capacity: 14,
          },
          place: hall('stogi'),
          schedule: time.weekly('TH', '17:00-19:00', { every: 2 }),
        },
      ],
    },
  ]
}

function inDolneMiastoAndBiskupiaGorka(time: Timetable): readonly Series[] {
  return [
    {
      slug: 'angielski-od-zera-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts('Angielski od zera', 'English from scratch', 'Англійська з нуля'),
            description: texts(
              'Kurs: dwanaście spotkań, jeden zapis.',
              'A course: twelve meetings, one sign-up.',
              'Курс: дванадцять зустрічей, один запис.',
            ),
            kind: 'COURSE',
            audiences: ['ADULTS', 'PARENTS'],
            languages: ['pl', 'en'],
            host: 'J. Niby',
            isFree: true,
            enrolment: 'WHOLE_COURSE',
            capacity: 14,
            ...contact,
          },
          place: hall('dolne-miasto'),
          schedule: time.course('TH', '17:00-19:00', 12, 1),
        },
      ],
    },
    {
      slug: 'koncert-na-schodach',
      belongs,
      activities: [
        {
          face: {
            title: texts('Koncert na schodach', 'Concert on the stairs', 'Концерт на сходах'),
            kind: 'CULTURAL_EVENT',
            audiences: ['EVERYONE'],
            isFree: true,
            planB: texts('W razie deszczu: sala.', 'If it rains: indoors.'),
            enrolment: 'OPEN',
          },
          place: { district: 'gdansk-dolne-miasto', stepFree: 'UNKNOWN' },
          schedule: time.inWeeks([-2, 2, 12, 21], 'SU', '17:00-19:00'),
          edits: [
            {
              at: 0,
              move: {
                to: movedTo('18:00-20:00'),
                reason: texts('Muzycy dojeżdżają później.', 'The musicians arrive later.', 'Музиканти приїдуть пізніше.'),
              },
            },
          ],
        },
      ],
    },
    {
      slug: 'praca-socjalna-dyzur-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts('Pracownik socjalny: dyżur', 'Social worker: office hours', 'Соціальний працівник: години прийому'),
            kind: 'SOCIAL_WORK',
            audiences: ['ADULTS', 'FAMILIES', 'DISABLED_PEOPLE'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: true,
            enrolment: 'OPEN',
            ...contact,
          },
          place: office('biskupia-gorka'),
          schedule: time.weekly('MO', '08:00-11:00', { toWeek: 16 }),
        },
      ],
    },
    {
      slug: 'taniec-w-kapciach',
      belongs,
      activities: [
        {
          face: {
            title: texts('Taniec w kapciach', 'Dancing in slippers', 'Танці в капцях'),
            kind: 'WORKSHOP',
            audiences: ['EVERYONE', 'ADULTS'],
            languages: ['pl'],
            host: 'J. Niby',
            isFree: true,
            enrolment: 'OPEN',
          },
          place: hall('biskupia-gorka'),
          schedule: time.weekly('WE', '18:00-19:30', { toWeek: 12 }),
        },
      ],
    },
  ]
}

import type { Series } from '../session-rows.ts'
import { texts } from '../shapes.ts'
import { contactIn } from './contact.ts'
import { movedTo, type Timetable } from './timetable.ts'

const contact = contactIn(32)
const belongs = { program: 'przykladowy-welnowiec-i-dab' }
const dab = (room: string) => ({ venue: 'przykladowa-strefa-dab', room })
const welnowiec = { venue: 'wymyslony-dom-welnowiec', room: 'Sala' }

/** The invented season of Katowice, over two districts. Its office hours of today are cancelled. */
export function katowiceSeries(time: Timetable): readonly Series[] {
  return [...inDab(time), ...inWelnowiec(time)]
}

function inDab(time: Timetable): readonly Series[] {
  return [
    {
      slug: 'seniorzy-gdyby',
      belongs: { ...belongs, club: 'klub-gdyby' },
      activities: [
        {
          face: {
            title: texts('Poniedziałek seniora', 'Seniors’ Monday', 'Понеділок для старших'),
            description: texts('Śpiewnik, krzyżówki i herbata.', 'Songs, crosswords and tea.', 'Пісні, кросворди й чай.'),
            kind: 'CLUB_MEETING',
            audiences: ['SENIORS'],
            languages: ['pl'],
            host: 'M. Przykład',
            isFree: true,
            enrolment: 'MEMBERSHIP',
            ...contact,
          },
          place: dab('Sala'),
          schedule: time.weekly('MO', '11:00-13:00'),
        },
      ],
    },
    {
      slug: 'plakat-na-niby',
      belongs,
      activities: [
        {
          face: {
            title: texts('Warsztat plakatu', 'Poster workshop', 'Майстерня плаката'),
            description: texts(
              'Farby, szablony i hasła, które nic nie reklamują.',
              'Paint, stencils and slogans that advertise nothing.',
            ),
            kind: 'WORKSHOP',
            audiences: ['YOUTH', 'ADULTS'],
            languages: ['pl'],
            host: 'J. Niby',
            bring: texts('Ubranie, którego nie szkoda.', 'Clothes that may get dirty.'),
            isFree: true,
            enrolment: 'PER_SESSION',
            capacity: 8,
            ...contact,
          },
          place: dab('Sala'),
          schedule: time.weekly('WE', '17:00-18:30', { fromWeek: -3, toWeek: 14, skipBreaksOf: 'slaskie' }),
        },
      ],
    },
    {
      slug: 'dyzur-na-debie',
      belongs,
      activities: [
        {
          face: {
            title: texts('Dyżur na Dębie', 'Office hours in Dąb', 'Години прийому в районі Домб'),
            description: texts('Pomoc w pismach i wnioskach.', 'Help with letters and forms.', 'Допомога з листами й заявами.'),
            kind: 'OFFICE_HOURS',
            audiences: ['EVERYONE', 'SENIORS'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: true,
            enrolment: 'OPEN',
            ...contact,
          },
          place: dab('Pracownia'),
          schedule: time.onDays([-14, -7, 0, 2, 7, 14, 21], '15:00-17:00'),
          edits: [
            {
              at: 0,
              cancel: {
                reason: texts(
                  'Nagła nieobecność prowadzącej.',
                  'The leader can’t come today.',
                  'Ведуча сьогодні не може прийти.',
                ),
                instead: 1,
              },
            },
            {
              at: 3,
              cancel: {
                reason: texts('Remont na niby.', 'Repairs in play.', 'Ремонт про людське око.'),
                instead: texts(
                  'Zapytaj telefonicznie o inny dzień.',
                  'Ask by phone for another day.',
                  'Запитай телефоном про інший день.',
                ),
              },
            },
          ],
        },
      ],
    },
    {
      slug: 'kino-pod-chmurka-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts('Kino pod chmurką', 'Open-air cinema', 'Кіно просто неба'),
            description: texts(
              'Film, którego nie ma, na ekranie, którego też nie ma.',
              'A film that isn’t, on a screen that isn’t either.',
            ),
            kind: 'OPEN_AIR_CINEMA',
            audiences: ['EVERYONE', 'FAMILIES'],
            languages: ['pl'],
            isFree: true,
            bring: texts('Koc.', 'A blanket.', 'Ковдру.'),
            planB: texts('W razie deszczu: sala.', 'If it rains: indoors.', 'Якщо дощ: у залі.'),
            enrolment: 'OPEN',
          },
          place: { district: 'katowice-dab', stepFree: 'YES' },
          schedule: time.inWeeks([-6, 1, 9, 20], 'FR', '20:00-22:30'),
        },
      ],
    },
    {
      slug: 'nabor-do-edycji-przykladowej',
      belongs: { ...belongs, edition: 0 },
      activities: [
        {
          face: {
            title: texts('Spotkanie o naborze', 'Information meeting on recruitment', 'Зустріч про набір'),
            description: texts(
              'O tym, kto może dołączyć do edycji, i co dalej.',
              'On who may join the edition, and what comes next.',
              'Про те, хто може долучитися до набору і що далі.',
            ),
            kind: 'INFORMATION_MEETING',
            audiences: ['JOB_SEEKERS'],
            languages: ['pl', 'uk'],
            host: 'M. Przykład',
            isFree: true,
            signLanguage: 'NO',
            enrolment: 'OPEN',
            ...contact,
          },
          place: dab('Pracownia'),
          schedule: time.onDays([-21, 9, 45], '18:00-19:00'),
        },
      ],
    },
  ]
}

function inWelnowiec(time: Timetable): readonly Series[] {
  return [
    {
      slug: 'rodzice-na-razie',
      belongs: { ...belongs, club: 'klub-na-razie' },
      activities: [
        {
          face: {
            title: texts('Klub rodzica', 'Parents’ club', 'Клуб батьків'),
            kind: 'CLUB_MEETING',
            audiences: ['PARENTS'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: true,
            careSeats: 8,
            enrolment: 'MEMBERSHIP',
            ...contact,
          },
          place: welnowiec,
          schedule: time.weekly('FR', '15:00-17:00', { toWeek: 16 }),
        },
      ],
    },
    {
      slug: 'proba-choru-bez-nut',
      belongs,
      activities: [
        {
          face: {
            title: texts('Chór bez nut', 'Choir without notes', 'Хор без нот'),
            description: texts(
              'Śpiewamy ze słuchu, fałszować wolno.',
              'We sing by ear; false notes are welcome.',
              'Співаємо на слух, фальшивити можна.',
            ),
            kind: 'WORKSHOP',
            audiences: ['ADULTS', 'SENIORS', 'EVERYONE'],
            languages: ['pl'],
            host: 'J. Niby',
            isFree: true,
            enrolment: 'OPEN',
          },
          place: welnowiec,
          schedule: time.weekly('TH', '17:30-19:00'),
          edits: [
            {
              at: 1,
              move: {
                to: movedTo('18:00-19:30', -1),
                reason: texts('W czwartek sala jest zajęta.', 'The room is taken on Thursday.', 'У четвер зала зайнята.'),
              },
            },
            {
              at: -2,
              cancel: {
                reason: texts('Brak ogrzewania (na niby).', 'No heating (in play).', 'Немає опалення (про людське око).'),
              },
            },
          ],
        },
      ],
    },
    {
      slug: 'lider-na-probe',
      belongs: { ...belongs, group: 0 },
      activities: [
        {
          face: {
            title: texts('Lider na próbę', 'Leader on trial', 'Лідер на пробу'),
            description: texts(
              'Grupa uczy się prowadzić spotkania: w drugi wtorek miesiąca.',
              'The group learns to lead meetings: on the second Tuesday of the month.',
            ),
            kind: 'TRAINING',
            audiences: ['ADULTS', 'YOUTH'],
            languages: ['pl'],
            host: 'M. Przykład',
            isFree: true,
            enrolment: 'WHOLE_COURSE',
            capacity: 12,
            ...contact,
          },
          place: welnowiec,
          schedule: time.monthly('2TU', '16:00-19:00'),
        },
      ],
    },
    {
      slug: 'wyjscie-do-teatru-cieni',
      belongs,
      activities: [
        {
          face: {
            title: texts('Wyjście do teatru cieni', 'Outing to a shadow theatre', 'Похід до театру тіней'),
            kind: 'OUTING',
            audiences: ['FAMILIES', 'SENIORS'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: false,
            costText: texts('10 zł za bilet', '10 zł for the ticket'),
            meetingPoint: texts('Przystanek „Przykład”, 15 minut wcześniej.', 'Stop “Przykład”, 15 minutes before.'),
            enrolment: 'PER_SESSION',
            capacity: 20,
            ...contact,
          },
          place: { district: 'katowice-welnowiec-jozefowiec', stepFree: 'UNKNOWN' },
          schedule: time.inWeeks([-4, 3, 15], 'SA', '15:00-19:00'),
        },
      ],
    },
  ]
}

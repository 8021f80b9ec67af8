import type { Series } from '../session-rows.ts'
import { texts } from '../shapes.ts'
import { contactIn } from './contact.ts'
import { movedTo, type Timetable } from './timetable.ts'

const contact = contactIn(32)
const zatorze = (room: string) => ({ venue: 'przykladowy-dom-zatorze', room })
const szobiszowice = (room: string) => ({ venue: 'przykladowa-swietlica-szobiszowice', room })
const sosnica = (room: string) => ({ venue: 'wymyslony-dom-sosnica', room })
const outdoors = (district: string) => ({ district: `gliwice-${district}`, stepFree: 'YES' }) as const

/** The invented season of Gliwice: something on each of the next seven days, and Sośnica from Monday to Saturday. */
export function gliwiceSeries(time: Timetable): readonly Series[] {
  return [...inZatorze(time), ...inSzobiszowice(time), ...inSosnica(time)]
}

function inZatorze(time: Timetable): readonly Series[] {
  const belongs = { program: 'przykladowe-zatorze' }
  const club = { ...belongs, club: 'klub-na-przyklad' }
  return [
    {
      slug: 'gimnastyka-na-krzeslach',
      belongs: club,
      activities: [
        {
          face: {
            title: texts('Gimnastyka na krzesłach', 'Chair gymnastics', 'Гімнастика на стільцях'),
            description: texts(
              'Pół godziny ruchu i pół godziny rozmowy. Każdy w swoim tempie, bez przebierania się.',
              'Half an hour of movement and half an hour of talk. Everybody at their own pace, no change of clothes.',
              'Пів години руху і пів години розмови. Кожен у своєму темпі, перевдягатися не треба.',
            ),
            kind: 'WORKSHOP',
            audiences: ['SENIORS', 'DISABLED_PEOPLE'],
            languages: ['pl'],
            host: 'M. Przykład',
            bring: texts('Butelkę wody.', 'A bottle of water.', 'Пляшку води.'),
            isFree: true,
            inductionLoop: 'NO',
            enrolment: 'MEMBERSHIP',
            capacity: 25,
            ...contact,
          },
          place: zatorze('Sala duża'),
          schedule: time.weekly('MO,TH', '10:00-11:00', { toWeek: 20 }),
          edits: [
            { at: 2, host: 'J. Niby' },
            {
              at: -3,
              cancel: { reason: texts('Prowadząca nie mogła przyjść.', 'The leader couldn’t come.', 'Ведуча не змогла прийти.') },
            },
          ],
        },
      ],
    },
    {
      slug: 'kawa-u-sasiada',
      belongs: club,
      activities: [
        {
          face: {
            title: texts('Kawa u sąsiada', 'Coffee at the neighbour’s', 'Кава в сусіда'),
            description: texts(
              'Spotkanie klubu: kawa, gazety i to, co kto przyniesie.',
              'Club meeting: coffee, newspapers and whatever people bring.',
              'Зустріч клубу: кава, газети і те, що хто принесе.',
            ),
            kind: 'CLUB_MEETING',
            audiences: ['SENIORS'],
            languages: ['pl'],
            host: 'J. Niby',
            isFree: true,
            enrolment: 'MEMBERSHIP',
            ...contact,
          },
          place: zatorze('Sala duża'),
          schedule: time.weekly('WE', '15:00-17:00'),
          edits: [
            { at: 1, note: texts('Tym razem z gośćmi z wymyślonego chóru.', 'This time with guests from an invented choir.') },
          ],
        },
      ],
    },
    {
      slug: 'polski-przy-herbacie',
      belongs,
      activities: [
        {
          face: {
            title: texts('Polski przy herbacie', 'Polish over tea', 'Польська за чаєм'),
            description: texts(
              'Rozmowy po polsku dla osób, które się go uczą. Prowadzący mówi też po ukraińsku.',
              'Talking in Polish for people who are learning it. The leader speaks Ukrainian too.',
              'Розмови польською для тих, хто її вивчає. Ведучий говорить також українською.',
            ),
            kind: 'WORKSHOP',
            audiences: ['ADULTS', 'EVERYONE'],
            languages: ['pl', 'uk'],
            host: 'A. Zmyślona',
            isFree: true,
            careSeats: 4,
            enrolment: 'OPEN',
            ...contact,
          },
          place: zatorze('Sala mała'),
          schedule: time.weekly('TU', '17:00-18:30', { fromWeek: -4, toWeek: 18 }),
        },
      ],
    },
    {
      slug: 'telefon-bez-strachu',
      belongs,
      activities: [
        {
          face: {
            title: texts('Telefon bez strachu', 'The phone without fear', 'Телефон без страху'),
            description: texts(
              'Zdjęcia, wiadomości i bezpieczne zakupy w telefonie, krok po kroku.',
              'Photos, messages and safe shopping on the phone, step by step.',
              'Фото, повідомлення й безпечні покупки в телефоні, крок за кроком.',
            ),
            kind: 'TRAINING',
            audiences: ['SENIORS'],
            languages: ['pl'],
            host: 'M. Przykład',
            bring: texts('Własny telefon i ładowarkę.', 'Your own phone and its charger.', 'Власний телефон і зарядку.'),
            isFree: true,
            easyToRead: 'YES',
            enrolment: 'PER_SESSION',
            capacity: 10,
            ...contact,
          },
          place: zatorze('Sala mała'),
          schedule: time.weekly('TU', '10:00-12:00', { every: 2 }),
        },
      ],
    },
    {
      slug: 'wspolne-gotowanie',
      belongs,
      activities: [
        {
          face: {
            title: texts('Wspólne gotowanie', 'Cooking together', 'Готуємо разом'),
            description: texts(
              'W ostatnią sobotę miesiąca gotujemy obiad i razem go zjadamy.',
              'On the last Saturday of the month we cook a meal and eat it together.',
              'В останню суботу місяця готуємо обід і разом його з’їдаємо.',
            ),
            kind: 'WORKSHOP',
            audiences: ['FAMILIES', 'ADULTS'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: false,
            costText: texts('5 zł na składniki', '5 zł for the ingredients', '5 zł на продукти'),
            enrolment: 'PER_SESSION',
            capacity: 10,
            ...contact,
          },
          place: zatorze('Kuchnia'),
          schedule: time.monthly('-1SA', '12:00-15:00'),
        },
      ],
    },
    {
      slug: 'tydzien-otwartych-podworek',
      belongs,
      activities: [
        {
          face: {
            title: texts('Tydzień otwartych podwórek', 'Week of open courtyards', 'Тиждень відкритих подвір’їв'),
            description: texts(
              'Codziennie inne podwórko: gry, rozmowy i pomysły mieszkańców.',
              'Another courtyard every day: games, talks and residents’ ideas.',
              'Щодня інше подвір’я: ігри, розмови та ідеї мешканців.',
            ),
            kind: 'INITIATIVE',
            audiences: ['EVERYONE'],
            languages: ['pl', 'uk'],
            isFree: true,
            meetingPoint: texts('Przy wymyślonej ławce.', 'At an invented bench.', 'Біля вигаданої лавки.'),
            planB: texts(
              'W razie deszczu: sala mała w domu obok.',
              'If it rains: the small room next door.',
              'Якщо дощ: мала зала поруч.',
            ),
            enrolment: 'OPEN',
          },
          place: outdoors('zatorze'),
          schedule: time.onDays([0, 1, 2, 3, 4, 5, 6, 7], '16:00-18:00'),
          edits: [
            {
              at: 2,
              title: texts('Otwarte podwórka: dzień gier', 'Open courtyards: day of games', 'Відкриті подвір’я: день ігор'),
            },
          ],
        },
      ],
    },
    {
      slug: 'porady-w-dlugach',
      belongs,
      activities: [
        {
          face: {
            title: texts('Porady w długach', 'Debt advice', 'Поради щодо боргів'),
            description: texts(
              'Rozmowa w cztery oczy o tym, od czego zacząć.',
              'A talk in private about where to begin.',
              'Розмова віч-на-віч про те, з чого почати.',
            ),
            kind: 'DEBT_ADVICE',
            audiences: ['ADULTS'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: true,
            enrolment: 'BY_APPOINTMENT',
            slotMinutes: 30,
            ...contact,
          },
          place: zatorze('Gabinet'),
          schedule: time.weekly('FR', '09:00-12:00', { toWeek: 15 }),
        },
      ],
    },
  ]
}

function inSzobiszowice(time: Timetable): readonly Series[] {
  const belongs = { program: 'przykladowe-szobiszowice' }
  return [
    {
      slug: 'po-lekcjach',
      belongs: { ...belongs, club: 'klub-powiedzmy' },
      activities: [
        {
          face: {
            title: texts('Po lekcjach', 'After school', 'Після уроків'),
            description: texts(
              'Klub młodzieży: muzyka, gry i miejsce do siedzenia. Nie spotykamy się w ferie.',
              'Youth club: music, games and a place to sit. No meetings in the winter break.',
              'Молодіжний клуб: музика, ігри й місце, де посидіти. Під час канікул не зустрічаємося.',
            ),
            kind: 'CLUB_MEETING',
            audiences: ['YOUTH'],
            languages: ['pl'],
            host: 'J. Niby',
            isFree: true,
            enrolment: 'OPEN',
            ...contact,
          },
          place: szobiszowice('Sala'),
          schedule: time.weekly('TU,TH', '16:00-19:00', { skipBreaksOf: 'slaskie' }),
          edits: [
            {
              at: 3,
              move: {
                to: movedTo('17:00-20:00'),
                reason: texts('Sala jest wcześniej zajęta.', 'The room is taken before.', 'Зала раніше зайнята.'),
              },
            },
          ],
        },
      ],
    },
    {
      slug: 'szafing-w-szobiszowicach',
      belongs,
      activities: [
        {
          face: {
            title: texts('Szafing: wymiana ubrań', 'Clothes swap', 'Обмін одягом'),
            description: texts(
              'Przynieś do pięciu czystych rzeczy, zabierz tyle samo.',
              'Bring up to five clean pieces, take as many.',
              'Принеси до п’яти чистих речей, забери стільки ж.',
            ),
            kind: 'CLOTHES_SWAP',
            audiences: ['EVERYONE', 'ADULTS', 'YOUTH'],
            languages: ['pl', 'uk'],
            isFree: true,
            enrolment: 'OPEN',
          },
          place: szobiszowice('Sala'),
          schedule: time.inWeeks([-3, 2, 10, 18], 'SA', '11:00-14:00'),
        },
      ],
    },
    {
      slug: 'gra-sladami-przykladow',
      belongs,
      activities: [
        {
          face: {
            title: texts('Gra terenowa: śladami przykładów', 'City game: on the trail of examples', 'Гра: слідами прикладів'),
            description: texts(
              'Osiem zadań w dwie godziny, drużyny do pięciu osób.',
              'Eight tasks in two hours, teams of up to five.',
            ),
            kind: 'FIELD_GAME',
            audiences: ['FAMILIES', 'CHILDREN', 'YOUTH'],
            languages: ['pl'],
            isFree: true,
            meetingPoint: texts('Przed wymyśloną fontanną.', 'In front of an invented fountain.', 'Перед вигаданим фонтаном.'),
            planB: texts(
              'W razie burzy gra przechodzi na następną sobotę.',
              'In a thunderstorm the game moves to the next Saturday.',
            ),
            enrolment: 'PER_SESSION',
            capacity: 40,
            ...contact,
          },
          place: { district: 'gliwice-szobiszowice', stepFree: 'NO' },
          schedule: time.inWeeks([-5, 1, 6, 14, 22], 'SA', '14:00-16:00'),
        },
      ],
    },
    {
      slug: 'kurs-pierwsze-cv',
      belongs,
      activities: [
        {
          face: {
            title: texts('Kurs: pierwsze CV', 'Course: a first CV', 'Курс: перше резюме'),
            description: texts(
              'Osiem spotkań: od listy umiejętności do rozmowy o pracę.',
              'Eight meetings: from a list of skills to the job interview.',
              'Вісім зустрічей: від списку вмінь до співбесіди.',
            ),
            kind: 'COURSE',
            audiences: ['JOB_SEEKERS', 'ADULTS'],
            languages: ['pl'],
            host: 'M. Przykład',
            isFree: true,
            careSeats: 5,
            enrolment: 'WHOLE_COURSE',
            capacity: 12,
            eligibility: texts('Dla osób bez pracy.', 'For people without work.', 'Для людей без роботи.'),
            ...contact,
          },
          place: szobiszowice('Poddasze'),
          schedule: time.course('WE', '17:00-19:00', 8, -2),
        },
      ],
    },
    {
      slug: 'konsultacje-psychologiczne-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts('Konsultacje z psychologiem', 'Consultations with a psychologist', 'Консультації з психологом'),
            description: texts(
              'Godzina rozmowy po wcześniejszym umówieniu.',
              'An hour’s talk by appointment.',
              'Година розмови за попереднім записом.',
            ),
            kind: 'CONSULTATION',
            audiences: ['ADULTS', 'YOUTH'],
            languages: ['pl', 'en'],
            host: 'A. Zmyślona',
            isFree: true,
            enrolment: 'BY_APPOINTMENT',
            ...contact,
          },
          place: szobiszowice('Gabinet'),
          schedule: time.weekly('MO', '14:00-18:00', { toWeek: 15 }),
        },
      ],
    },
    {
      slug: 'trening-budzetu',
      belongs,
      activities: [
        {
          face: {
            title: texts('Trening: domowy budżet', 'Skills training: the household budget'),
            description: texts('Zamknięta grupa, spotkania co drugą środę.', 'A closed group that meets every second Wednesday.'),
            kind: 'SKILLS_TRAINING',
            audiences: ['FAMILIES', 'PARENTS'],
            languages: ['pl'],
            host: 'M. Przykład',
            isFree: true,
            enrolment: 'BY_INVITATION',
            capacity: 12,
          },
          place: szobiszowice('Sala'),
          schedule: time.weekly('WE', '10:00-13:00', { every: 2 }),
        },
      ],
    },
  ]
}

function inSosnica(time: Timetable): readonly Series[] {
  const belongs = { program: 'przykladowa-sosnica' }
  return [
    {
      slug: 'rodzice-na-niby',
      belongs: { ...belongs, club: 'klub-na-niby' },
      activities: [
        {
          face: {
            title: texts('Popołudnie rodziców', 'Parents’ afternoon', 'Батьківське пообіддя'),
            description: texts(
              'Rodzice rozmawiają, dzieci bawią się obok pod opieką.',
              'Parents talk, children play next door with somebody looking after them.',
              'Батьки розмовляють, діти граються поруч під наглядом.',
            ),
            kind: 'CLUB_MEETING',
            audiences: ['PARENTS', 'CHILDREN'],
            languages: ['pl', 'uk'],
            host: 'A. Zmyślona',
            isFree: true,
            careSeats: 6,
            enrolment: 'MEMBERSHIP',
            ...contact,
          },
          place: sosnica('Sala duża'),
          schedule: time.weekly('MO', '17:00-18:30'),
        },
      ],
    },
    {
      slug: 'joga-dla-sztywnych',
      belongs,
      activities: [
        {
          face: {
            title: texts('Joga dla sztywnych', 'Yoga for the stiff', 'Йога для негнучких'),
            description: texts('Spokojne ćwiczenia na matach.', 'Quiet exercises on mats.', 'Спокійні вправи на килимках.'),
            kind: 'WORKSHOP',
            audiences: ['ADULTS', 'SENIORS'],
            languages: ['pl'],
            host: 'J. Niby',
            bring: texts('Matę albo koc.', 'A mat or a blanket.', 'Килимок або ковдру.'),
            isFree: true,
            enrolment: 'OPEN',
          },
          place: sosnica('Sala duża'),
          schedule: time.weekly('TU', '18:00-19:30'),
        },
      ],
    },
    {
      slug: 'wspolne-lekcje',
      belongs,
      activities: [
        {
          face: {
            title: texts('Wspólne lekcje', 'Homework together', 'Разом робимо уроки'),
            description: texts(
              'Wolontariusze pomagają dzieciom w zadaniach. Szukamy jeszcze dwóch osób do matematyki.',
              'Volunteers help children with their homework. Two more people are needed for maths.',
              'Волонтери допомагають дітям з уроками. Шукаємо ще двох людей для математики.',
            ),
            kind: 'VOLUNTEERING',
            audiences: ['VOLUNTEERS', 'CHILDREN'],
            languages: ['pl'],
            host: 'M. Przykład',
            isFree: true,
            enrolment: 'PER_SESSION',
            capacity: 14,
            ...contact,
          },
          place: sosnica('Sala mała'),
          schedule: time.weekly('WE', '16:00-18:00', { skipBreaksOf: 'slaskie' }),
        },
      ],
    },
    {
      slug: 'dyzur-w-sosnicy',
      belongs,
      activities: [
        {
          face: {
            title: texts('Dyżur organizatora', 'The organiser’s office hours', 'Години прийому організатора'),
            description: texts(
              'Przyjdź z pomysłem, pytaniem albo skargą. Bez umawiania.',
              'Come with an idea, a question or a complaint. No appointment needed.',
              'Приходь з ідеєю, питанням чи скаргою. Без запису.',
            ),
            kind: 'OFFICE_HOURS',
            audiences: ['EVERYONE'],
            languages: ['pl', 'en', 'uk'],
            host: 'M. Przykład',
            isFree: true,
            enrolment: 'OPEN',
            ...contact,
          },
          place: sosnica('Sala mała'),
          schedule: time.weekly('TH', '10:00-12:00'),
        },
      ],
    },
    {
      slug: 'piatek-z-planszowkami',
      belongs: { ...belongs, club: 'klub-przy-stole' },
      activities: [
        {
          face: {
            title: texts('Piątek z planszówkami', 'Board-game Friday', 'П’ятниця з настільними іграми'),
            kind: 'CLUB_MEETING',
            audiences: ['FAMILIES', 'YOUTH'],
            languages: ['pl'],
            host: 'J. Niby',
            isFree: true,
            enrolment: 'OPEN',
          },
          place: sosnica('Sala duża'),
          schedule: time.weekly('FR', '17:00-19:00'),
        },
      ],
    },
    {
      slug: 'naprawiamy-razem',
      belongs,
      activities: [
        {
          face: {
            title: texts('Naprawiamy razem', 'Repairing together', 'Ремонтуємо разом'),
            description: texts(
              'Zepsuty czajnik, dziurawa kurtka, chwiejne krzesło: narzędzia są, ręce też.',
              'A broken kettle, a torn jacket, a wobbly chair: tools are here, hands too.',
              'Зламаний чайник, дірява куртка, хиткий стілець: інструменти є, руки теж.',
            ),
            kind: 'INITIATIVE',
            audiences: ['ADULTS', 'EVERYONE'],
            languages: ['pl'],
            isFree: true,
            enrolment: 'OPEN',
          },
          place: sosnica('Pracownia'),
          schedule: time.weekly('SA', '10:00-12:00'),
        },
      ],
    },
    {
      slug: 'piknik-przy-termosie',
      belongs,
      activities: [
        {
          face: {
            title: texts('Piknik przy termosie', 'Picnic with a thermos', 'Пікнік із термосом'),
            description: texts(
              'Sąsiedzki piknik na kocach o każdej porze roku.',
              'A neighbourhood picnic on blankets in any season.',
              'Сусідський пікнік на ковдрах у будь-яку пору року.',
            ),
            kind: 'NEIGHBOURHOOD_PICNIC',
            audiences: ['EVERYONE', 'FAMILIES'],
            languages: ['pl', 'uk'],
            isFree: true,
            bring: texts('Koc i kubek.', 'A blanket and a mug.', 'Ковдру й кухлик.'),
            meetingPoint: texts('Na wymyślonej polanie.', 'In an invented clearing.', 'На вигаданій галявині.'),
            planB: texts('W razie ulewy: sala duża.', 'In heavy rain: the large room.', 'Якщо злива: велика зала.'),
            signLanguage: 'YES',
            enrolment: 'OPEN',
          },
          place: { district: 'gliwice-sosnica', stepFree: 'UNKNOWN' },
          schedule: time.onDays([-20, 4, 11, 60, 120], '13:00-16:00'),
          edits: [
            {
              at: 0,
              cancel: {
                reason: texts('Polana jest zajęta.', 'The clearing is taken.', 'Галявина зайнята.'),
                instead: 1,
              },
            },
          ],
        },
      ],
    },
    {
      slug: 'grupa-wsparcia-przyklad',
      belongs,
      activities: [
        {
          face: {
            title: texts(
              'Grupa wsparcia po stracie (przykład)',
              'Support group after a loss (example)',
              'Група підтримки після втрати (приклад)',
            ),
            kind: 'SUPPORT_GROUP',
            audiences: ['ADULTS'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: true,
            enrolment: 'BY_INVITATION',
            capacity: 8,
            discreet: { title: texts('Spotkanie', 'Meeting', 'Зустріч'), listed: false },
          },
          place: sosnica('Sala mała'),
          schedule: time.weekly('FR', '10:00-11:30', { fromWeek: -2, toWeek: 12 }),
        },
      ],
    },
    {
      slug: 'spotkania-czwartkowe',
      belongs,
      activities: [
        {
          face: {
            title: texts(
              'Poradnictwo dla opiekunów (przykład)',
              'Counselling for carers (example)',
              'Порадництво для опікунів (приклад)',
            ),
            kind: 'COUNSELLING',
            audiences: ['CARERS'],
            languages: ['pl'],
            host: 'A. Zmyślona',
            isFree: true,
            enrolment: 'BY_APPOINTMENT',
            discreet: { title: texts('Spotkanie czwartkowe', 'Thursday meeting', 'Четвергова зустріч'), listed: true },
          },
          place: sosnica('Sala mała'),
          schedule: time.weekly('TH', '18:00-19:30', { fromWeek: -2, toWeek: 12 }),
        },
      ],
    },
    {
      slug: 'warsztat-filmowy-szkic',
      belongs,
      activities: [
        {
          face: {
            title: texts('Warsztat filmowy (szkic)', 'Film workshop (draft)', 'Кіномайстерня (чернетка)'),
            kind: 'WORKSHOP',
            audiences: ['YOUTH'],
            languages: ['pl'],
            enrolment: 'PER_SESSION',
            capacity: 10,
          },
          place: sosnica('Pracownia'),
          schedule: time.weekly('TU', '15:00-17:00', { fromWeek: 2, toWeek: 8 }),
          draft: true,
        },
      ],
    },
  ]
}

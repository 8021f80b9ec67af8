/** Addresses that only organisers' part needs: a module of their own, so that a resident's phone doesn't load them. See `paths.ts`. */
import type { ManagedNoun } from './paths.ts'

/**
 * Planning, for staff. Every POST, PUT, PATCH and DELETE here takes an `Idempotency-Key`; those that say so in `planning.ts` answer with
 * `?rehearse=yes` what they would do, and do nothing.
 */
export const planningApi = {
  /** GET those in reach; POST a new one with its first activity. */
  allSeries: '/api/panel/series',
  /** GET for editing; PUT its name and address; DELETE a draft that nobody ever saw. */
  series: (id: string) => `/api/panel/series/${id}`,
  archiveSeries: (id: string) => `/api/panel/series/${id}/archive`,
  unarchiveSeries: (id: string) => `/api/panel/series/${id}/unarchive`,
  /** GET who changed what and when. */
  edits: (seriesId: string) => `/api/panel/series/${seriesId}/edits`,
  /** POST another activity of the same series. */
  activities: (seriesId: string) => `/api/panel/series/${seriesId}/activities`,
  /** POST the same series at new dates, as a draft. */
  copySeries: (id: string) => `/api/panel/series/${id}/copy`,
  /** POST many series at once at new dates, as drafts. */
  copySeason: '/api/panel/season-copies',
  /** PATCH what it says of itself. */
  activity: (id: string) => `/api/panel/activities/${id}`,
  publishActivity: (id: string) => `/api/panel/activities/${id}/publish`,
  /** PUT another schedule. */
  schedule: (activityId: string) => `/api/panel/activities/${activityId}/schedule`,
  shiftActivity: (id: string) => `/api/panel/activities/${id}/shift`,
  /** POST one more date, beside the schedule. */
  extraSession: (activityId: string) => `/api/panel/activities/${activityId}/sessions`,
  /** GET for the panel; PATCH this one alone. */
  session: (id: string) => `/api/panel/sessions/${id}`,
  cancelSession: (id: string) => `/api/panel/sessions/${id}/cancel`,
  restoreSession: (id: string) => `/api/panel/sessions/${id}/restore`,
  undoEdit: (id: string) => `/api/panel/edits/${id}/undo`,
  /** GET what an import or a season's copy did; POST to `undo` takes it back as one. */
  batch: (id: string) => `/api/panel/batches/${id}`,
  undoBatch: (id: string) => `/api/panel/batches/${id}/undo`,
  /** POST a schedule that nobody saved yet: its dates, in words, with what stands against them. */
  schedulePreview: '/api/panel/schedule-preview',
  /** GET who can be named as a host. */
  hosts: '/api/panel/hosts',
  /** GET, POST. */
  templates: '/api/panel/templates',
  /** DELETE. */
  template: (id: string) => `/api/panel/templates/${id}`,
} as const

/** Telling people who signed up. */
export const callApi = {
  /** GET whom to phone; POST how a call ended. */
  calls: '/api/panel/calls',
  /** GET, `?session=`: what the office's gateway sends as text messages. */
  texts: '/api/panel/calls/texts.csv',
  undoCall: (id: string) => `/api/panel/calls/${id}/undo`,
  /** POST: whoever signed up was told all that there is, on the phone or face to face. */
  told: (signUpId: string) => `/api/panel/sign-ups/${signUpId}/told`,
  /** GET how many know of the last change. */
  reach: (sessionId: string) => `/api/panel/sessions/${sessionId}/reach`,
  /** GET whom to phone about one session. */
  sessionCalls: (sessionId: string) => `/api/panel/sessions/${sessionId}/calls`,
  /** POST: enough was tried; and the way back. */
  closeCalls: (sessionId: string) => `/api/panel/sessions/${sessionId}/calls/close`,
  reopenCalls: (sessionId: string) => `/api/panel/sessions/${sessionId}/calls/reopen`,
} as const

/** How much a program or a project did: GET, `?from=&to=`, as JSON or as a table. */
export const numbersApi = {
  json: (noun: 'programs' | 'projects', id: string) => `/api/panel/${noun}/${id}/numbers`,
  csv: (noun: 'programs' | 'projects', id: string) => `/api/panel/${noun}/${id}/numbers.csv`,
} as const

/** What people may ask of whoever keeps data about them. */
export const privacyApi = {
  /** POST: a copy of all that is kept about somebody. */
  copy: (personId: string) => `/api/panel/persons/${personId}/copy`,
  /** GET what it would do; POST does it. */
  erasure: (personId: string) => `/api/panel/persons/${personId}/erasure`,
} as const

/** Mails to people who signed up. */
export const mailboxApi = {
  mails: '/api/panel/sign-up-mails',
  /** POST the source of a message that says that a mail couldn't be delivered. */
  returned: '/api/panel/sign-up-mails/returned',
  /** GET a kept one as the page that it is. */
  page: (id: string) => `/api/panel/sign-up-mails/${id}/page`,
} as const

/** The people of sessions, and the phone desk. POSTs take an `Idempotency-Key`. */
export const deskApi = {
  /** GET who comes and who waits; POST signs somebody up. */
  people: (sessionId: string) => `/api/panel/sessions/${sessionId}/people`,
  peopleCsv: (sessionId: string) => `/api/panel/sessions/${sessionId}/people.csv`,
  peopleXlsx: (sessionId: string) => `/api/panel/sessions/${sessionId}/people.xlsx`,
  /** GET a flood of sign-ups; POST takes out those whom nobody knows; POST to `undo` puts them back. */
  rush: (sessionId: string) => `/api/panel/sessions/${sessionId}/rush`,
  rushUndo: (sessionId: string) => `/api/panel/sessions/${sessionId}/rush/undo`,
  withdraw: (id: string) => `/api/panel/sign-ups/${id}/withdraw`,
  slot: (id: string) => `/api/panel/sign-ups/${id}/slot`,
  absence: (id: string) => `/api/panel/sign-ups/${id}/absence`,
  undo: (id: string) => `/api/panel/sign-ups/${id}/undo`,
  accept: (id: string) => `/api/panel/sign-ups/${id}/accept`,
  /** POST whether staff found that somebody may come. */
  fits: (id: string) => `/api/panel/sign-ups/${id}/fits`,
  /** GET `?q=`; every search is noted in the log. */
  persons: '/api/panel/persons',
  person: (id: string) => `/api/panel/persons/${id}`,
  /** POST how one made sure who is on the line. */
  check: (id: string) => `/api/panel/persons/${id}/check`,
  /** PUT how they may be reached without harm; DELETE. */
  safeContact: (personId: string) => `/api/panel/persons/${personId}/safe-contact`,
  /** POST: mails somebody the links of their sign-ups. */
  links: (personId: string) => `/api/panel/persons/${personId}/links`,
  /** POST: another link for a sign-up; the former one opens nothing any more. */
  renewLink: (signUpId: string) => `/api/panel/sign-ups/${signUpId}/link`,
  /** GET, POST; `rotate` POST, DELETE: calendars for somebody's phone. */
  feeds: (personId: string) => `/api/panel/persons/${personId}/feeds`,
  feed: (personId: string, id: string) => `/api/panel/persons/${personId}/feeds/${id}`,
  rotateFeed: (personId: string, id: string) => `/api/panel/persons/${personId}/feeds/${id}/rotate`,
  /** GET who else may be this person, and who was found to be; GET a look at both; POST: they are one. POST to take that back. */
  doubles: (personId: string) => `/api/panel/persons/${personId}/doubles`,
  double: (personId: string, otherId: string) => `/api/panel/persons/${personId}/doubles/${otherId}`,
  undoMerge: (personId: string, mergeId: string) => `/api/panel/persons/${personId}/merges/${mergeId}/undo`,
  /** GET the shifts that somebody may take; POST gives them one. */
  shiftsFor: (personId: string) => `/api/panel/persons/${personId}/shifts`,
  giveShift: (sessionId: string, shiftId: string) => `/api/panel/sessions/${sessionId}/shifts/${shiftId}/people`,
  offers: '/api/panel/offers',
  /** GET, POST; `done` and `open` POST. */
  callbacks: '/api/panel/callbacks',
  callbackDone: (id: string) => `/api/panel/callbacks/${id}/done`,
  callbackOpen: (id: string) => `/api/panel/callbacks/${id}/open`,
} as const

/** Shifts and volunteers. POSTs, PUT and DELETE take an `Idempotency-Key`. */
export const volunteerApi = {
  /** GET, POST: of one session (those of its series too), or of a series for all its sessions. */
  sessionShifts: (sessionId: string) => `/api/panel/sessions/${sessionId}/shifts`,
  seriesShifts: (seriesId: string) => `/api/panel/series/${seriesId}/shifts`,
  /** PUT; POST to take it away. */
  shift: (id: string) => `/api/panel/shifts/${id}`,
  removeShift: (id: string) => `/api/panel/shifts/${id}/remove`,
  /** POST: one session does without a shift of its series, or has it again. */
  skipShift: (sessionId: string, shiftId: string) => `/api/panel/sessions/${sessionId}/shifts/${shiftId}/skip`,
  /** POST: somebody may take the shift of whom they stand in for. */
  approve: (signUpId: string) => `/api/panel/sign-ups/${signUpId}/approve`,
  volunteers: '/api/panel/volunteers',
  volunteer: (personId: string) => `/api/panel/volunteers/${personId}`,
  /** POST what was seen of their papers. */
  facts: (personId: string) => `/api/panel/volunteers/${personId}/facts`,
  /** DELETE. */
  fact: (id: string) => `/api/panel/volunteer-facts/${id}`,
} as const

/** Who is there, for staff who are signed in. */
export const attendanceApi = {
  /** GET the list; POST taps. The device says what it calls itself in a header. */
  list: (sessionId: string) => `/api/panel/sessions/${sessionId}/attendance`,
  sums: (sessionId: string) => `/api/panel/sessions/${sessionId}/attendance/sums`,
  /** GET every tap that came, whoever made it. */
  history: (sessionId: string) => `/api/panel/sessions/${sessionId}/attendance/history`,
  /** GET those that still open something; POST a new one. */
  links: (sessionId: string) => `/api/panel/sessions/${sessionId}/door-links`,
  /** DELETE. */
  link: (id: string) => `/api/panel/door-links/${id}`,
} as const

/** Pages of the organisers' area, in three languages like all others. */
export const panelPages = {
  today: '/panel',
  signIn: '/panel/sign-in',
  /** What mails to staff lead to; the token stands after `#`, so that no server and no log sees it before the button is pressed (T21). */
  signInLink: '/panel/sign-in/link',
  invitation: '/panel/invitation',
  secondFactor: '/panel/second-factor',
  account: '/panel/account',
  people: '/panel/people',
  mailbox: '/panel/mailbox',
  calls: '/panel/calls',
  mails: '/panel/calls/mails',
  plan: '/panel/plan',
  myCalendar: '/panel/my-calendar',
  post: (id: string) => `/panel/sessions/${id}/post`,
  weekPost: '/panel/post',
  poster: (id: string) => `/panel/sessions/${id}/poster`,
  doorNote: (id: string) => `/panel/sessions/${id}/door-note`,
  import: '/panel/import',
  search: '/panel/search',
  allSeries: '/panel/series',
  newSeries: '/panel/series/new',
  series: (id: string) => `/panel/series/${id}`,
  editSeries: (id: string) => `/panel/series/${id}/edit`,
  session: (id: string) => `/panel/sessions/${id}`,
  /** The list for the door, on paper. */
  doorList: (id: string) => `/panel/sessions/${id}/list`,
  /** Who is there, tap by tap. */
  attendance: (id: string) => `/panel/sessions/${id}/attendance`,
  desk: '/panel/desk',
  volunteers: '/panel/volunteers',
  volunteer: (personId: string) => `/panel/volunteers/${personId}`,
  /** On paper. */
  certificate: (personId: string) => `/panel/volunteers/${personId}/certificate`,
  /** What is managed: a list, a form for a new one, and one thing. */
  managed: (noun: ManagedNoun) => `/panel/${noun}`,
  newManaged: (noun: ManagedNoun) => `/panel/${noun}/new`,
  oneManaged: (noun: ManagedNoun, id: string) => `/panel/${noun}/${id}`,
  /** How much it did, and for how many; on paper too. */
  numbers: (noun: 'programs' | 'projects', id: string) => `/panel/${noun}/${id}/numbers`,
} as const

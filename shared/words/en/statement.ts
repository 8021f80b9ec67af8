import type { statement as polish } from '../pl/statement.ts'
import type { Translated } from '../translated.ts'

export const statement = {
  title: 'Accessibility statement',
  nobody: 'Whoever runs this installation of Podwórko',
  nobodyNote: 'This is a demonstration. Whoever runs it must enter their name and contact before they open it to residents.',
  missing: 'not entered yet',
  intro: {
    before: 'is committed to making its',
    scope: 'website',
    after:
      'accessible, as the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies requires. This statement is about the website',
  },
  published: 'Date of publication of the website:',
  updated: 'Date of the last major update:',
  state: {
    title: 'State of digital accessibility',
    text: 'The website complies in part with the act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies, because of what is listed below.',
  },
  missingContent: {
    title: 'What isn’t accessible',
    items: `Some descriptions of activities are in Polish only, also on the English and Ukrainian pages. They are marked as Polish, so a screen reader reads them rightly. You can ask us for a translation.
There is no easy-to-read version of the website yet and no recording in Polish Sign Language. You can ask us for the content in another form.
We don’t know how the website works with screen readers for those who use them: nobody has examined that yet.`,
    costs: 'We claim no disproportionate burden, so there is no assessment of one.',
  },
  prepared: {
    title: 'How this statement was prepared',
    on: 'Date of this statement:',
    how: 'It was prepared by self-assessment.',
    tested: 'What we tested',
    testedItems: `Every page, in three languages, is checked by the program axe with each change.
The pages can be used with the keyboard alone; tests check it.
The pages fit on a screen 320 pixels wide.
The contrast of letters is computed: at least 7 to 1.`,
    untested: 'What we didn’t test',
    untestedItems: `Nobody with a disability has examined this website yet.
There was no test with NVDA, JAWS, VoiceOver or TalkBack.
There was no external audit.
The A4 print wasn’t examined by people with low vision.`,
  },
  more: {
    title: 'What helps, what limits, and more',
    items: `Large letters, one column on a phone, light and dark looks by the setting of your device.
The kind of an activity and its changes are always said in words, never by colour alone.
Without a network we show the last plan with the hour it is from.
The plan can be printed in large type on an A4 sheet.`,
  },
  keys: { title: 'Keyboard shortcuts', text: 'Your browser’s usual shortcuts work. We add none.' },
  contact: {
    title: 'Feedback and contact',
    text: 'Tell us about problems with accessibility, or ask for content in another form, here:',
    person: 'Person or unit:',
    email: 'E-mail:',
    phone: 'Phone:',
  },
  procedure: {
    title: 'Requests and complaints about accessibility',
    texts: `Everybody may demand that the website or a part of it be digitally accessible, or ask for that content in another form, for example by phone.
Please say who you are and how to reach you, which page or part it is about, and which form would suit you.
We answer without delay, within 7 days. If that is too short, we will say when: not later than 2 months after your request. If we can’t make it accessible, we will offer another way.
If we refuse or miss the time, you may complain to whoever runs the website. If that doesn’t help, you may write to the Commissioner for Human Rights.`,
    ombudsman: 'Website of the Commissioner for Human Rights',
  },
  rest: {
    title: 'Further information',
    apps: 'Mobile applications',
    appsText: 'Podwórko has no mobile application. The usual calendar of a phone reads the plan.',
    building: 'Architectural accessibility',
    buildingText:
      'Activities take place in many buildings. The page of each says whether there is a step-free entrance, a lift, a wheelchair-accessible toilet and an induction loop, and when that was checked. Where nobody checked, it says “not known”. The places are listed on the page of each city:',
    buildingLink: 'choose a city',
    communication: 'Accessibility of information and communication',
    communicationText:
      'The page of each activity says whether there will be a Polish Sign Language interpreter, an easy-to-read text and an induction loop. Whoever runs this website enters here how to reach them through an interpreter.',
  },
} as const satisfies Translated<typeof polish>

import type { subscribe as polish } from '../pl/subscribe.ts'
import type { Translated } from '../translated.ts'

export const subscribe = {
  title: 'Add to my phone',
  lead: 'You add it once, and the calendar keeps itself up to date. A cancelled meeting doesn’t vanish: it says “cancelled”.',
  chosen: 'What you are adding',
  count_one: 'It has {{count}} coming meeting now.',
  count_other: 'It has {{count}} coming meetings now.',
  countNone: 'It is empty now. New meetings will appear by themselves.',
  change: 'Change the choice',
  quiet: 'We ask for no name and no account. Nobody sees that you add this calendar.',
  yours: 'On your device',
  others: 'On other devices and in other programs',
  steps: 'Step by step',
  apple: {
    title: 'iPhone, iPad, Mac',
    button: 'Add to Apple Calendar',
    steps: `Press “Add to Apple Calendar”.
Your phone asks whether to subscribe. Choose “Subscribe”, then “Add”.
Nothing happens? In the Calendar app choose Calendars, Add Calendar, Add Subscription Calendar and paste the address from this page.`,
    freshness: 'You see changes as soon as your phone is set to look: from every 15 minutes to once a week.',
  },
  android: {
    title: 'Android phone',
    lead: 'The Google Calendar app on a phone takes no calendar address. These ways work:',
    google: {
      title: 'Google Calendar, added on a computer',
      steps: `On a computer open calendar.google.com. Sign in to the same account as on your phone.
Next to “Other calendars” press the plus and choose “From URL”.
Paste the address for Google from this page and press “Add calendar”.
On your phone open Google Calendar, then the menu, and tick the new calendar.`,
      freshness: 'You see changes after 6–24 hours.',
    },
    reader: {
      title: 'An app that reads addresses: ICSx⁵',
      button: 'Open in the app',
      steps: `Install the app ICSx⁵ (it is in Google Play and in F-Droid).
Press “Open in the app”, or paste the address from this page into it.
The meetings appear in your phone’s usual calendar.`,
      freshness: 'You see changes as soon as the app is set to look.',
    },
    samsung: {
      title: 'Samsung Calendar',
      steps: `Add the calendar to Google Calendar on a computer, as above.
In Samsung Calendar open the menu and tick your Google account.`,
      freshness: 'You see changes after 6–24 hours, as in Google Calendar.',
    },
    one: {
      title: 'One meeting only',
      text: 'The page of each meeting has “Add to calendar”. Such an entry doesn’t change by itself.',
    },
  },
  google: {
    title: 'Google Calendar in a browser',
    button: 'Open Google Calendar',
    steps: `Press “Open Google Calendar”. It asks whether to add the calendar. Choose “Add”.
It doesn’t ask? Next to “Other calendars” press the plus, choose “From URL” and paste the address for Google.`,
    freshness: 'You see changes after 6–24 hours, sometimes later. Nothing makes it quicker.',
    address: 'Address for Google',
    addressWhy:
      'Google hides cancelled meetings, so at this address they stay in the calendar with the word “cancelled” in their title.',
  },
  outlook: {
    title: 'Outlook in a browser',
    button: 'Outlook, private',
    work: 'Outlook at work or school',
    steps: `Press the button and sign in.
Give the calendar a name and press “Import”.
In Outlook on a computer: Add calendar, From internet, and paste the address from this page.`,
    freshness: 'You see changes after about 3 hours, sometimes only after a day.',
  },
  programs: {
    title: 'Thunderbird and other programs',
    steps: `In Thunderbird choose New calendar, then On the network, and paste the address from this page.
In another program look for “subscribe to calendar” or “add from address”.`,
    freshness: 'Thunderbird looks for changes every 30 minutes. You can set this.',
  },
  address: {
    title: 'Address of the calendar',
    copy: 'Copy the address',
    copied: 'Address copied.',
    refused: 'The browser didn’t allow copying. The address is selected: copy it yourself.',
    preparing: 'Preparing a short address…',
    failed: 'No short address could be prepared. This one is long and some programs won’t take it.',
    local: 'This server works only on this computer or in your network. Google and Outlook in a browser won’t find it.',
  },
  qr: {
    title: 'From the computer to the phone',
    text: 'Scan it with your phone’s camera. This very page opens, with the steps for your phone.',
    label: 'QR code: the address of this page',
  },
  today: {
    title: 'Cancelled today?',
    text: 'The calendar on your phone may hear of it many hours later. Before you leave, look here:',
    link: 'activities in Podwórko',
  },
  bad: 'We don’t understand this part of the choice: {{names}}. Please choose the activities again.',
} as const satisfies Translated<typeof polish, 'few' | 'many'>

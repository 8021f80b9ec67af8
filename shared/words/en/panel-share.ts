import type { share as polish, shareTitles as polishTitles } from '../pl/panel-share.ts'
import type { Translated } from '../translated.ts'

export const share = {
  post: {
    lead: 'Ready to be pasted into a social network, a group or a mail. You can still change it here.',
    label: 'Text of the post',
    language: 'Language of the post',
    copy: 'Copy the text of the post',
    copied: 'Copied.',
    refused: 'The browser refuses to copy. The text is selected: copy it with Ctrl+C.',
    discreet: 'This session is discreet, so there is no text to publish.',
    notPublic: 'This session isn’t public yet. Publish it, and it will have a text and a poster.',
    week: 'Activities this week',
    otherWeek: 'Activities of the week',
    poster: 'Poster to print',
    empty: 'There are no public activities on these days.',
  },
  poster: {
    lead: 'One A4 page with a QR code to the session’s page.',
    print: 'Print the poster',
    scan: 'Details and changes: scan the code',
    qr: 'QR code to the session’s page',
    sample: 'These activities are made up: don’t put this poster up.',
    cancelled: 'CANCELLED',
    moved: 'MOVED from: {{when}}',
    fund: 'Who pays for it',
    free: 'free',
  },
  mine: {
    lead: 'All that you lead, in the calendar of your phone, drafts included. Changes appear by themselves.',
    add: 'Make a calendar address',
    none: 'You have no such address yet.',
    once: 'This address is shown only once. Whoever has it sees your drafts: give it to nobody.',
    label: 'The address of your calendar',
    copy: 'Copy the address',
    copied: 'Copied.',
    refused: 'The browser refuses to copy. The address is selected: copy it with Ctrl+C.',
    open: 'Add it to the calendar of this device',
    qr: 'QR code with the calendar’s address',
    list: 'Your addresses',
    made: 'Made on {{day}}',
    used: 'last read on {{day}}',
    never: 'not read yet',
    rotate: 'Change the address',
    rotateAsk: 'Change this address? Calendars that have it will stop refreshing.',
    revoke: 'Take it away',
    revokeAsk: 'Take this address away? Calendars that have it will stop refreshing.',
    revoked: 'The address is gone. Nobody sees anything under it any more.',
    most: 'You have five addresses already. Take one away to make a new one.',
  },
} as const satisfies Translated<typeof polish, 'few' | 'many'>

export const shareTitles = {
  post: 'Text of a post',
  poster: 'Poster',
  doorNote: 'Note for the door',
  mine: 'My calendar',
} as const satisfies Translated<typeof polishTitles>

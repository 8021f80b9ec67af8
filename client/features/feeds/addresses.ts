/**
 * The addresses under which calendar programs take a feed. They are conventions of their makers, not standards:
 * `webcal:` opens the calendar program of a device; Google takes it as `cid`; Outlook on the web takes https.
 */

/** `https://host/feeds/all.ics` -> `webcal://host/feeds/all.ics` */
export const webcalAddress = (url: string): string => url.replace(/^https?:/, 'webcal:')

export const googleAddress = (url: string): string =>
  `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalAddress(url))}`

export type OutlookKind = 'private' | 'work'

const outlookHosts: Record<OutlookKind, string> = { private: 'outlook.live.com', work: 'outlook.office.com' }

export const outlookAddress = (kind: OutlookKind, url: string, name: string): string =>
  `https://${outlookHosts[kind]}/calendar/0/addfromweb?url=${encodeURIComponent(url)}&name=${encodeURIComponent(name)}`

/** True for a server that only this computer or its network reaches: programs on the web can't fetch from it. */
export function isLocalHost(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local') || host === '[::1]') return true
  return /^(?:(?:127|10)\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+$/.test(host)
}

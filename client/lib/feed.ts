import { ask } from './api.ts'

/** The text of a feed, and the moment it was copied when it comes from this device instead of the network. */
export type FeedText = { readonly text: string; readonly copiedAt: number | null }

/** The published feed, the very text that a phone subscribes to. */
export async function fetchFeed(path: string, signal: AbortSignal): Promise<FeedText> {
  const response = await ask(path, 'text/calendar', signal)
  const copied = response.headers.get('x-copied-at')
  return { text: await response.text(), copiedAt: copied === null ? null : Number(copied) }
}

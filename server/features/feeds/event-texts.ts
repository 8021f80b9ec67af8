/** One VEVENT as it stands in feeds, and what the feed around it must know of it. */
export type EventText = { readonly text: string; readonly bytes: number; readonly sample: boolean }

export type EventTexts = {
  readonly get: (key: string) => EventText | undefined
  readonly set: (key: string, text: EventText) => void
}

/**
 * Keeps the texts of events, so that one edit rebuilds one event (design section 4). A key names a revision, so a text never gets old;
 * when there are too many, those written longest ago go.
 */
export function keepEventTexts(limitBytes: number): EventTexts {
  const texts = new Map<string, EventText>()
  let used = 0
  return {
    get: (key) => texts.get(key),
    set(key, text) {
      used += text.bytes - (texts.get(key)?.bytes ?? 0)
      texts.delete(key)
      texts.set(key, text)
      for (const [oldest, { bytes }] of texts) {
        if (used <= limitBytes) return
        texts.delete(oldest)
        used -= bytes
      }
    },
  }
}

/** How a language says when something repeats. Grammar needs functions, not templates: gender, case and number differ. */
export type ScheduleGrammar = {
  /** "codziennie", "co drugi dzień", "co 3 dni" */
  readonly days: (interval: number) => string
  /** Weekdays from 1 (Monday): "co wtorek i czwartek", "co drugi wtorek", "co 3 tygodnie we wtorek" */
  readonly weeks: (interval: number, weekdays: readonly number[]) => string
  /** "w pierwszy wtorek" and "miesiąca", or "co drugi miesiąc w pierwszy wtorek" */
  readonly months: (interval: number, when: string) => string
  /** "co rok 15 maja" */
  readonly years: (interval: number, when: string) => string
  /** Ordinals of one weekday, -1 is the last: "w pierwszy i trzeci wtorek" */
  readonly nthWeekday: (ordinals: readonly number[], weekday: number) => string
  /** "w ostatni dzień roboczy" */
  readonly nthWorkday: (ordinal: number) => string
  /** "1. i 15. dnia", "ostatniego dnia" */
  readonly monthDays: (days: readonly number[]) => string
  /** "czerwca" after a day or an ordinal weekday */
  readonly ofMonth: (month: number) => string
  /** "w marcu i kwietniu" */
  readonly inMonths: (months: readonly number[]) => string
  readonly at: (clock: string) => string
  readonly until: (date: string) => string
  readonly times: (count: number) => string
  readonly except: (holidays: boolean, schoolBreaks: boolean) => string
  readonly onPickedDays: (days: string) => string
  readonly onManyPickedDays: (count: number) => string
  /** For rules that no plain sentence holds. */
  readonly complex: string
  readonly and: string
}

/** "a, b i c" */
export function listed(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
}

/** The word of a number's ordinal, counted from the end when negative. */
export type Ordinals = Readonly<Record<'1' | '2' | '3' | '4' | '5' | '-1' | '-2', string>>
export function ordinalOf(words: Ordinals, ordinal: number): string {
  return (words as Readonly<Record<string, string>>)[String(ordinal)] ?? `${ordinal}.`
}

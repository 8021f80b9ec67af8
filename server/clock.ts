/** Tells the time. Only `main.ts` uses the real one: everything else is given a clock or an instant, so that tests turn it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

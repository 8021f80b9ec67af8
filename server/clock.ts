/** Tells the time. Only what begins a thread (`main.ts`, `joining-thread.ts`) uses the real one: everything else is given a clock or an instant, so that tests turn it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** Where the hub reads the time; `main.ts` passes the real one, tests a fixed one. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The legal day (YYYY-MM-DD) of an instant. Times of law are in Asia/Shanghai. */
export const dayOf = (instant: Date): string => SHANGHAI.format(instant)

import { dayOf } from '../kernel/clock.ts'
import { type DayNo, dayNo } from './days.ts'

/** What the rows of a city follow from: the same city has the same rows. */
export interface City {
  readonly seed: number
  /** The fixed today; no record is later. */
  readonly today: DayNo
  readonly personSecret: string
}

/** Days since the hub began to collect; what is older came with the first load. */
const COLLECTS_DAYS = 2_250
export const collectsSince = (city: City): DayNo => city.today - COLLECTS_DAYS

export const cityOf = (options: { seed: number; now: Date; personSecret: string }): City => ({
  seed: options.seed,
  today: dayNo(dayOf(options.now)),
  personSecret: options.personSecret,
})

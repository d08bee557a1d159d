import { addMonths, type Day } from '../standards/index.ts'

/** A legal day as a count of days from 1970-01-01. */
export type DayNo = number

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

export const dayNo = (text: string): DayNo => Date.parse(`${text}T00:00:00Z`) / DAY_MS

/** Days before 1900-01-01 do not occur; a plain array is faster than a map. */
const FIRST = -25_567
const texts: (Day | undefined)[] = []

export function dayText(day: DayNo): Day {
  const known = texts[day - FIRST]
  if (known) return known
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10) as Day
  texts[day - FIRST] = text
  return text
}

export const dayOrNull = (day: DayNo | null): Day | null => (day === null ? null : dayText(day))

export const yearOf = (day: DayNo): number => new Date(day * DAY_MS).getUTCFullYear()
export const yearStart = (year: number): DayNo => dayNo(`${year}-01-01`)
export const monthsAfter = (day: DayNo, months: number): DayNo => dayNo(addMonths(dayText(day), months))

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value))
const times: (string | undefined)[] = []

function timeText(second: number): string {
  const known = times[second]
  if (known) return known
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  const text = `T${parts.map(twoDigits).join(':')}+08:00`
  times[second] = text
  return text
}

/** An instant in Shanghai at `second` of the day, as milliseconds and as text. */
export const instantMs = (day: DayNo, second: number): number => day * DAY_MS + second * 1000 - SHANGHAI_MS
export const instantText = (day: DayNo, second: number): string => dayText(day) + timeText(second)

import { withoutBlanks } from './blanks.ts'

/** A day of the civil calendar in China Standard Time, `'YYYY-MM-DD'`, without a time. */
export type Day = string & { readonly __brand: 'Day' }

/** How much of the day was written; what was not written is taken as the first. */
export type DayPrecision = 'DAY' | 'MONTH' | 'YEAR'

/** ABSENT: nothing was meant. UNREADABLE: no known form. IMPOSSIBLE: a known form, but no such day. */
export type DayFault = 'ABSENT' | 'UNREADABLE' | 'IMPOSSIBLE'

export type ParsedDay = {
  day: Day | null
  precision: DayPrecision | null
  openEnded: boolean
  fault: DayFault | null
}

const DAY_MS = 86_400_000
const CHINA_OFFSET_MINUTES = 480

const NOTHING = new Set(['', 'N/A', '/', '\\', '无', '暂无', 'NULL'])
const ONLY_DASHES = /^[-\u2010-\u2015\u2212\u2500]+$/

/**
 * Whether a text only says that there is nothing: empty, `N/A`, `/`, `无`, `暂无`, `null`, or nothing but
 * dashes (`-`, `——`, `— —`). Blanks, width and case do not matter. `'0'` is a value.
 * Source: the 双公示 templates ask for `——` or `/` in a column that does not apply.
 */
export function isAbsent(raw: string): boolean {
  if (raw.length > 16) return raw.trim() === ''
  const text = withoutBlanks(raw).toUpperCase()
  return NOTHING.has(text) || ONLY_DASHES.test(text)
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether the Gregorian calendar has this day; months and days count from 1. */
export const dayExists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (day <= 28 ? 28 : daysIn(year, month))

const dayOf = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day

const msOf = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))

/** The day `n` calendar days after `day`, before it when `n` is negative: `('2026-02-28', 1)` → 2026-03-01. */
export const addDays = (day: Day, n: number): Day =>
  new Date(msOf(day) + n * DAY_MS).toISOString().slice(0, 10) as Day

/**
 * The day `n` calendar months after `day`, before it when `n` is negative; where the month is shorter, its
 * last day. Source: 民法典 202 (a period of months ends on the corresponding day, else on the last of the month).
 * Example: `('2025-11-30', 3)` → `'2026-02-28'`.
 */
export function addMonths(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOf(year, month, Math.min(Number(day.slice(8, 10)), daysIn(year, month)))
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const SEPARATED = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/
const CHINESE = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const TIME_PART =
  /^(.+?)(?:T|\s+|(?<=[日号]))(\d{1,2})[:时点](\d{1,2})(?:[:分](?:(\d{1,2})(?:[.,]\d+)?秒?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const BLANK_BY_MARK = /\s*([年月日号])\s*/g
const OPEN_ENDED = new Set(['长期', '长期有效', '永久', '永久有效', '无期限', '无固定期限'])
const EARLIEST_YEAR = 1800
const OPEN_YEAR = 9999

const outcome = (fault: DayFault | null, openEnded = false): ParsedDay => ({
  day: null,
  precision: null,
  openEnded,
  fault,
})

type Written = { year: number; month: number | null; day: number | null }

function written(text: string): Written | null {
  const separated = SEPARATED.exec(text)
  const match = separated ?? CHINESE.exec(text) ?? COMPACT.exec(text)
  if (match === null) return null
  const [month, day] = separated === null ? [match[2], match[3]] : [match[3], match[4]]
  return {
    year: Number(match[1]),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  }
}

function judged({ year, month, day }: Written): ParsedDay {
  if (year === OPEN_YEAR || (year === 2099 && month === 12 && day === 31)) return outcome(null, true)
  if (year < EARLIEST_YEAR || !dayExists(year, month ?? 1, day ?? 1)) return outcome('IMPOSSIBLE')
  const precision = day !== null ? 'DAY' : month !== null ? 'MONTH' : 'YEAR'
  return { day: dayOf(year, month ?? 1, day ?? 1), precision, openEnded: false, fault: null }
}

/** Days by which an instant with a written zone is ahead of its written day in China Standard Time. */
function zoneShift(hour: number, minute: number, zone: string | undefined): number {
  if (zone === undefined) return 0
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return Math.floor((hour * 60 + minute - offset + CHINA_OFFSET_MINUTES) / (24 * 60))
}

/**
 * A day as agencies write it. Read: `2019-01-09`, `2019/1/9`, `2019.1.9`, `20190109`, `2019年1月9日`, each also
 * with a time; `2019-01` and `2019` (`precision` says so, the day is the first of the month or year). A time
 * without a zone is dropped; with a zone (`2019-01-08T16:00:00Z`) the day is that of China Standard Time.
 * `openEnded` with no day: `2099-12-31`, any date in 9999, 长期, 永久.
 * Faults: ABSENT as `isAbsent`; IMPOSSIBLE for 2019-02-30, hour 25 or a year before 1800; else UNREADABLE.
 * Source: GB/T 7408.1-2023 for the ISO forms; the 双公示 templates for `2099-12-31` = 长期.
 */
export function parseDay(raw: string): ParsedDay {
  const iso = ISO_DAY.exec(raw)
  if (iso !== null) return judged({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  if (isAbsent(raw)) return outcome('ABSENT')
  if (raw.length > 64) return outcome('UNREADABLE')
  const text = raw.normalize('NFKC').replace(BLANK_BY_MARK, '$1').trim()
  if (OPEN_ENDED.has(withoutBlanks(text))) return outcome(null, true)
  const plain = written(withoutBlanks(text))
  if (plain !== null) return judged(plain)
  const timed = TIME_PART.exec(text)
  const date = timed === null ? null : written(withoutBlanks(timed[1] ?? ''))
  if (timed === null || date === null || date.day === null) return outcome('UNREADABLE')
  const [hour, minute] = [Number(timed[2]), Number(timed[3])]
  if (hour > 23 || minute > 59 || Number(timed[4] ?? 0) > 59) return outcome('IMPOSSIBLE')
  const parsed = judged(date)
  return parsed.day === null
    ? parsed
    : { ...parsed, day: addDays(parsed.day, zoneShift(hour, minute, timed[5])) }
}

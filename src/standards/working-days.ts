import { addDays } from './legal-day.ts'
import type { Day } from './legal-day.ts'

/** The days the State Council's yearly notice takes off (OFF) or puts to work (WORK, 调休). */
export type Calendar = {
  kindOf(day: Day): 'OFF' | 'WORK' | null
  hasOfficialYear(year: number): boolean
}

/**
 * A calendar from rows of the yearly notices (国务院办公厅关于部分节假日安排的通知). A year counts as official
 * when its own New Year's Day and National Day are among the rows: a notice also names days of the December
 * before, which must not make that year official.
 */
export function calendarOf(rows: readonly { date: string; kind: 'OFF' | 'WORK' }[]): Calendar {
  const kinds = new Map<string, 'OFF' | 'WORK'>(rows.map((row) => [row.date, row.kind]))
  return {
    kindOf: (day) => kinds.get(day) ?? null,
    hasOfficialYear: (year) => kinds.has(`${year}-01-01`) && kinds.has(`${year}-10-01`),
  }
}

/**
 * Whether `day` is a working day: what the notice says, else Monday to Friday.
 * Source: 全国年节及纪念日放假办法; 行政处罚法 (2021) 85. Example: 2025-01-26, a Sunday at work → true.
 */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const kind = calendar.kindOf(day)
  if (kind !== null) return kind === 'WORK'
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/**
 * The `n`-th working day after `from`, which itself is not counted; `from` when `n` is 0 or less.
 * `provisional` when a day on the way lies in a year without official data, where only the weekday rule is
 * known: such a deadline must be computed again once the notice is out.
 * Source: 民法典 201 (the first day is not counted); 行政处罚法 (2021) 85 (二、三、五、七日 are working days).
 * Example: 2026-02-13 + 7 → 2026-03-02 (Spring Festival between).
 */
export function addWorkingDays(from: Day, n: number, calendar: Calendar): { day: Day; provisional: boolean } {
  let day = from
  let provisional = n <= 0 && !calendar.hasOfficialYear(yearOf(from))
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (!calendar.hasOfficialYear(yearOf(day))) provisional = true
    if (isWorkingDay(day, calendar)) left--
  }
  return { day, provisional }
}

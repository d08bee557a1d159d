import { describe, expect, test } from '@jest/globals'
import type { Day } from '../../src/standards/index.ts'
import {
  addDays,
  addMonths,
  addWorkingDays,
  calendarOf,
  isAbsent,
  isWorkingDay,
  parseDay,
} from '../../src/standards/index.ts'
import { seed } from '../support/vectors/vectors.ts'

const day = (text: string) => text as Day
const rows = seed('holidays-cn.csv').map(({ date = '', kind }) => ({ date, kind: kind as 'OFF' | 'WORK' }))
const calendar = calendarOf(rows)

describe('legal day', () => {
  test.each([
    ['2019-01-09', '2019-01-09', 'DAY'],
    ['2019/1/9', '2019-01-09', 'DAY'],
    ['2019.1.9', '2019-01-09', 'DAY'],
    ['20190109', '2019-01-09', 'DAY'],
    ['2019年1月9日', '2019-01-09', 'DAY'],
    ['2019 年 01 月 09 日', '2019-01-09', 'DAY'],
    ['２０１９－０１－０９', '2019-01-09', 'DAY'],
    [' 2019-01-09\u200b', '2019-01-09', 'DAY'],
    ['2019-01-09 00:00:00', '2019-01-09', 'DAY'],
    ['2019-01-09T23:59:59.999', '2019-01-09', 'DAY'],
    ['2019/1/9 8:30', '2019-01-09', 'DAY'],
    ['2019年1月9日10时30分', '2019-01-09', 'DAY'],
    ['2019-01-08T16:00:00.000Z', '2019-01-09', 'DAY'],
    ['2019-01-08T15:59:59Z', '2019-01-08', 'DAY'],
    ['2019-01-09T00:00:00+08:00', '2019-01-09', 'DAY'],
    ['2018-12-31T20:00:00-05:00', '2019-01-01', 'DAY'],
    ['2019-01', '2019-01-01', 'MONTH'],
    ['2019年5月', '2019-05-01', 'MONTH'],
    ['2019', '2019-01-01', 'YEAR'],
    ['2024-02-29', '2024-02-29', 'DAY'],
    ['2099-12-30', '2099-12-30', 'DAY'],
  ])('reads "%s" as %s, precise to the %s', (raw, expected, precision) => {
    expect(parseDay(raw)).toEqual({ day: expected, precision, openEnded: false, fault: null })
  })

  test.each([
    '2099-12-31',
    '2099/12/31',
    '20991231',
    '9999-12-31',
    '9999-99-99',
    '99991231',
    '长期',
    '2099-12-31 00:00:00',
  ])('takes "%s" for open-ended, with no day', (raw) => {
    expect(parseDay(raw)).toEqual({ day: null, precision: null, openEnded: true, fault: null })
  })

  test.each([
    ['', 'ABSENT'],
    ['N/A', 'ABSENT'],
    ['— —', 'ABSENT'],
    ['2019-02-29', 'IMPOSSIBLE'],
    ['2019-13-01', 'IMPOSSIBLE'],
    ['2019-00-00', 'IMPOSSIBLE'],
    ['0000-00-00', 'IMPOSSIBLE'],
    ['1900-02-29', 'IMPOSSIBLE'],
    ['2019-01-09 25:00', 'IMPOSSIBLE'],
    ['2019-13', 'IMPOSSIBLE'],
    ['2019-1/9', 'UNREADABLE'],
    ['9/1/2019', 'UNREADABLE'],
    ['43474', 'UNREADABLE'],
    ['2019-01 10:00', 'UNREADABLE'],
    ['昨天', 'UNREADABLE'],
    ['2'.repeat(100_000), 'UNREADABLE'],
  ])('gives no day for "%.20s": %s', (raw, fault) => {
    expect(parseDay(raw)).toEqual({ day: null, precision: null, openEnded: false, fault })
  })

  test.each([
    '',
    ' ',
    'N/A',
    'n/a',
    '——',
    '— —',
    '－',
    '-',
    '/',
    '／',
    '无',
    '暂无',
    'null',
    'NULL',
    '\u200b',
  ])('takes "%s" for nothing', (raw) => {
    expect(isAbsent(raw)).toBe(true)
  })

  test.each(['0', '无锡市', '-1', 'A/B', '无无'])('takes "%s" for something', (raw) => {
    expect(isAbsent(raw)).toBe(false)
  })

  test.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-04-01', 3, '2026-07-01'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('counts %s and %i months to %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-21', 90, '2027-02-19'],
  ])('counts %s and %i days to %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to)
  })
})

describe('working days', () => {
  test.each([
    ['2026-02-13', 7, '2026-03-02'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2026-09-29', 7, '2026-10-14'],
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2024-09-30', 20, '2024-11-01'],
    ['2026-04-30', 3, '2026-05-08'],
    ['2026-01-01', 1, '2026-01-04'],
  ])('counts %s and %i working days to %s, for certain', (from, n, to) => {
    expect(addWorkingDays(day(from), n, calendar)).toEqual({ day: to, provisional: false })
  })

  test('holds four official years, and not the year of a day that only belongs to the next notice', () => {
    expect(rows).toHaveLength(142)
    expect([2021, 2022, 2023, 2024, 2025, 2026, 2027].filter(calendar.hasOfficialYear)).toEqual([
      2023, 2024, 2025, 2026,
    ])
    expect(calendar.kindOf(day('2022-12-31'))).toBe('OFF')
  })

  test('works on a make-up Sunday and rests on a holiday Monday', () => {
    expect(isWorkingDay(day('2025-01-26'), calendar)).toBe(true)
    expect(isWorkingDay(day('2026-02-23'), calendar)).toBe(false)
    expect(isWorkingDay(day('2026-11-20'), calendar)).toBe(true)
    expect(isWorkingDay(day('2026-11-21'), calendar)).toBe(false)
  })

  test('marks a deadline as provisional once it walks into a year without a notice', () => {
    expect(addWorkingDays(day('2026-12-30'), 1, calendar)).toEqual({ day: '2026-12-31', provisional: false })
    expect(addWorkingDays(day('2026-12-30'), 2, calendar)).toEqual({ day: '2027-01-01', provisional: true })
    expect(addWorkingDays(day('2022-12-31'), 1, calendar)).toEqual({ day: '2023-01-03', provisional: false })
    expect(addWorkingDays(day('2022-12-29'), 2, calendar)).toEqual({ day: '2023-01-03', provisional: true })
  })

  test('stays on the day when no working day is asked for', () => {
    expect(addWorkingDays(day('2026-02-16'), 0, calendar)).toEqual({ day: '2026-02-16', provisional: false })
    expect(addWorkingDays(day('2027-02-16'), 0, calendar)).toEqual({ day: '2027-02-16', provisional: true })
  })

  test('knows weekdays alone when it holds no notice at all', () => {
    expect(addWorkingDays(day('2026-09-30'), 1, calendarOf([]))).toEqual({
      day: '2026-10-01',
      provisional: true,
    })
  })
})

import { stripVTControlCharacters } from 'node:util'
import type { Database } from '../kernel/db.ts'
import { loadedStretches, readPlan } from './city-plan.ts'
import { subjectFacts } from './sheets.ts'

export interface CityReport {
  readonly subjects: number
  readonly seed: number
  readonly day: string
  /** Rows of the city by table. */
  readonly rows: Readonly<Record<string, number>>
  readonly totalRows: number
  /** Time this call took; near zero when the city was there. */
  readonly seconds: number
}

export async function reportOf(db: Database, seconds: number): Promise<CityReport> {
  const plan = await readPlan(db)
  const rows: Record<string, number> = {}
  for (const stretch of await loadedStretches(db))
    for (const [table, count] of Object.entries(stretch.rows)) rows[table] = (rows[table] ?? 0) + count
  return {
    subjects: plan?.subjects ?? 0,
    seed: plan?.seed ?? 0,
    day: plan?.day ?? '',
    rows,
    totalRows: Object.values(rows).reduce((sum, count) => sum + count, 0),
    seconds,
  }
}

/** Columns a text takes in a terminal: Chinese characters take two. */
const widthOf = (text: string): number => {
  let width = 0
  for (const sign of stripVTControlCharacters(text)) width += (sign.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1
  return width
}
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const words = (table: string): string => table.replaceAll('_', ' ')

/** The report as aligned lines, in Chinese and English. */
export function cityLines(report: CityReport): string[] {
  const labels = new Map<string, string>([
    ['history', '历史版本'],
    ...subjectFacts().map((fact) => [fact.table, fact.zh] as const),
  ])
  const lines = Object.entries(report.rows)
    .sort(([, a], [, b]) => b - a)
    .map(
      ([table, count]) =>
        `  ${padded(labels.get(table) ?? table, 18)}${padded(words(table), 20)}${count.toLocaleString('en-US').padStart(12)}`,
    )
  const rate = Math.round(report.totalRows / Math.max(report.seconds, 0.001)).toLocaleString('en-US')
  return [
    `演示城市 Demonstration city: seed ${report.seed}, today ${report.day}, ${report.subjects.toLocaleString('en-US')} subjects`,
    ...lines,
    `  ${padded('合计', 18)}${padded('total', 20)}${report.totalRows.toLocaleString('en-US').padStart(12)}`,
    `  ${report.seconds.toFixed(1)} s, ${rate} rows/s`,
  ]
}

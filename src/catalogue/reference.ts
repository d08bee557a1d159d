import { type Calendar, calendarOf } from '../standards/index.ts'
import { shippedLines } from './shipped.ts'

let calendar: Promise<Calendar> | null = null
let exceptions: Promise<ReadonlySet<string>> | null = null

async function readCalendar(): Promise<Calendar> {
  const { lines } = await shippedLines('holidays-cn.csv')
  return calendarOf(
    lines.map((line) => ({ date: line.date ?? '', kind: line.kind === 'WORK' ? 'WORK' : 'OFF' })),
  )
}

async function readExceptions(): Promise<ReadonlySet<string>> {
  const { lines } = await shippedLines('code-exceptions.csv')
  return new Set(lines.map((line) => line.code ?? ''))
}

/** The working-day calendar of the shipped yearly notices (节假日安排). */
export const workingCalendar = (): Promise<Calendar> => (calendar ??= readCalendar())

/** Codes in lawful use although their check character fails (例外赋码). */
export const codeExceptions = (): Promise<ReadonlySet<string>> => (exceptions ??= readExceptions())

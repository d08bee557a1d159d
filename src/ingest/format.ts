import type { Actor } from '../kernel/context.ts'
import type { Database, Transaction } from '../kernel/db.ts'
import type { FileRow } from './csv-rows.ts'
import type { RowFinding } from './row-codes.ts'

export type FormatName = 'registrations' | 'licences' | 'penalties'

/** What a load counts; every figure grows chunk by chunk and is kept with the batch. */
export type Counts = Readonly<Record<string, number>>

export const addCounts = (a: Counts, b: Counts): Counts => {
  const sum: Record<string, number> = { ...a }
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** What the hub says about one row that it did not plainly accept. */
export interface RowVerdict {
  readonly lineNo: number
  readonly subjectKey: string | null
  /** The row as it arrived, without numbers of persons. */
  readonly rawLine: string | null
  readonly findings: readonly RowFinding[]
}

export interface Load {
  readonly db: Database
  readonly batchId: string
  readonly source: string
  readonly actor: Actor
  readonly now: Date
  readonly today: string
  /** Key of the hashes under which natural persons are filed. */
  readonly personSecret: string
}

export interface ChunkResult {
  readonly counts: Counts
  readonly verdicts: readonly RowVerdict[]
  /** SM3 over the lines that changed something, in the order of the file: to be computed again from the file. */
  readonly digest: string
}

/** A format bound to the header of one file: reads rows without I/O, writes a chunk of them in a transaction. */
export interface BoundFormat<Row = unknown> {
  read(row: FileRow): Row
  /** What a row is about. */
  keysOf(row: Row): readonly string[]
  write(tx: Transaction, rows: readonly Row[]): Promise<ChunkResult>
  /** After the last chunk. */
  settle(): Promise<void>
}

export interface Format {
  readonly name: FormatName
  /** Columns of the template that the header does not have. */
  missingColumns(header: readonly string[]): readonly string[]
  bind(header: readonly string[], load: Load): Promise<BoundFormat>
}

const ORDER_MARKS = /[\s\ufeff]+/g
export const headerCell = (cell: string): string => cell.replace(ORDER_MARKS, '')

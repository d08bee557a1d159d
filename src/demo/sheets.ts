import { allFacts, columnOf, type Fact, type FactRow, type Fields } from '../graph/index.ts'
import { type Cell, copyLine } from '../kernel/copy.ts'
import { HistoryTable } from '../ledger/index.ts'
import type { RecordKind } from '../record/index.ts'

/** Fields every record has, in the order in which they are written. */
export const COMMON_FIELDS = [
  'subjectKey',
  'rowId',
  'occurredOn',
  'occurredPrecision',
  'validFrom',
  'validTo',
  'status',
  'effectEndedOn',
  'documentNo',
  'authorityName',
  'authorityCode',
  'visibility',
  'source',
  'sourceKey',
  'batchId',
  'lineNo',
  'receivedAt',
  'raw',
  'quality',
  'version',
  'recordedAt',
] as const satisfies readonly (keyof FactRow<RecordKind['fact']>)[]

type NullableOf<Row> = { [Name in keyof Row]: null extends Row[Name] ? Name : never }[keyof Row]
/** A row in which what may be null may be left out. */
export type Draft<Row> = Omit<Row, NullableOf<Row>> & Partial<Pick<Row, NullableOf<Row>>>
/** A draft whose instants are given as text, as COPY takes them. */
export type Written<Row> = { [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] }
export type DraftOf<F> = Written<Draft<FactRow<F>>>

const BLOCK_BYTES = 65_536
/** UTF-8 takes at most three bytes for one UTF-16 unit. */
const BYTES_PER_UNIT = 3

/** Rows of one table as COPY text, in blocks of bytes outside the heap. */
export class Sheet {
  rows = 0
  readonly columns: readonly string[]
  private readonly full: Buffer[] = []
  private block = Buffer.allocUnsafe(0)
  private used = 0

  constructor(
    readonly table: string,
    private readonly names: readonly string[],
  ) {
    this.columns = names.map(columnOf)
  }

  /** Adds a row; `first` are the cells of the leading columns, where the caller has them in order. */
  add(row: object, first: readonly Cell[] = []): void {
    const cells = first.slice()
    for (let at = first.length; at < this.names.length; at += 1)
      cells.push((row as Readonly<Record<string, Cell>>)[this.names[at] as string])
    this.append(copyLine(cells))
    this.rows += 1
  }

  blocks(): readonly Buffer[] {
    return [...this.full, this.block.subarray(0, this.used)]
  }

  private append(line: string): void {
    const most = line.length * BYTES_PER_UNIT
    if (this.used + most > this.block.length) {
      if (this.used > 0) this.full.push(this.block.subarray(0, this.used))
      this.block = Buffer.allocUnsafe(Math.max(BLOCK_BYTES, most))
      this.used = 0
    }
    this.used += this.block.write(line, this.used)
  }
}

/** The rows of a stretch of the city, a sheet for each table. */
export class Sheets {
  private readonly byTable = new Map<string, Sheet>()

  add<F>(fact: F, row: DraftOf<F>): void {
    const { table, fields } = fact as unknown as Fact
    this.sheetOf(table, () => Object.keys(fields)).add(row)
  }

  /** Adds a record: its common cells in the order of COMMON_FIELDS, and what its kind has of its own. */
  addRecord(kind: RecordKind, common: readonly Cell[], own: object): void {
    const { table, fields } = kind.fact
    this.sheetOf(table, () => namesOf(fields)).add(own, common)
  }

  addHistory(row: object): void {
    this.sheetOf('history', () => Object.keys(HistoryTable.meta.properties)).add(row)
  }

  all(): readonly Sheet[] {
    return [...this.byTable.values()].sort((a, b) => (a.table < b.table ? -1 : 1))
  }

  private sheetOf(table: string, names: () => readonly string[]): Sheet {
    const known = this.byTable.get(table)
    if (known) return known
    const sheet = new Sheet(table, names())
    this.byTable.set(table, sheet)
    return sheet
  }
}

const namesOf = (fields: Fields): string[] => {
  const common: readonly string[] = COMMON_FIELDS
  return [...common, ...Object.keys(fields).filter((name) => !common.includes(name))]
}

/** Tables of facts that hang on a subject: those the city fills. */
export const subjectFacts = (): readonly Fact[] => allFacts().filter((fact) => 'subjectKey' in fact.fields)

import { createHash } from 'node:crypto'
import { catalogueOf, codeExceptions, workingCalendar } from '../catalogue/index.ts'
import type { Transaction } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { knownRecords, Licence, Penalty, recordKey, type RecordKind, upsertRecords } from '../record/index.ts'
import type { Day } from '../standards/index.ts'
import { addPersons, personKeyOf } from '../subject/index.ts'
import { csvLine, type FileRow } from './csv-rows.ts'
import { type ReadDecision, readLicence, readPenalty } from './decision.rules.ts'
import { type Party, type PublicityKnowledge, withoutPersonNumbers } from './double-publicity.rules.ts'
import {
  LICENCE_COLUMNS,
  missingFrom,
  PENALTY_COLUMNS,
  placesOf,
  type TemplateColumn,
} from './double-publicity.template.ts'
import type { BoundFormat, ChunkResult, Format, FormatName, Load, RowVerdict } from './format.ts'
import { PartyBook } from './party-match.ts'
import type { RowCode, RowFinding, RowOutcome } from './row-codes.ts'
import { markSeen, seenKeys, seenName } from './seen.ts'

/** One of the two 双公示 templates. */
interface Template {
  readonly name: FormatName
  readonly columns: Readonly<Record<string, TemplateColumn>>
  readonly kind: RecordKind
  read(cells: Readonly<Record<string, string>>, knowledge: PublicityKnowledge): ReadDecision
}

interface ReadRow {
  readonly line: number
  /** The row without numbers of persons. */
  readonly raw: string
  /** Null for a ragged row. */
  readonly decision: ReadDecision | null
  readonly cellCount: number
  readonly personKey: string | null
}

interface Good extends ReadRow {
  readonly decision: ReadDecision
  readonly party: Party
  readonly subjectKey: string
  readonly sourceKey: string
  readonly findings: readonly RowFinding[]
}

const hasOutcome = (findings: readonly RowFinding[], outcome: RowOutcome): boolean =>
  findings.some((finding) => finding.outcome === outcome)

class DecisionChunk {
  readonly verdicts: RowVerdict[] = []
  private readonly digest = createHash('sm3')
  private readonly counts = {
    rows: 0,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    kept: 0,
    rejected: 0,
    duplicates: 0,
    warnings: 0,
  }

  constructor(
    private readonly tx: Transaction,
    private readonly template: Template,
    private readonly load: Load,
  ) {}

  async write(rows: readonly ReadRow[]): Promise<ChunkResult> {
    const readable = this.sortOut(rows)
    const good = await this.withSubjects(readable)
    const first = await this.firstOfTheirKey(good)
    await this.save(first)
    return { counts: this.counts, verdicts: this.verdicts, digest: this.digest.digest('hex') }
  }

  private say(
    row: ReadRow,
    subjectKey: string | null,
    findings: readonly RowFinding[],
    keepsRaw: boolean,
  ): void {
    this.verdicts.push({ lineNo: row.line, subjectKey, rawLine: keepsRaw ? row.raw : null, findings })
  }

  private reject(row: ReadRow, findings: readonly RowFinding[]): void {
    this.counts.rejected += 1
    this.say(row, null, findings, true)
  }

  private sortOut(rows: readonly ReadRow[]): ReadRow[] {
    this.counts.rows += rows.length
    return rows.filter((row) => {
      if (row.decision === null) {
        this.reject(row, [
          { code: 'COLUMN_COUNT', outcome: 'REJECTED', column: '*', value: String(row.cellCount) },
        ])
        return false
      }
      if (row.decision.columns !== null) return true
      this.reject(row, row.decision.findings)
      return false
    })
  }

  private partyFinding(party: Party, code: RowCode, outcome: RowOutcome): RowFinding {
    const column =
      (code === 'SUBJECT_NOT_FOUND_1001' ? this.template.columns.uscc : this.template.columns.partyName)
        ?.code ?? '*'
    const value = code === 'SUBJECT_NOT_FOUND_1001' ? (party.numbers[0]?.value ?? null) : party.name
    return { code, outcome, column, value }
  }

  private async withSubjects(rows: readonly ReadRow[]): Promise<Good[]> {
    const book = await PartyBook.read(
      this.tx,
      rows.flatMap((row) => row.decision?.party?.numbers ?? []),
    )
    return rows.flatMap((row): Good[] => {
      const { decision, personKey } = row
      const party = decision?.party
      const sourceKey = decision?.sourceKey
      if (!decision || !party || !sourceKey) return []
      const found = personKey ? { subjectKey: personKey, isFormerName: false } : book.find(party)
      if ('fault' in found) {
        this.reject(row, [this.partyFinding(party, found.fault, 'REJECTED'), ...decision.findings])
        return []
      }
      const former = found.isFormerName ? [this.partyFinding(party, 'NAME_FORMER', 'WARNING')] : []
      const { subjectKey } = found
      return [{ ...row, decision, party, sourceKey, subjectKey, findings: [...former, ...decision.findings] }]
    })
  }

  private repeat(row: Good): void {
    this.counts.duplicates += 1
    const column = this.template.columns.documentNo?.code ?? '*'
    const value = row.sourceKey.slice(row.sourceKey.indexOf('|') + 1)
    this.say(row, row.subjectKey, [{ code: 'DUPLICATE_IN_FILE', outcome: 'DUPLICATE', column, value }], true)
  }

  private async firstOfTheirKey(rows: readonly Good[]): Promise<Good[]> {
    const once = new Map<string, Good>()
    for (const row of rows) {
      const key = recordKey(row.subjectKey, row.sourceKey)
      if (once.has(key)) this.repeat(row)
      else once.set(key, row)
    }
    const known = await knownRecords(this.tx, this.template.kind, [...once.values()], this.load)
    const asked = [...once]
      .filter(([key]) => known.has(key))
      .map(([, row]) => ({ key: row.subjectKey, sourceKey: row.sourceKey }))
    const seen = await seenKeys(this.tx, this.load.batchId, asked)
    return [...once].flatMap(([key, row]) => {
      const isSeen = seen.has(seenName({ key: row.subjectKey, sourceKey: row.sourceKey }))
      if (!isSeen && !known.get(key)?.isMine) return [row]
      this.repeat(row)
      return []
    })
  }

  private async save(rows: readonly Good[]): Promise<void> {
    const persons = rows.flatMap((row) =>
      row.personKey ? [{ subjectKey: row.personKey, name: row.party.name, lineNo: row.line }] : [],
    )
    await addPersons(this.tx, persons, this.load)
    const saved = await upsertRecords(
      this.tx,
      this.template.kind,
      rows.map((row) => ({
        subjectKey: row.subjectKey,
        sourceKey: row.sourceKey,
        lineNo: row.line,
        columns: {
          row_id: newId(),
          visibility: row.personKey ? 'RESTRICTED' : 'PUBLIC',
          ...row.decision.columns,
        },
      })),
      this.load,
    )
    const unchanged = rows.filter((row) => !saved.inserted.has(row.line) && !saved.updated.has(row.line))
    await markSeen(
      this.tx,
      this.load.batchId,
      unchanged.map((row) => ({ key: row.subjectKey, sourceKey: row.sourceKey, lineNo: row.line })),
    )
    this.counts.inserted += saved.inserted.size
    this.counts.updated += saved.updated.size
    this.counts.unchanged += unchanged.length
    const isUnchanged = new Set(unchanged)
    const written = rows.filter((row) => !isUnchanged.has(row))
    this.digest.update(written.map((row) => row.raw).join('\n'))
    for (const row of rows) this.accept(row)
  }

  private accept(row: Good): void {
    if (row.findings.length === 0) return
    if (hasOutcome(row.findings, 'WARNING')) this.counts.warnings += 1
    this.say(row, row.subjectKey, row.findings, false)
  }
}

class BoundDecisions implements BoundFormat<ReadRow> {
  private readonly places: Readonly<Record<string, number>>
  private readonly secretPlaces: readonly number[]

  constructor(
    private readonly template: Template,
    private readonly header: readonly string[],
    private readonly knowledge: PublicityKnowledge,
    private readonly load: Load,
  ) {
    this.places = placesOf(template.columns, header)
    this.secretPlaces = Object.entries(template.columns)
      .filter(([, column]) => column.secret)
      .map(([key]) => this.places[key] ?? -1)
      .filter((place) => place >= 0)
  }

  private withoutSecrets({ cells, raw }: FileRow): string {
    if (!this.secretPlaces.some((place) => cells[place])) return raw
    return csvLine(cells.map((cell, at) => (cell && this.secretPlaces.includes(at) ? '***' : cell)))
  }

  read(file: FileRow): ReadRow {
    const { line, cells } = file
    const row = { line, cellCount: cells.length, personKey: null }
    if (cells.length !== this.header.length)
      return { ...row, raw: withoutPersonNumbers(file.raw), decision: null }
    const named = Object.fromEntries(
      Object.entries(this.places).map(([key, place]) => [key, place < 0 ? '' : (cells[place] ?? '')]),
    )
    const decision = this.template.read(named, this.knowledge)
    const person = decision.party?.person
    const personKey = person ? personKeyOf(this.load.personSecret, person.idKind, person.idNumber) : null
    return { ...row, raw: this.withoutSecrets(file), decision, personKey }
  }

  keysOf({ decision, personKey }: ReadRow): readonly string[] {
    if (!decision?.sourceKey) return []
    return personKey ? [decision.sourceKey, personKey] : [decision.sourceKey]
  }

  write(tx: Transaction, rows: readonly ReadRow[]): Promise<ChunkResult> {
    return new DecisionChunk(tx, this.template, this.load).write(rows)
  }

  async settle(): Promise<void> {
    return undefined
  }
}

async function publicityKnowledgeOf(load: Load): Promise<PublicityKnowledge> {
  const [catalogue, exceptions, calendar] = await Promise.all([
    catalogueOf(load.db),
    codeExceptions(),
    workingCalendar(),
  ])
  const departments = new Map(
    catalogue.departments
      .inForceOn(load.today)
      .flatMap((row) => (row.uscc ? [[row.uscc, row] as const] : [])),
  )
  return {
    today: load.today as Day,
    calendar,
    isAcceptedException: (code) => exceptions.has(code),
    departmentOf: (uscc) => {
      const row = departments.get(uscc)
      return row ? { code: row.code, name: row.nameZh } : null
    },
  }
}

const formatOf = (template: Template): Format => ({
  name: template.name,
  missingColumns: (header) => missingFrom(template.columns, header),
  bind: async (header, load) =>
    new BoundDecisions(template, header, await publicityKnowledgeOf(load), load) as BoundFormat,
})

/** 行政许可, the nationwide 双公示 template. */
export const LICENCES = formatOf({
  name: 'licences',
  columns: LICENCE_COLUMNS,
  kind: Licence as unknown as RecordKind,
  read: readLicence as Template['read'],
})

/** 行政处罚, the nationwide 双公示 template. */
export const PENALTIES = formatOf({
  name: 'penalties',
  columns: PENALTY_COLUMNS,
  kind: Penalty as unknown as RecordKind,
  read: readPenalty as Template['read'],
})

import { createHash } from 'node:crypto'
import { catalogueOf } from '../catalogue/index.ts'
import type { Transaction } from '../kernel/db.ts'
import { normaliseName } from '../standards/index.ts'
import {
  addRegistrations,
  knownSubjects,
  type Registration,
  settleNameIndex,
  updateRegistrations,
} from '../subject/index.ts'
import type { FileRow } from './csv-rows.ts'
import {
  type BoundFormat,
  type ChunkResult,
  type Format,
  headerCell,
  type Load,
  type RowVerdict,
} from './format.ts'
import { registerKnowledgeOf } from './register-knowledge.ts'
import {
  disambiguatedKey,
  type ReadRegistration,
  readRegistration,
  REGISTRATION_COLUMNS,
  type RegisterKnowledge,
  type RegistrationCells,
  type RegistrationColumn,
} from './registration.rules.ts'
import type { RowFinding } from './row-codes.ts'
import { markSeen, seenKeys, seenName } from './seen.ts'

interface ReadRow {
  readonly file: FileRow
  /** Null for a ragged row. */
  readonly read: ReadRegistration | null
}

interface Good {
  readonly file: FileRow
  readonly read: ReadRegistration
  registration: Registration
  seenKey: string
}

const RAGGED = (file: FileRow): RowFinding => ({
  code: 'COLUMN_COUNT',
  outcome: 'REJECTED',
  column: '*',
  value: String(file.cells.length),
})

const DUPLICATE = (row: Good): RowFinding => ({
  code: 'DUPLICATE_IN_FILE',
  outcome: 'DUPLICATE',
  column: REGISTRATION_COLUMNS.code,
  value: row.registration.rawCode,
})

const registrations = (rows: readonly Good[]): Registration[] => rows.map((row) => row.registration)

class RegistrationChunk {
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
    validRows: 0,
    distinctSubjects: 0,
    repeatedCodeRows: 0,
    legacy15DigitNumber: 0,
    invalidCode: 0,
    raggedRows: 0,
  }

  constructor(
    private readonly tx: Transaction,
    private readonly load: Load,
  ) {}

  async write(rows: readonly ReadRow[]): Promise<ChunkResult> {
    const good = this.sortOut(rows)
    await this.tellOldNumbersApart(good)
    const first = await this.firstOfTheirKey(good)
    const known = await this.save(first)
    for (const row of first) this.accept(row)
    this.counts.inserted += first.length - known.length
    return { counts: this.counts, verdicts: this.verdicts, digest: this.digest.digest('hex') }
  }

  /** Counts what needs no database; ragged and nameless rows end here. */
  private sortOut(rows: readonly ReadRow[]): Good[] {
    const good: Good[] = []
    for (const { file, read } of rows) {
      this.counts.rows += 1
      if (read === null) {
        this.counts.raggedRows += 1
        this.reject(file, null, [RAGGED(file)])
        continue
      }
      if (read.codeClass === 'VALID') this.counts.validRows += 1
      else if (read.codeClass === 'LEGACY') this.counts.legacy15DigitNumber += 1
      else this.counts.invalidCode += 1
      const { registration, seenKey } = read
      if (registration === null) this.reject(file, null, read.findings)
      else good.push({ file, read, registration, seenKey })
    }
    return good
  }

  private reject(file: FileRow, subjectKey: string | null, findings: readonly RowFinding[]): void {
    this.counts.rejected += 1
    this.verdicts.push({ lineNo: file.line, subjectKey, rawLine: file.raw, findings })
  }

  /** The same old registration number under another name is another subject, with a key of its own. */
  private async tellOldNumbersApart(rows: readonly Good[]): Promise<void> {
    const old = rows.filter((row) => row.read.codeClass === 'LEGACY')
    if (old.length === 0) return
    const holders = await this.tx.fresh<{ subject_key: string; name_norm: string }>(
      `select subject_key, name_norm from subject_name where subject_key = any($1) and name_kind = 'CURRENT'`,
      [old.map((row) => row.registration.subjectKey)],
    )
    const nameOf = new Map(holders.map((holder) => [holder.subject_key, holder.name_norm]))
    for (const row of old) {
      const { subjectKey, name } = row.registration
      const holder = nameOf.get(subjectKey)
      if (holder === undefined) nameOf.set(subjectKey, normaliseName(name))
      else if (holder !== normaliseName(name)) {
        row.seenKey = disambiguatedKey(subjectKey, name)
        row.registration = { ...row.registration, subjectKey: row.seenKey }
      }
    }
  }

  private repeat(row: Good): void {
    this.counts.duplicates += 1
    if (row.read.codeClass === 'VALID') this.counts.repeatedCodeRows += 1
    this.verdicts.push({
      lineNo: row.file.line,
      subjectKey: row.registration.subjectKey,
      rawLine: row.file.raw,
      findings: [DUPLICATE(row), ...row.read.findings],
    })
  }

  private known: ReadonlyMap<string, { readonly isMine: boolean }> = new Map()

  /**
   * The rows whose subject has not come up in this file before. A subject this batch has written carries its
   * id; one it found unchanged, or one not keyed by its code, is in `ingest_seen`: so the common first load
   * writes nothing twice, and memory stays flat however long the file is.
   */
  private async firstOfTheirKey(rows: readonly Good[]): Promise<Good[]> {
    const once = new Map<string, Good>()
    for (const row of rows) {
      if (once.has(row.seenKey)) this.repeat(row)
      else once.set(row.seenKey, row)
    }
    const candidates = [...once.values()]
    this.known = await knownSubjects(
      this.tx,
      candidates.map((row) => row.registration.subjectKey),
      this.load.batchId,
    )
    const asked = candidates.filter(
      (row) => this.isMarkedApart(row) || this.known.get(row.registration.subjectKey),
    )
    const seen = await seenKeys(
      this.tx,
      this.load.batchId,
      asked.map((row) => ({ key: row.seenKey })),
    )
    return candidates.filter((row) => {
      const isRepeat =
        seen.has(seenName({ key: row.seenKey })) ||
        this.known.get(row.registration.subjectKey)?.isMine === true
      if (isRepeat) this.repeat(row)
      return !isRepeat
    })
  }

  private isMarkedApart(row: Good): boolean {
    return row.seenKey !== row.registration.subjectKey
  }

  private async save(rows: readonly Good[]): Promise<readonly Good[]> {
    const isKnown = (row: Good): boolean => this.known.has(row.registration.subjectKey)
    const known = rows.filter(isKnown)
    await addRegistrations(this.tx, registrations(rows.filter((row) => !isKnown(row))), this.load)
    const updated = await updateRegistrations(this.tx, registrations(known), this.load)
    const written = rows.filter((row) => !isKnown(row) || updated.has(row.file.line))
    this.digest.update(written.map((row) => row.file.raw).join('\n'))
    const toMark = rows.filter(
      (row) => this.isMarkedApart(row) || (isKnown(row) && !updated.has(row.file.line)),
    )
    await markSeen(
      this.tx,
      this.load.batchId,
      toMark.map((row) => ({ key: row.seenKey, lineNo: row.file.line })),
    )
    this.counts.updated += updated.size
    this.counts.unchanged += known.length - updated.size
    return known
  }

  private accept(row: Good): void {
    if (row.read.codeClass === 'VALID') this.counts.distinctSubjects += 1
    const { findings } = row.read
    if (findings.length === 0) return
    const isKept = findings.some((finding) => finding.outcome === 'KEPT')
    if (isKept) this.counts.kept += 1
    if (findings.some((finding) => finding.outcome === 'WARNING')) this.counts.warnings += 1
    this.verdicts.push({
      lineNo: row.file.line,
      subjectKey: row.registration.subjectKey,
      rawLine: isKept ? row.file.raw : null,
      findings,
    })
  }
}

class BoundRegistrations implements BoundFormat<ReadRow> {
  private readonly at: Readonly<Record<RegistrationColumn, number>>

  constructor(
    private readonly header: readonly string[],
    private readonly knowledge: RegisterKnowledge,
    private readonly load: Load,
  ) {
    this.at = Object.fromEntries(
      Object.entries(REGISTRATION_COLUMNS).map(([column, name]) => [column, header.indexOf(name)]),
    ) as Record<RegistrationColumn, number>
  }

  read(file: FileRow): ReadRow {
    if (file.cells.length !== this.header.length) return { file, read: null }
    const { at } = this
    const cell = (place: number): string => file.cells[place] ?? ''
    const cells: RegistrationCells = {
      name: cell(at.name),
      code: cell(at.code),
      establishedOn: cell(at.establishedOn),
      entityType: cell(at.entityType),
      legalRepresentative: cell(at.legalRepresentative),
      capital: cell(at.capital),
      businessScope: cell(at.businessScope),
      province: cell(at.province),
      place: cell(at.place),
      address: cell(at.address),
    }
    return { file, read: readRegistration(cells, file.line, this.knowledge) }
  }

  keysOf({ read }: ReadRow): readonly string[] {
    if (!read?.registration) return []
    const { subjectKey } = read.registration
    return subjectKey === read.seenKey ? [subjectKey] : [subjectKey, read.seenKey]
  }

  write(tx: Transaction, rows: readonly ReadRow[]): Promise<ChunkResult> {
    return new RegistrationChunk(tx, this.load).write(rows)
  }

  settle(): Promise<void> {
    return settleNameIndex(this.load.db)
  }
}

/** 登记信息: the extract of a market-entity register. */
export const REGISTRATIONS: Format = {
  name: 'registrations',
  missingColumns: (header) => {
    const given = new Set(header.map(headerCell))
    return Object.values(REGISTRATION_COLUMNS).filter((name) => !given.has(name))
  },
  bind: async (header, load) => {
    const knowledge = await registerKnowledgeOf(await catalogueOf(load.db), load.today)
    return new BoundRegistrations(header.map(headerCell), knowledge, load) as BoundFormat
  },
}

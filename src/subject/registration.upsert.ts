import type { Sql, Transaction } from '../kernel/db.ts'
import { copyInto, copyLine } from '../kernel/copy.ts'
import { normaliseName } from '../standards/index.ts'
import { nameIndex } from './name-index.ts'
import type { Registration, RegistrationLoad } from './registration.ts'

const SUBJECT_COLUMNS = [
  'subject_key',
  'uscc',
  'raw_code',
  'code_status',
  'kind',
  'name',
  'status',
  'established_on',
  'division_code',
  'entity_type',
  'legal_representative',
  'registered_capital',
  'capital_currency',
  'business_scope',
  'address',
  'valid_from',
  'source',
  'source_key',
  'batch_id',
  'line_no',
  'received_at',
  'raw',
  'quality',
  'recorded_at',
] as const

/** Columns a register speaks about; the others of a known subject are left as they are. */
const COMPARED = [
  'established_on',
  'division_code',
  'entity_type',
  'legal_representative',
  'registered_capital',
  'capital_currency',
  'business_scope',
  'address',
] as const

const NAME_COLUMNS = [
  'subject_key',
  'name_hash',
  'name_norm',
  'name',
  'name_kind',
  'valid_from',
  'pinyin',
  'initials',
  'grams',
] as const

const byKey = (a: Registration, b: Registration): number =>
  a.subjectKey < b.subjectKey ? -1 : a.subjectKey > b.subjectKey ? 1 : 0

const NONE: readonly string[] = []

function* subjectLines(rows: readonly Registration[], load: RegistrationLoad) {
  const now = load.now.toISOString()
  for (const row of rows) {
    yield copyLine([
      row.subjectKey,
      row.uscc,
      row.rawCode,
      row.codeStatus,
      row.kind,
      row.name,
      'ACTIVE',
      row.establishedOn,
      row.divisionCode,
      row.entityType,
      row.legalRepresentative,
      row.registeredCapital,
      row.capitalCurrency,
      row.businessScope,
      row.address,
      row.establishedOn,
      load.source,
      row.sourceKey,
      load.batchId,
      row.lineNo,
      now,
      row.raw,
      row.quality.length === 0 ? NONE : row.quality,
      now,
    ])
  }
}

function* nameLines(rows: readonly Registration[]) {
  for (const row of rows) {
    const index = nameIndex(row.name)
    yield copyLine([
      row.subjectKey,
      index.nameHash,
      index.nameNorm,
      row.name,
      'CURRENT',
      row.establishedOn,
      index.pinyin,
      index.initials,
      index.grams,
    ])
  }
}

async function addIdentifiers(tx: Transaction, rows: readonly Registration[], load: RegistrationLoad) {
  const identifiers = rows.flatMap((row) => row.identifiers.map((one) => ({ row, ...one })))
  if (identifiers.length === 0) return
  await tx.fresh(
    `insert into identifier (subject_key, identifier_kind, value, source)
     select subject_key, identifier_kind, value, $4
     from unnest($1::text[], $2::text[], $3::text[]) x (subject_key, identifier_kind, value)
     order by subject_key on conflict (subject_key, identifier_kind, value) do nothing`,
    [
      identifiers.map(({ row }) => row.subjectKey),
      identifiers.map(({ kind }) => kind),
      identifiers.map(({ value }) => value),
      load.source,
    ],
  )
}

/** Which of these keys the base register has, and whether this very batch wrote them last. */
export async function knownSubjects(
  tx: Transaction,
  keys: readonly string[],
  batchId: string,
): Promise<ReadonlyMap<string, { readonly isMine: boolean }>> {
  const rows = await tx.fresh<{ subject_key: string; mine: boolean }>(
    `select s.subject_key, s.batch_id is not distinct from $2::uuid as mine
     from unnest($1::text[]) k join subject s on s.subject_key = k`,
    [keys, batchId],
  )
  return new Map(rows.map((row) => [row.subject_key, { isMine: row.mine }]))
}

/** Adds subjects the register did not have: straight into the tables, in key order. */
export async function addRegistrations(
  tx: Transaction,
  rows: readonly Registration[],
  load: RegistrationLoad,
): Promise<void> {
  if (rows.length === 0) return
  const sorted = rows.toSorted(byKey)
  await copyInto(tx.client, { table: 'subject', columns: SUBJECT_COLUMNS }, subjectLines(sorted, load))
  await copyInto(tx.client, { table: 'subject_name', columns: NAME_COLUMNS }, nameLines(sorted))
  await addIdentifiers(tx, sorted, load)
}

const STAGED = `
  create temp table if not exists staged_registration (
    subject_key text not null, name_norm text not null, raw_code text, code_status text, kind text, name text,
    established_on date, division_code text, entity_type text, legal_representative text,
    registered_capital bigint, capital_currency text, business_scope text, address text, source_key text,
    line_no int, raw jsonb, quality text[]
  ) on commit delete rows`

const STAGED_COLUMNS = [
  'subject_key',
  'name_norm',
  'raw_code',
  'code_status',
  'kind',
  'name',
  ...COMPARED,
  'source_key',
  'line_no',
  'raw',
  'quality',
] as const

function* stagedLines(rows: readonly Registration[]) {
  for (const row of rows)
    yield copyLine([
      row.subjectKey,
      normaliseName(row.name),
      row.rawCode,
      row.codeStatus,
      row.kind,
      row.name,
      row.establishedOn,
      row.divisionCode,
      row.entityType,
      row.legalRepresentative,
      row.registeredCapital,
      row.capitalCurrency,
      row.businessScope,
      row.address,
      row.sourceKey,
      row.lineNo,
      row.raw,
      row.quality,
    ])
}

/** Names differ when their normalised forms do: （） for () is no change of name. */
const RENAMED = `case when t.name = s.name then false else not exists (
  select 1 from subject_name n
  where n.subject_key = t.subject_key and n.name_norm = t.name_norm and n.name_kind = 'CURRENT') end`

/** A blank or dash says nothing, so it is no change. */
const DIFFERS = COMPARED.map(
  (column) => `(t.${column} is not null and t.${column} is distinct from s.${column})`,
)

interface Change {
  readonly subject_key: string
  readonly line_no: number
  readonly renamed: boolean
}

const CHANGES = `
  select t.subject_key, t.line_no, (${RENAMED}) as renamed
  from staged_registration t join subject s on s.subject_key = t.subject_key
  where ${DIFFERS.join(' or ')} or (${RENAMED})
  order by t.subject_key for update of s`

const KEEP_OLD = `
  insert into history
    (subject_key, fact, row_id, version, valid_from, valid_to, recorded_at, superseded_at, reason, row)
  select s.subject_key, 'subject', s.subject_key, s.version, s.valid_from, greatest($2::date, s.valid_from),
    s.recorded_at, $3, 'CHANGE', to_jsonb(s)
  from subject s where s.subject_key = any($1)`

const UPDATE = `
  update subject s set
    name = t.name, raw_code = coalesce(t.raw_code, s.raw_code), code_status = t.code_status,
    ${COMPARED.map((column) => `${column} = coalesce(t.${column}, s.${column})`).join(', ')},
    valid_from = greatest($2::date, s.valid_from), source = $4, source_key = t.source_key, batch_id = $5,
    line_no = t.line_no, received_at = $3, raw = t.raw, quality = t.quality, version = s.version + 1,
    recorded_at = $3
  from staged_registration t
  where s.subject_key = t.subject_key and t.subject_key = any($1)`

const RETIRE_NAMES = `
  update subject_name set name_kind = 'FORMER', valid_to = $2
  where subject_key = any($1) and name_kind = 'CURRENT'`

const ADD_NAMES = `
  insert into subject_name (subject_key, name_hash, name_norm, name, name_kind, valid_from, pinyin, initials, grams)
  select subject_key, name_hash, name_norm, name, 'CURRENT', $2, pinyin, initials, grams
  from jsonb_to_recordset($1::jsonb)
    as x (subject_key text, name_hash int, name_norm text, name text, pinyin text, initials text, grams int[])
  on conflict (subject_key, name_hash) do update set name = excluded.name, name_kind = 'CURRENT', valid_to = null`

async function rename(tx: Transaction, rows: readonly Registration[], load: RegistrationLoad): Promise<void> {
  if (rows.length === 0) return
  const names = rows.map((row) => {
    const { nameHash, nameNorm, pinyin, initials, grams } = nameIndex(row.name)
    return {
      subject_key: row.subjectKey,
      name_hash: nameHash,
      name_norm: nameNorm,
      name: row.name,
      pinyin,
      initials,
      grams,
    }
  })
  await tx.fresh(RETIRE_NAMES, [rows.map((row) => row.subjectKey), load.today])
  await tx.fresh(ADD_NAMES, [JSON.stringify(names), load.today])
}

/**
 * Holds known subjects against the rows: what differs becomes a new version, the old one goes to the history.
 * Gives the lines that changed something.
 */
export async function updateRegistrations(
  tx: Transaction,
  rows: readonly Registration[],
  load: RegistrationLoad,
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set()
  await tx.client.query(STAGED)
  await copyInto(
    tx.client,
    { table: 'staged_registration', columns: STAGED_COLUMNS },
    stagedLines(rows.toSorted(byKey)),
  )
  const changes = await tx.fresh<Change>(CHANGES)
  if (changes.length > 0) {
    const keys = changes.map((change) => change.subject_key)
    await tx.fresh(KEEP_OLD, [keys, load.today, load.now])
    await tx.fresh(UPDATE, [keys, load.today, load.now, load.source, load.batchId])
    const renamed = new Set(changes.filter((change) => change.renamed).map((change) => change.subject_key))
    await rename(
      tx,
      rows.filter((row) => renamed.has(row.subjectKey)),
      load,
    )
  }
  await addIdentifiers(tx, rows, load)
  return new Set(changes.map((change) => change.line_no))
}

/** Moves new names from the search index's waiting list into the index, where the role may. */
export async function settleNameIndex(sql: Sql): Promise<void> {
  await sql.rows(
    `select gin_clean_pending_list(c.oid::regclass) from pg_class c
     where c.relname = 'subject_name_grams' and c.relkind = 'i' and pg_has_role(c.relowner, 'USAGE')`,
  )
}

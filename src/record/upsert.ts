import { type Cell, copyInto, copyLine } from '../kernel/copy.ts'
import type { Transaction } from '../kernel/db.ts'
import type { RecordKind } from './define-record.ts'

/** A record as a source sent it, by column; `subject_key` and `source_key` say which one it is. */
export interface SentRecord {
  readonly subjectKey: string
  readonly sourceKey: string
  readonly lineNo: number
  readonly columns: Readonly<Record<string, Cell>>
}

export interface RecordLoad {
  readonly source: string
  readonly batchId: string
  readonly now: Date
}

export interface RecordsSaved {
  readonly inserted: ReadonlySet<number>
  readonly updated: ReadonlySet<number>
}

const PROVENANCE = ['source', 'source_key', 'batch_id', 'line_no', 'received_at', 'recorded_at'] as const
/** The hub itself moves these: a row sent again does not undo a repair. */
const MOVED_BY_HUB = new Set(['status', 'effect_ended_on', 'visibility', 'row_id', 'raw', 'quality'])

/** Which of these records the hub has from this source, and whether this very batch wrote them last. */
export async function knownRecords(
  tx: Transaction,
  kind: RecordKind,
  rows: readonly Pick<SentRecord, 'subjectKey' | 'sourceKey'>[],
  load: RecordLoad,
): Promise<ReadonlyMap<string, { readonly isMine: boolean }>> {
  if (rows.length === 0) return new Map()
  const found = await tx.fresh<{ subject_key: string; source_key: string; mine: boolean }>(
    `select r.subject_key, r.source_key, r.batch_id is not distinct from $4::uuid as mine
     from unnest($1::text[], $2::text[]) k (subject_key, source_key)
     join ${kind.fact.table} r
       on r.subject_key = k.subject_key and r.source_key = k.source_key and r.source = $3`,
    [rows.map((row) => row.subjectKey), rows.map((row) => row.sourceKey), load.source, load.batchId],
  )
  return new Map(found.map((row) => [recordKey(row.subject_key, row.source_key), { isMine: row.mine }]))
}

export const recordKey = (subjectKey: string, sourceKey: string): string => `${subjectKey}\n${sourceKey}`

function statementsFor(table: string, columns: readonly string[]) {
  const content = columns.filter((column) => !MOVED_BY_HUB.has(column))
  const all = ['subject_key', ...columns, ...PROVENANCE]
  const differs = content.map((column) => `t.${column} is distinct from r.${column}`).join(' or ')
  const same = 'r.subject_key = t.subject_key and r.source = t.source and r.source_key = t.source_key'
  return {
    stage: `create temp table if not exists staged_${table} (like ${table} including defaults) on commit delete rows`,
    insert: `
      insert into ${table} (${all.join(', ')})
      select ${all.join(', ')} from staged_${table} order by subject_key, source_key
      on conflict (subject_key, source, source_key) do nothing returning line_no`,
    changes: `
      select r.subject_key, r.row_id, t.line_no from staged_${table} t join ${table} r on ${same}
      where r.row_id <> t.row_id and (${differs}) order by r.subject_key, r.row_id for update of r`,
    history: `
      insert into history
        (subject_key, fact, row_id, version, valid_from, valid_to, recorded_at, superseded_at, reason, row)
      select r.subject_key, '${table}', r.row_id::text, r.version, r.valid_from, r.valid_to, r.recorded_at, $3,
        'CORRECTION', to_jsonb(r)
      from ${table} r join unnest($1::text[], $2::uuid[]) k (subject_key, row_id)
        on r.subject_key = k.subject_key and r.row_id = k.row_id`,
    update: `
      update ${table} r set ${[...content, 'raw', 'quality'].map((column) => `${column} = t.${column}`).join(', ')},
        status = case when r.status in ('ACTIVE', 'ENDED') then t.status else r.status end,
        batch_id = t.batch_id, line_no = t.line_no, received_at = t.received_at,
        version = r.version + 1, recorded_at = t.recorded_at
      from staged_${table} t
      where ${same} and (r.subject_key, r.row_id) in (select * from unnest($1::text[], $2::uuid[]))`,
  }
}

/**
 * Saves records a source sent: new ones are added; one it sent before with other content becomes a new version,
 * the earlier wording goes to the history; the same again changes nothing. All rows name the same columns.
 */
export async function upsertRecords(
  tx: Transaction,
  kind: RecordKind,
  rows: readonly SentRecord[],
  load: RecordLoad,
): Promise<RecordsSaved> {
  const [first] = rows
  if (!first) return { inserted: new Set(), updated: new Set() }
  const { table } = kind.fact
  const columns = Object.keys(first.columns)
  const sql = statementsFor(table, columns)
  await tx.client.query(sql.stage)
  await copyInto(
    tx.client,
    { table: `staged_${table}`, columns: ['subject_key', ...columns, ...PROVENANCE] },
    rows.map(({ subjectKey, sourceKey, lineNo, columns: values }) =>
      copyLine([
        subjectKey,
        ...columns.map((column) => values[column]),
        load.source,
        sourceKey,
        load.batchId,
        lineNo,
        load.now,
        load.now,
      ]),
    ),
  )
  const inserted = await tx.fresh<{ line_no: number }>(sql.insert)
  const changes = await tx.fresh<{ subject_key: string; row_id: string; line_no: number }>(sql.changes)
  if (changes.length > 0) {
    const keys = [changes.map((change) => change.subject_key), changes.map((change) => change.row_id)]
    await tx.fresh(sql.history, [...keys, load.now])
    await tx.fresh(sql.update, keys)
  }
  return {
    inserted: new Set(inserted.map((row) => row.line_no)),
    updated: new Set(changes.map((change) => change.line_no)),
  }
}

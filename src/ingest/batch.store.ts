import { createHash } from 'node:crypto'
import type { Actor } from '../kernel/context.ts'
import { copyInto, copyLine } from '../kernel/copy.ts'
import type { Sql, Transaction } from '../kernel/db.ts'
import type { Counts, FormatName, RowVerdict } from './format.ts'

export type BatchState = 'RUNNING' | 'DONE' | 'FAILED'

export interface BatchRow {
  readonly id: string
  readonly format: FormatName
  readonly fileName: string
  readonly source: string
  readonly header: string
  readonly department: string
  readonly state: BatchState
  readonly failure: string | null
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly linesDone: number
  readonly counts: Counts
}

export interface BatchFile {
  readonly id: string
  readonly format: FormatName
  readonly fileName: string
  readonly hash: string
  readonly bytes: number
  readonly source: string
  readonly header: string
  readonly actor: Actor
  readonly now: Date
}

/** The same bytes in the same format from the same source are the same batch, on every machine (a UUIDv8). */
export function batchIdOf(format: FormatName, source: string, fileHash: string): string {
  const bytes = createHash('sha256').update(`${format}\n${source}\n${fileHash}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const BATCH = `id, format, file_name as "fileName", source, header, department, state, failure,
  started_at as "startedAt", finished_at as "finishedAt", lines_done as "linesDone", counts`

export async function batchOf(sql: Sql, id: string): Promise<BatchRow | null> {
  const [row] = await sql.rows<BatchRow>(`select ${BATCH} from ingest_batch where id = $1`, [id])
  return row ?? null
}

export const batchesBefore = (
  sql: Sql,
  after: { startedAt: string; id: string } | null,
  limit: number,
): Promise<BatchRow[]> =>
  sql.rows<BatchRow>(
    `select ${BATCH} from ingest_batch
     where $1::timestamptz is null or (started_at, id) < ($1::timestamptz, $2::uuid)
     order by started_at desc, id desc limit $3`,
    [after?.startedAt ?? null, after?.id ?? null, limit],
  )

/** Begins a batch, or takes up one that a process left behind; null when it is already done. */
export async function beginBatch(sql: Sql, file: BatchFile): Promise<BatchRow | null> {
  const [row] = await sql.rows<BatchRow>(
    `insert into ingest_batch (id, format, file_name, file_hash, file_bytes, source, header, state, started_at,
       lines_done, counts, account, department)
     values ($1, $2, $3, $4, $5, $6, $10, 'RUNNING', $7, 0, '{}', $8, $9)
     on conflict (id) do update set state = 'RUNNING', failure = null where ingest_batch.state <> 'DONE'
     returning ${BATCH}`,
    [
      file.id,
      file.format,
      file.fileName,
      file.hash,
      file.bytes,
      file.source,
      file.now,
      file.actor.account,
      file.actor.department,
      file.header,
    ],
  )
  return row ?? null
}

export async function saveProgress(
  tx: Transaction,
  id: string,
  progress: { linesDone: number; counts: Counts },
): Promise<void> {
  await tx.rows('update ingest_batch set lines_done = $2, counts = $3 where id = $1', [
    id,
    progress.linesDone,
    JSON.stringify(progress.counts),
  ])
}

export async function failBatch(sql: Sql, id: string, failure: string): Promise<void> {
  await sql.rows(
    `update ingest_batch set state = 'FAILED', failure = $2 where id = $1 and state = 'RUNNING'`,
    [id, failure.slice(0, 1_000)],
  )
}

export async function finishBatch(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.rows('delete from ingest_seen where batch_id = $1', [id])
  await tx.rows(`update ingest_batch set state = 'DONE', finished_at = $2 where id = $1`, [id, now])
}

const VERDICT_COLUMNS = [
  'batch_id',
  'line_no',
  'ordinal',
  'column_name',
  'code',
  'outcome',
  'value',
  'subject_key',
  'raw_line',
] as const

const VALUE_MAX = 500

function* verdictLines(batchId: string, verdicts: readonly RowVerdict[]) {
  for (const { lineNo, subjectKey, rawLine, findings } of verdicts)
    for (const [ordinal, finding] of findings.entries())
      yield copyLine([
        batchId,
        lineNo,
        ordinal,
        finding.column,
        finding.code,
        finding.outcome,
        finding.value?.slice(0, VALUE_MAX),
        subjectKey,
        ordinal === 0 ? rawLine : null,
      ])
}

/** Row verdicts of a chunk; the raw line stands with the first finding of its row. */
export async function saveVerdicts(
  tx: Transaction,
  batchId: string,
  verdicts: readonly RowVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return
  const target = { table: 'ingest_row_verdict', columns: VERDICT_COLUMNS }
  await copyInto(tx.client, target, verdictLines(batchId, verdicts))
}

export async function countBatches(sql: Sql, cap: number): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    'select count(*)::int as count from (select 1 from ingest_batch limit $1) x',
    [cap],
  )
  return row?.count ?? 0
}

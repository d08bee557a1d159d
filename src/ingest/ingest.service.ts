import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { catalogueOf } from '../catalogue/index.ts'
import { dayOf } from '../kernel/clock.ts'
import type { Actor } from '../kernel/context.ts'
import { type Database, Transaction } from '../kernel/db.ts'
import { Refusal } from '../kernel/errors.ts'
import { record } from '../ledger/index.ts'
import {
  type BatchFile,
  batchIdOf,
  batchOf,
  type BatchRow,
  beginBatch,
  failBatch,
  finishBatch,
} from './batch.store.ts'
import { chunksOf, inTransaction, saveRows } from './chunks.ts'
import { csvLine } from './csv-rows.ts'
import { type FileFacts, fileFactsOf, isReadable } from './file-text.ts'
import { type Counts, type FormatName, type Load } from './format.ts'
import { FORMATS } from './formats.ts'
import { openTable, type Table } from './table.ts'

export interface IngestOptions {
  readonly path: string
  readonly format: FormatName
  readonly source: string
  readonly actor: Actor
  readonly now: Date
  /** Key of the hashes under which natural persons are filed. */
  readonly personSecret: string
  /** Name to show, where the path is not the name the file was sent under. */
  readonly fileName?: string
  readonly chunkRows?: number
  /** Rows done, and about how many there will be. */
  readonly onProgress?: (done: number, total: number) => void
  /** Called once the batch stands, before its rows are read. */
  readonly onBegun?: (batch: BatchRow) => void
}

/** What a load found and did; a repeated load reports the figures of the first. */
export interface BatchReport {
  readonly batchId: string
  readonly format: FormatName
  readonly fileName: string
  readonly source: string
  readonly counts: Counts
  readonly isRepeat: boolean
  readonly linesDone: number
  readonly milliseconds: number
}

const CHUNK_ROWS = 5_000

interface Run {
  readonly db: Database
  readonly client: pg.PoolClient
  readonly options: IngestOptions
  readonly file: BatchFile
}

async function loadBatch(run: Run, table: Table, batch: BatchRow): Promise<Counts> {
  const { db, client, options, file } = run
  const load: Load = {
    db,
    batchId: file.id,
    source: options.source,
    actor: options.actor,
    now: options.now,
    today: dayOf(options.now),
    personSecret: options.personSecret,
  }
  const bound = await FORMATS[options.format].bind(table.header, load)
  const counts = await saveRows(run, {
    bound,
    chunks: chunksOf(table, bound, batch.linesDone, options.chunkRows ?? CHUNK_ROWS),
    counts: batch.counts,
    onSaved: ({ rows = 0 }) => {
      const share = table.bytesRead() / Math.max(1, file.bytes)
      options.onProgress?.(rows, share > 0 ? Math.max(rows, Math.round(rows / share)) : rows)
    },
  })
  await bound.settle()
  await inTransaction(client, async (tx) => {
    await finishBatch(tx, file.id, options.now)
    await record(tx, options, {
      action: 'ingest.finish',
      objectType: 'IngestBatch',
      objectId: file.id,
      facts: { format: file.format, source: file.source, fileHash: file.hash, counts },
    })
  })
  return counts
}

async function openFile(options: IngestOptions): Promise<{ facts: FileFacts; table: Table }> {
  if (!(await isReadable(options.path)))
    throw new Refusal('FILE_UNREADABLE', { reason: `${basename(options.path)} 不存在或不可读 not found` })
  const facts = await fileFactsOf(options.path)
  const table = await openTable(options.path, facts)
  const missing = FORMATS[options.format].missingColumns(table.header)
  if (missing.length === 0) return { facts, table }
  await table.close()
  throw new Refusal('FILE_HEADER_UNKNOWN', {
    format: options.format,
    missing: missing.join('、').slice(0, 300),
  })
}

const LOCK = `select pg_try_advisory_lock(hashtextextended('ingest ' || $1, 0)) as mine`
const UNLOCK = `select pg_advisory_unlock(hashtextextended('ingest ' || $1, 0))`

/** A process that was killed a moment ago may hold the lock until its connection is found dead. */
const LOCK_TRIES = 8
const LOCK_PAUSE_MS = 200

async function lockBatch(client: pg.PoolClient, batchId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await client.query<{ mine: boolean }>(LOCK, [batchId])
    if (rows[0]?.mine) return
    if (attempt >= LOCK_TRIES) throw new Refusal('BATCH_BUSY', { batchId })
    await pause(LOCK_PAUSE_MS)
  }
}

async function repeated(run: Run): Promise<Counts> {
  const sql = new Transaction(run.client)
  const batch = await batchOf(sql, run.file.id)
  await record(sql, run.options, {
    action: 'ingest.repeat',
    objectType: 'IngestBatch',
    objectId: run.file.id,
    facts: { format: run.file.format, source: run.file.source, fileHash: run.file.hash },
  })
  return batch?.counts ?? {}
}

async function loadOnce(run: Run, table: Table): Promise<{ counts: Counts; isRepeat: boolean }> {
  const sql = new Transaction(run.client)
  const batch = await beginBatch(sql, run.file)
  if (batch === null) return { counts: await repeated(run), isRepeat: true }
  run.options.onBegun?.(batch)
  try {
    return { counts: await loadBatch(run, table, batch), isRepeat: false }
  } catch (fault) {
    await failBatch(run.db, run.file.id, fault instanceof Error ? fault.message : String(fault))
    throw fault
  }
}

/**
 * Loads a file 归集: streaming, in chunks that are committed whole. The same file again changes nothing; a load
 * that a dead process left behind goes on where it stopped; while another process loads the file it is refused
 * (BATCH_BUSY).
 */
export async function ingestFile(db: Database, options: IngestOptions): Promise<BatchReport> {
  const begun = performance.now()
  const catalogue = await catalogueOf(db)
  if (!catalogue.departments.known(options.source, dayOf(options.now)))
    throw new Refusal('SOURCE_DEPARTMENT_UNKNOWN', { department: options.source.slice(0, 40) })
  const { facts, table } = await openFile(options)
  const client = await db.pool.connect()
  const file: BatchFile = {
    id: batchIdOf(options.format, options.source, facts.hash),
    fileName: (options.fileName ?? basename(options.path)).slice(0, 255),
    hash: facts.hash,
    bytes: facts.bytes,
    format: options.format,
    source: options.source,
    header: csvLine(table.header),
    actor: options.actor,
    now: options.now,
  }
  let broken: Error | undefined
  try {
    await lockBatch(client, file.id)
    const { counts, isRepeat } = await loadOnce({ db, client, options, file }, table)
    const { format, fileName, source } = file
    const linesDone = (await batchOf(db, file.id))?.linesDone ?? 0
    return {
      batchId: file.id,
      format,
      fileName,
      source,
      counts,
      isRepeat,
      linesDone,
      milliseconds: performance.now() - begun,
    }
  } finally {
    await client.query(UNLOCK, [file.id]).catch((fault: Error) => {
      broken = fault
    })
    client.release(broken)
    await table.close()
  }
}

import type pg from 'pg'
import type { Actor } from '../kernel/context.ts'
import { type Database, Transaction } from '../kernel/db.ts'
import { record } from '../ledger/index.ts'
import { type BatchFile, saveProgress, saveVerdicts } from './batch.store.ts'
import { addCounts, type BoundFormat, type Counts } from './format.ts'
import type { Table } from './table.ts'

/** A chunk is small beside the tables, whatever their statistics say: its rows are found by index, never by a scan. */
const BY_INDEX = 'set local enable_hashjoin = off; set local enable_mergejoin = off'

/** Rows that are committed together; the unit of resume. */
export interface Chunk {
  readonly rows: readonly unknown[]
  /** Keys of what the rows are about: chunks that share none may be written side by side. */
  readonly keys: ReadonlySet<string>
  readonly firstLine: number
  readonly lastLine: number
}

export interface Saving {
  readonly bound: BoundFormat
  readonly chunks: AsyncGenerator<Chunk>
  readonly counts: Counts
  readonly onSaved: (counts: Counts) => void
}

interface Run {
  readonly db: Database
  /** The connection that holds the batch's lock. */
  readonly client: pg.PoolClient
  readonly options: { readonly actor: Actor; readonly now: Date }
  readonly file: BatchFile
}

/** Another writer was first with the same subject: the transaction had no effect and may be run again. */
const CONTENTION = new Set(['23505', '40P01', '55P03'])
const TRIES = 5
/** A small pool keeps its connections for the screens. */
const POOL_FOR_TWO = 4

const isContention = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && CONTENTION.has(String(fault.code))

/** One transaction on this connection. */
export async function inTransaction<T>(
  client: pg.PoolClient,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  await client.query('begin')
  try {
    const result = await work(new Transaction(client))
    await client.query('commit')
    return result
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

/** The rows after a line, in chunks of `size`. */
export async function* chunksOf(
  table: Table,
  bound: BoundFormat,
  afterLine: number,
  size: number,
): AsyncGenerator<Chunk> {
  let rows: unknown[] = []
  let keys = new Set<string>()
  let firstLine = 0
  let lastLine = afterLine
  for await (const block of table.rows) {
    for (const row of block) {
      if (row.line <= afterLine) continue
      if (rows.length === 0) firstLine = row.line
      const read = bound.read(row)
      for (const key of bound.keysOf(read)) keys.add(key)
      rows.push(read)
      lastLine = row.line
      if (rows.length < size) continue
      yield { rows, keys, firstLine, lastLine }
      rows = []
      keys = new Set()
    }
  }
  if (rows.length > 0) yield { rows, keys, firstLine, lastLine }
}

interface Turn {
  readonly chunk: Chunk
  readonly client: pg.PoolClient
  /** Figures up to the chunk before this one, once that is committed. */
  readonly before: Promise<Counts>
  /** Beside another chunk nobody waits long for a lock: the two could be waiting for each other through us. */
  readonly isBeside: boolean
}

/** One chunk: rows, verdicts, progress and ledger entry stand or fall together, after the chunk before it. */
function saveChunk(run: Run, bound: BoundFormat, { chunk, client, before, isBeside }: Turn): Promise<Counts> {
  const { file, options } = run
  return inTransaction(client, async (tx) => {
    // A lost commit is loaded again from lines_done, so nobody need wait for the disk.
    await tx.client.query(
      `set local synchronous_commit = off; set local lock_timeout = '${isBeside ? 3 : 0}s'; ${BY_INDEX}`,
    )
    const { counts, verdicts, digest } = await bound.write(tx, chunk.rows)
    await saveVerdicts(tx, file.id, verdicts)
    const total = addCounts(await before, counts)
    await saveProgress(tx, file.id, { linesDone: chunk.lastLine, counts: total })
    const { format, source } = file
    await record(tx, options, {
      action: 'ingest.chunk',
      objectType: 'IngestBatch',
      objectId: file.id,
      facts: { format, source, from: chunk.firstLine, to: chunk.lastLine, counts, digest },
    })
    return total
  })
}

function shareKeys(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true
  return false
}

interface InFlight {
  readonly chunk: Chunk
  readonly saved: Promise<Counts>
}

/**
 * Writes chunks on two connections in turn; they commit in the order of the file. Chunks about the same subject
 * never run side by side, so the earlier row counts whatever the timing. Chunks that another load got in the
 * way of are written again, one after the other.
 */
class ChunkWriter {
  private inFlight: InFlight[] = []
  private turn = 0

  constructor(
    private readonly run: Run,
    private readonly lanes: readonly [pg.PoolClient, ...pg.PoolClient[]],
    private readonly saving: Saving,
    private counts: Counts = saving.counts,
  ) {}

  async add(chunk: Chunk): Promise<void> {
    const last = this.inFlight.at(-1)
    if (last && shareKeys(chunk.keys, last.chunk.keys)) await this.finish()
    const before = this.inFlight.at(-1)?.saved ?? Promise.resolve(this.counts)
    const client = this.lanes[this.turn % this.lanes.length] ?? this.lanes[0]
    this.turn += 1
    const isBeside = this.lanes.length > 1
    const saved = saveChunk(this.run, this.saving.bound, { chunk, client, before, isBeside })
    this.inFlight.push({ chunk, saved })
    // Its failure is met when its turn comes; until then it is no unhandled one.
    void Promise.allSettled([saved])
  }

  /** Waits until one more chunk may start. */
  async makeRoom(): Promise<void> {
    if (this.inFlight.length >= this.lanes.length) await this.settleOldest()
  }

  async finish(): Promise<Counts> {
    while (this.inFlight.length > 0) await this.settleOldest()
    return this.counts
  }

  async abandon(): Promise<void> {
    await Promise.allSettled(this.inFlight.map(({ saved }) => saved))
  }

  private done(counts: Counts): void {
    this.counts = counts
    this.inFlight.shift()
    this.saving.onSaved(counts)
  }

  private async settleOldest(): Promise<void> {
    const [oldest] = this.inFlight
    if (!oldest) return
    try {
      this.done(await oldest.saved)
    } catch (fault) {
      await this.abandon()
      if (!isContention(fault)) throw fault
      for (let next = this.inFlight[0]; next; next = this.inFlight[0]) this.done(await this.again(next.chunk))
    }
  }

  private async again(chunk: Chunk): Promise<Counts> {
    const [client] = this.lanes
    const turn: Turn = { chunk, client, before: Promise.resolve(this.counts), isBeside: false }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await saveChunk(this.run, this.saving.bound, turn)
      } catch (fault) {
        if (attempt >= TRIES || !isContention(fault)) throw fault
      }
    }
  }
}

/** Saves every chunk; the next one is read while PostgreSQL works on those before it. */
export async function saveRows(run: Run, saving: Saving): Promise<Counts> {
  const second = (run.db.pool.options.max ?? 0) >= POOL_FOR_TWO ? await run.db.pool.connect() : null
  const writer = new ChunkWriter(run, second ? [run.client, second] : [run.client], saving)
  try {
    for (;;) {
      const [next] = await Promise.all([saving.chunks.next(), writer.makeRoom()])
      if (next.done) return await writer.finish()
      await writer.add(next.value)
    }
  } finally {
    await writer.abandon()
    second?.release()
  }
}

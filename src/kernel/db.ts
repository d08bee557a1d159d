import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from './errors.ts'
import { Gate } from './gate.ts'
import type { LineLimits } from './line.ts'

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export type Params = readonly unknown[]
type Client = pg.PoolClient | pg.Client

/** SQL over one connection or the pool. Texts are repeated as named prepared statements. */
export interface Sql {
  rows<Row>(text: string, params?: Params): Promise<Row[]>
}

const NAMES_MAX = 2_000
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= NAMES_MAX) return known
  const name = `x${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}

async function run<Row>(client: Client | pg.Pool, text: string, params: Params): Promise<Row[]> {
  const name = nameOf(text)
  const result = await client.query<Row & pg.QueryResultRow>({
    ...(name ? { name } : {}),
    text,
    values: [...params],
  })
  return result.rows
}

/** Codes after which a whole transaction may be tried again: it has had no effect. */
const RETRYABLE = new Set(['40001', '40P01', '57P01', '57P03', '08006', '08003', '25006', 'ECONNREFUSED'])
/** Further signs of a connection that broke, so that nobody knows whether the statement had its effect. */
const BROKEN = new Set(['08000', '08001', '08004', '08007', '57P02', 'ECONNRESET', 'EPIPE', 'ENOENT'])
const BROKEN_TEXT = /^Connection terminated|^Client has encountered a connection error/
const TRIES = 4

const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''

const isRetryable = (fault: unknown): boolean => RETRYABLE.has(codeOf(fault))

/** Whether a statement that may safely run twice should: nobody knows its end, or it had none. */
const isBroken = (fault: unknown): boolean =>
  isRetryable(fault) ||
  BROKEN.has(codeOf(fault)) ||
  (fault instanceof Error && BROKEN_TEXT.test(fault.message))

/** Whether the fault lies in the values of a statement, so that without them it may succeed. */
export const isFaultOfData = (fault: unknown): boolean => /^(21|22|23|54)/.test(codeOf(fault))

const NO_CONNECTION = 'timeout exceeded when trying to connect'

/** What a fault of the database means to whoever asked: a stopped statement and a full house are refusals. */
function told(fault: unknown): unknown {
  if (codeOf(fault) === '57014') return new Refusal('QUERY_TIMEOUT')
  if (codeOf(fault) === '53300' || (fault instanceof Error && fault.message === NO_CONNECTION))
    return new Refusal('OVERLOADED')
  return fault
}

async function trying<T>(work: () => Promise<T>, again: (fault: unknown) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (fault) {
      if (attempt >= TRIES || !again(fault)) throw fault
      await pause(20 * 2 ** attempt)
    }
  }
}

export class Transaction implements Sql {
  constructor(readonly client: pg.PoolClient) {}
  rows<Row>(text: string, params: Params = []): Promise<Row[]> {
    return run<Row>(this.client, text, params)
  }

  /** Rows of a statement planned anew: over tables that grow while they are loaded, an old plan grows old fast. */
  async fresh<Row>(text: string, params: Params = []): Promise<Row[]> {
    const result = await this.client.query<Row & pg.QueryResultRow>(text, [...params])
    return result.rows
  }
}

export interface DatabaseOptions extends pg.PoolConfig, Partial<LineLimits> {}

const PLACES = 10

/**
 * The database: a bounded pool, prepared statements, transactions that are tried again when that is safe. Single
 * statements wait for a connection neither long nor in great numbers: they are refused OVERLOADED instead.
 */
export class Database implements Sql {
  /** Statements sent since start; tests hold pages to a number with it. */
  statements = 0
  /** Idle connections the server has closed (restart, failover); the pool replaces them by itself. */
  connectionsLost = 0
  readonly pool: pg.Pool
  readonly gate: Gate

  constructor({ waitingMax = 1_000, waitMs = 30_000, ...connection }: DatabaseOptions) {
    const max = connection.max ?? PLACES
    this.pool = new pg.Pool({
      connectionTimeoutMillis: 5_000,
      application_name: 'xinshu',
      ...connection,
      max,
    })
    this.pool.on('error', () => {
      this.connectionsLost += 1
    })
    this.gate = new Gate(max, { waitingMax, waitMs })
  }

  async rows<Row>(text: string, params: Params = []): Promise<Row[]> {
    const turn = this.gate.enter()
    if (turn) await turn
    this.statements += 1
    try {
      return await run<Row>(this.pool, text, params)
    } catch (fault) {
      throw told(fault)
    } finally {
      this.gate.leave()
    }
  }

  /** Like `rows`, for a statement that has the same effect when it runs twice: a lost connection is made good. */
  repeatable<Row>(text: string, params: Params = []): Promise<Row[]> {
    return trying(() => this.rows<Row>(text, params), isBroken)
  }

  /**
   * Rows of a statement that must go by its indexes: the planner cannot know how common a text is and would read the
   * whole table for it.
   */
  rowsByIndex<Row>(text: string, params: Params = []): Promise<Row[]> {
    return this.transaction(async (tx) => {
      await tx.rows('set local enable_seqscan = off')
      return tx.rows<Row>(text, params)
    })
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return trying(() => this.once(work), isRetryable)
  }

  private async once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    let broken: Error | undefined
    try {
      this.statements += 1
      await client.query('begin')
      const result = await work(new Transaction(client))
      await client.query('commit')
      return result
    } catch (fault) {
      await client.query('rollback').catch((rollbackFault: Error) => {
        broken = rollbackFault
      })
      throw fault
    } finally {
      client.release(broken)
    }
  }

  close(): Promise<void> {
    return this.pool.end()
  }
}

import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

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
const TRIES = 4

const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''

export class Transaction implements Sql {
  constructor(readonly client: pg.PoolClient) {}
  rows<Row>(text: string, params: Params = []): Promise<Row[]> {
    return run<Row>(this.client, text, params)
  }
}

/** The database: a bounded pool, prepared statements, transactions that are tried again when that is safe. */
export class Database implements Sql {
  /** Statements sent since start; tests hold pages to a number with it. */
  statements = 0
  /** Idle connections the server has closed (restart, failover); the pool replaces them by itself. */
  connectionsLost = 0
  readonly pool: pg.Pool

  constructor(connection: pg.PoolConfig) {
    this.pool = new pg.Pool({ connectionTimeoutMillis: 5_000, application_name: 'xinshu', ...connection })
    this.pool.on('error', () => {
      this.connectionsLost += 1
    })
  }

  rows<Row>(text: string, params: Params = []): Promise<Row[]> {
    this.statements += 1
    return run<Row>(this.pool, text, params)
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

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work)
      } catch (fault) {
        if (attempt >= TRIES || !RETRYABLE.has(codeOf(fault))) throw fault
        await pause(20 * 2 ** attempt)
      }
    }
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

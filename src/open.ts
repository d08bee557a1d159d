import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { HUB_ITSELF } from './access/index.ts'
import { loadCatalogues } from './catalogue/index.ts'
import { dayOf, systemClock } from './kernel/clock.ts'
import type { Config } from './kernel/config.ts'
import { Database } from './kernel/db.ts'
import { startPostgres } from './kernel/embedded-postgres.ts'
import { ensurePartitions } from './ledger/index.ts'
import { migrate } from './migrate.ts'

export type Say = (text: string) => void

interface Place {
  readonly connection: pg.PoolConfig
  readonly url: string
  readonly stop: () => Promise<void>
}

const urlOf = (socket: { host: string; port: number; user: string; database: string }): string =>
  `postgresql://${socket.user}@${encodeURIComponent(socket.host)}:${socket.port}/${socket.database}`

/** Where a running hub tells other commands how to reach its embedded database. */
const noteOf = (config: Config): string => join(config.dataFolder, 'connection.json')

async function reachable(connection: pg.PoolConfig): Promise<boolean> {
  const db = new Database({ ...connection, max: 1, connectionTimeoutMillis: 1_000 })
  const answer = await db.rows('select 1').then(
    () => true,
    () => false,
  )
  await db.close()
  return answer
}

/** The embedded database of a hub that runs now, if one does. */
async function running(config: Config): Promise<Place | null> {
  const note = await readFile(noteOf(config), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })
  if (note === null) return null
  const socket = JSON.parse(note) as Parameters<typeof urlOf>[0]
  if (!(await reachable(socket))) return null
  return { connection: socket, url: urlOf(socket), stop: async () => undefined }
}

/** Connections of all workers, and some for commands beside them. */
const connectionsOf = (config: Config): number =>
  (config.workers + 1) * (config.poolConnections + config.loadingConnections) + 12

async function embedded(config: Config, say: Say): Promise<Place> {
  await mkdir(config.dataFolder, { recursive: true })
  const settings = { max_connections: String(connectionsOf(config)) }
  const postgres = await startPostgres({ folder: join(config.dataFolder, 'postgres'), log: say, settings })
  await writeFile(noteOf(config), JSON.stringify(postgres.connection), { mode: 0o600 })
  const stop = async () => {
    await rm(noteOf(config), { force: true })
    await postgres.stop()
  }
  return { connection: postgres.connection, url: urlOf(postgres.connection), stop }
}

async function placeOf(config: Config, say: Say, joinRunning: boolean): Promise<Place> {
  if (config.databaseUrl)
    return {
      connection: { connectionString: config.databaseUrl },
      url: config.databaseUrl,
      stop: async () => undefined,
    }
  return (joinRunning ? await running(config) : null) ?? (await embedded(config, say))
}

/** Connections of two roles: `db` answers and is kept from waiting long, `loading` writes files and may take its time. */
export interface Databases {
  readonly db: Database
  readonly loading: Database
}

export function databasesOf(connection: pg.PoolConfig, config: Config, say: Say): Databases {
  const role = (name: string, max: number, statementMs: number) => ({
    ...connection,
    max,
    application_name: name,
    ...(statementMs > 0 ? { statement_timeout: statementMs } : {}),
  })
  const db = new Database({
    ...role('xinshu', config.poolConnections, config.statementMs),
    waitMs: config.poolWaitMs,
  })
  const loading = new Database({
    ...role('xinshu-loading', config.loadingConnections, config.loadingStatementMs),
    connectionTimeoutMillis: 60_000,
  })
  for (const { pool } of [db, loading])
    pool.on('error', (fault) => say(`数据库连接中断 a database connection broke: ${fault.message}`))
  return { db, loading }
}

export const closeDatabases = async ({ db, loading }: Databases): Promise<void> => {
  await Promise.all([db.close(), loading.close()])
}

export interface OpenDatabase extends Databases {
  readonly url: string
  readonly connection: pg.PoolConfig
  readonly close: () => Promise<void>
}

/**
 * The database, with migrations run and catalogues loaded. `join` lets a command use the embedded database of a
 * hub that is running.
 */
export async function openDatabase(
  config: Config,
  say: Say,
  options: { join: boolean },
): Promise<OpenDatabase> {
  const place = await placeOf(config, say, options.join)
  const databases = databasesOf(place.connection, config, say)
  const { loading } = databases
  const close = async () => {
    await closeDatabases(databases)
    await place.stop()
  }
  try {
    const done = await migrate(place.url)
    if (done.length > 0) say(`数据库迁移 migrations: ${done.join(', ')}`)
    const now = systemClock()
    await ensurePartitions(loading, now)
    const changed = await loadCatalogues(loading, { actor: HUB_ITSELF, now, today: dayOf(now) })
    if (changed > 0) say(`目录装载 catalogue rows loaded: ${changed}`)
    return { ...databases, url: place.url, connection: place.connection, close }
  } catch (fault) {
    await close()
    throw fault
  }
}

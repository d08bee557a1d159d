import { readFile, rename, rm, stat } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import {
  draftOf,
  faultCode,
  type Log,
  ownFolder,
  type Place,
  preparePlace,
  unless,
} from './embedded-postgres-place.ts'
import { end, PORT, release, type Supervised, supervise, vacancy } from './embedded-postgres-process.ts'

const USER = 'xinshu'
const DATABASE = 'xinshu'
const MIB = 1024 * 1024

export type RunningPostgres = {
  connection: { host: string; port: number; user: string; database: string }
  stop(): Promise<void>
  dataFolder: string
}

export type PostgresOptions = {
  folder: string
  settings?: Record<string, string>
  log?: Log
  tune?: 'serve' | 'test'
}

/** Starts the PostgreSQL that comes with the npm package, in `folder`, reachable by a unix socket only. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { log = () => undefined, tune = 'serve' } = options
  const place = await preparePlace(resolve(options.folder), log)
  if (!(await hasData(place))) await initialise(place, tune)
  await vacancy(place)
  const settings = { ...(await tuning(tune, place)), ...options.settings, listen_addresses: '' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const folders = ['-D', place.dataFolder, '-k', place.socketFolder]
  const server = await supervise(place, 'postgres', [...folders, ...flags])
  const connection = { host: place.socketFolder, port: PORT, user: USER, database: DATABASE }
  await untilReady(connection, server).catch(async (error: unknown) => {
    await end(server)
    throw error
  })
  release(server)
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= end(server))
  const reportEnd = async () => {
    await server.exited
    if (!stopping) log(`PostgreSQL ended by itself: ${await server.lastLines()}`)
  }
  void reportEnd()
  return { connection, stop, dataFolder: place.dataFolder }
}

async function hasData({ dataFolder }: Place): Promise<boolean> {
  return (await unless(['ENOENT'], stat(join(dataFolder, 'PG_VERSION')))) !== null
}

async function initialise(place: Place, tune: 'serve' | 'test'): Promise<void> {
  const draft = draftOf(place.dataFolder)
  await ownFolder(draft, 0o700, place.account)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8']
  const args = ['-D', draft, '-U', USER, '-A', 'trust', '--encoding=UTF8', '--no-instructions', ...locale]
  const initdb = await supervise(place, 'initdb', tune === 'test' ? [...args, '--no-sync'] : args)
  await initdb.exited
  if (initdb.child.exitCode !== 0) throw new Error(`initdb failed: ${await initdb.lastLines()}`)
  // A data folder that is there by now was made by another hub at the same moment, and is as good.
  const renaming = rename(draft, place.dataFolder).then(() => true)
  if (!(await unless(['ENOTEMPTY', 'EEXIST'], renaming))) await rm(draft, { recursive: true })
}

async function untilReady(connection: RunningPostgres['connection'], server: Supervised): Promise<void> {
  for (;;) {
    if (server.hasEnded()) {
      throw new Error(`PostgreSQL did not start: ${await server.lastLines()}`)
    }
    if (await connects(connection)) return
    await Promise.race([sleep(15), server.exited])
  }
}

async function connects(connection: RunningPostgres['connection']): Promise<boolean> {
  const fault = await query(connection, 'select 1')
  if (fault === '3D000') {
    const refused = await query({ ...connection, database: 'postgres' }, `create database ${DATABASE}`)
    return refused === null
  }
  return fault === null
}

/** The fault's code, or null. A fault that waiting cannot heal is thrown. */
async function query(connection: RunningPostgres['connection'], sql: string): Promise<string | null> {
  const client = new Client({ ...connection, ssl: false })
  try {
    await client.connect()
    await client.query(sql)
    return null
  } catch (error) {
    const code = faultCode(error)
    if (['', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '3D000'].includes(code)) return code
    throw error
  } finally {
    await client.end()
  }
}

async function tuning(tune: 'serve' | 'test', { binaries }: Place): Promise<Record<string, string>> {
  if (tune === 'test') {
    return {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '128MB',
      jit: 'off',
    }
  }
  const limit = process.constrainedMemory() || totalmem()
  const memoryMib = Math.min(totalmem(), limit) / MIB
  const sharedMib = Math.round(Math.min(1024, Math.max(256, memoryMib / 8)))
  const hasLz4 = (await readFile(join(binaries, 'bin/postgres'))).includes('LZ4_compress_default')
  return {
    shared_buffers: `${sharedMib}MB`,
    effective_cache_size: `${Math.round(memoryMib / 2)}MB`,
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    wal_compression: hasLz4 ? 'lz4' : 'off',
    checkpoint_timeout: '15min',
    synchronous_commit: 'on',
    max_connections: '60',
    random_page_cost: '1.1',
    jit: 'off',
  }
}

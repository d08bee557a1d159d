import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type RunningPostgres, startPostgres } from '../../src/kernel/embedded-postgres.ts'
import { freshDatabase } from '../support/database.ts'

const LAUNCHER = new URL('../../src/kernel/embedded-postgres.ts', import.meta.url).href
/** One folder serves the tests that need no first start of their own: initdb costs a second. */
let home = ''
const folders: string[] = []
const running: RunningPostgres[] = []
const children: ChildProcess[] = []

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xinshu-pg-'))
  await chmod(folder, 0o755)
  folders.push(folder)
  return folder
}

async function start(folder: string, settings: Record<string, string> = {}): Promise<RunningPostgres> {
  const postgres = await startPostgres({ folder, tune: 'test', settings })
  running.push(postgres)
  return postgres
}

async function ask(connection: RunningPostgres['connection'], sql: string): Promise<unknown[][]> {
  const client = new Client(connection)
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end())
  return rows
}

async function postmasterOf(dataFolder: string): Promise<number> {
  return Number((await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** Names of the processes that work somewhere under `folder` or were told of it. */
async function processesOn(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const facts = [readlink(`/proc/${pid}/cwd`), readFile(`/proc/${pid}/cmdline`, 'utf8')]
    const known = (await Promise.allSettled(facts)).map((fact) =>
      fact.status === 'fulfilled' ? fact.value : '',
    )
    if (Number(pid) !== process.pid && known.some((fact) => fact.includes(folder)))
      found.push(`${pid} ${known[1]}`)
  }
  return found
}

async function eventually(isTrue: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    if (await isTrue()) return true
    await sleep(50)
  }
  return isTrue()
}

/** Another node process that starts a hub's PostgreSQL; it can be killed like a hub. */
function hubProcess(folder: string): { child: ChildProcess; ready: Promise<void> } {
  const script = `
    const { startPostgres } = await import(process.argv[1])
    await startPostgres({ folder: process.argv[2], tune: 'test' })
    process.stdout.write('ready')
    setInterval(() => undefined, 1000)`
  const args = ['--input-type=module', '--eval', script, LAUNCHER, folder]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const ready = new Promise<void>((fulfil, reject) => {
    child.stdout?.once('data', () => fulfil())
    child.once('exit', (code) => reject(new Error(`the hub process ended with ${code}`)))
  })
  return { child, ready }
}

beforeAll(async () => {
  home = await aFolder()
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()))
})

afterAll(async () => {
  for (const folder of folders) {
    await eventually(async () => (await processesOn(folder)).length === 0, 5_000)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('starts in a fresh folder, answers a query, knows Chinese and the extensions, stops without a trace', async () => {
  const postgres = await start(home)
  await ask(postgres.connection, 'create extension pg_trgm')
  await ask(postgres.connection, 'create extension btree_gin')
  const [[user, database, trigrams] = []] = await ask(
    postgres.connection,
    `select current_user::text, current_database()::text, cardinality(show_trgm('欧阳修'))`,
  )
  expect([user, database, trigrams]).toEqual(['xinshu', 'xinshu', 4])
  expect(await ask(postgres.connection, 'show listen_addresses')).toEqual([['']])
  await postgres.stop()
  await postgres.stop()
  expect(await processesOn(home)).toEqual([])
})

test('keeps its data when the postmaster is killed with -9', async () => {
  const first = await start(home, { synchronous_commit: 'on' })
  await ask(first.connection, `create table kept as select 'kept'::text as word`)
  process.kill(await postmasterOf(first.dataFolder), 'SIGKILL')
  const second = await start(home)
  expect(await ask(second.connection, 'select word from kept')).toEqual([['kept']])
})

test('waits for a PostgreSQL that is still stopping', async () => {
  const first = await start(home)
  const [, second] = await Promise.all([first.stop(), start(home)])
  expect(await ask(second.connection, 'select 1')).toEqual([[1]])
})

test('starts afresh when its first start was killed half-way', async () => {
  const folder = await aFolder()
  const { child, ready } = hubProcess(folder)
  const refused = expect(ready).rejects.toThrow('ended')
  const hasDraft = async () => (await readdir(folder)).some((name) => name.startsWith('data.new-'))
  expect(await eventually(hasDraft, 10_000)).toBe(true)
  child.kill('SIGKILL')
  await refused
  expect(await readdir(folder)).not.toContain('data')
  const postgres = await start(folder)
  expect(await ask(postgres.connection, 'select 1')).toEqual([[1]])
  expect(await hasDraft()).toBe(false)
})

test('leaves no PostgreSQL process behind when node is killed with -9', async () => {
  const { child, ready } = hubProcess(home)
  await ready
  expect((await processesOn(join(home, 'data'))).length).toBeGreaterThan(2)
  child.kill('SIGKILL')
  const isClean = async () => (await processesOn(home)).length === 0
  expect(await eventually(isClean, 5_000)).toBe(true)
})

test('refuses a second hub on the same folder in clear words, and the first goes on', async () => {
  const first = await start(home)
  await expect(startPostgres({ folder: home, tune: 'test' })).rejects.toThrow(
    /another hub is running on .*data/,
  )
  expect(await ask(first.connection, 'select 1')).toEqual([[1]])
})

test('works in a folder whose path is too long for a socket', async () => {
  const folder = join(await aFolder(), 'long'.repeat(20), '很长的路径'.repeat(8))
  await mkdir(folder, { recursive: true })
  const postgres = await start(folder)
  expect(await ask(postgres.connection, 'select 1')).toEqual([[1]])
  expect(postgres.dataFolder.startsWith(folder)).toBe(true)
  await rm(postgres.connection.host, { recursive: true, force: true })
})

test('heals a lock whose process id another program has got since', async () => {
  const first = await start(home)
  await first.stop()
  await writeFile(join(first.dataFolder, 'postmaster.pid'), `${process.ppid}\n${first.dataFolder}\n`)
  const second = await start(home)
  expect(await ask(second.connection, 'select 1')).toEqual([[1]])
})

test('tells the last words of PostgreSQL when it does not start', async () => {
  const failing = startPostgres({ folder: home, tune: 'test', settings: { shared_buffers: 'much' } })
  await expect(failing).rejects.toThrow(/did not start: .*shared_buffers/s)
})

test('gives every test a database of its own', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  await ask(one.connection, 'create table mine ()')
  expect(await ask(other.connection, `select to_regclass('mine')::text`)).toEqual([[null]])
  const client = new Client({ connectionString: one.url })
  await client.connect()
  expect((await client.query('select count(*)::int as n from mine')).rows).toEqual([{ n: 0 }])
  await client.end()
  await Promise.all([one.drop(), other.drop()])
})

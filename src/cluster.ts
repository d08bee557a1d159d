import cluster, { type Worker } from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Config } from './kernel/config.ts'
import { prepare, readyText, type RunningHub, serve } from './hub.ts'
import { closeDatabases, databasesOf, type Say } from './open.ts'

/** What a worker is told when it is forked, in the variable XINSHU_WORKER. */
interface Orders {
  readonly name: string
  readonly connection: pg.PoolConfig
}

const STOP = 'stop'
const BACK_OFF_MS = 250
const BACK_OFF_MAX_MS = 30_000
/** A worker that lived this long had started well; its successor need not wait. */
const LIVED_WELL_MS = 60_000
const KILL_AFTER_MS = 5_000

interface Crew {
  readonly config: Config
  readonly connection: pg.PoolConfig
  readonly say: Say
  readonly workers: Map<string, Worker>
  ending: boolean
}

const exited = (worker: Worker): Promise<void> =>
  worker.isDead() ? Promise.resolve() : new Promise((resolve) => worker.once('exit', () => resolve()))

/** Forks a worker; resolves with its address once it serves, rejects when it ends before that. */
function fork(crew: Crew, name: string): Promise<string> {
  const orders: Orders = { name, connection: crew.connection }
  const worker = cluster.fork({ XINSHU_WORKER: JSON.stringify(orders) })
  crew.workers.set(name, worker)
  return new Promise((resolve, reject) => {
    worker.once('message', (address: unknown) => resolve(String(address)))
    worker.once('exit', () => reject(new Error(`进程 ${name} 未能启动 worker ${name} did not start`)))
  })
}

/** Keeps the place of a worker filled, slower each time one does not live. */
async function keep(crew: Crew, name: string): Promise<void> {
  for (let quickDeaths = 0; ; ) {
    const worker = crew.workers.get(name)
    const began = performance.now()
    if (worker) await exited(worker)
    if (crew.ending) return
    quickDeaths = performance.now() - began > LIVED_WELL_MS ? 0 : quickDeaths + 1
    const wait = Math.min(BACK_OFF_MAX_MS, BACK_OFF_MS * 2 ** (quickDeaths - 1))
    crew.say(`进程 ${name} 已退出，${wait} 毫秒后补上 worker ${name} ended, replaced in ${wait} ms`)
    await pause(wait)
    if (crew.ending) return
    await fork(crew, name).catch((fault: Error) => crew.say(fault.message))
  }
}

async function stopAll(crew: Crew): Promise<void> {
  crew.ending = true
  const limit = crew.config.unreadyMs + crew.config.drainMs + KILL_AFTER_MS
  await Promise.all(
    [...crew.workers.values()].map(async (worker) => {
      if (worker.isConnected()) worker.send(STOP)
      const late = setTimeout(() => worker.process.kill('SIGKILL'), limit)
      await exited(worker)
      clearTimeout(late)
    }),
  )
}

/** The first process: database, migrations and data, then workers that share nothing but PostgreSQL and the port. */
export async function startCluster(config: Config, say: Say): Promise<RunningHub> {
  const open = await prepare(config, say)
  const crew: Crew = { config, connection: open.connection, say, workers: new Map(), ending: false }
  const stop = async () => {
    await stopAll(crew)
    await open.close()
  }
  const names = Array.from({ length: config.workers }, (_, at) => String(at + 1))
  try {
    const [address = ''] = await Promise.all(names.map((name) => fork(crew, name)))
    for (const name of names) void keep(crew, name)
    say(`${readyText(address)} (${config.workers} workers)`)
    return { address, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** A worker: serves over the database it is told, until the first process says stop or is gone. */
export async function startWorker(
  config: Config,
  told: string,
  by: { say: Say; end: (reason: string) => void },
): Promise<RunningHub> {
  const { name, connection } = JSON.parse(told) as Orders
  const databases = databasesOf(connection, config, by.say)
  process.on('message', (message) => {
    if (message === STOP) by.end(STOP)
  })
  process.on('disconnect', () => by.end('disconnect'))
  const running = await serve(config, databases, name)
  process.send?.(running.address)
  return {
    address: running.address,
    stop: async () => {
      await running.stop()
      await closeDatabases(databases)
    },
  }
}

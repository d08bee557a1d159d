import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { catalogueVersion } from './catalogue/index.ts'
import type { Database } from './kernel/db.ts'
import type { Door } from './kernel/door.ts'
import { Refusal } from './kernel/errors.ts'
import { metrics } from './kernel/metrics.ts'

interface House {
  readonly db: Database
  readonly door: Door
  readonly worker: string
}

const MS = 1_000
const states = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([state, value]) => ({ labels: { state }, value }))

function processFigures({ door }: House): void {
  metrics.gauge('xinshu_event_loop_lag_seconds', 'Mean lateness of the event loop.', () => door.lagMs / MS)
  metrics.gauge('xinshu_event_loop_lag_worst_seconds', 'Worst lateness lately.', () => door.lagWorstMs / MS)
  metrics.gauge('xinshu_memory_bytes', 'Memory of this process.', () => {
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
    return Object.entries({ rss, heapUsed, heapTotal, external }).map(([kind, value]) => ({
      labels: { kind },
      value,
    }))
  })
  metrics.counted('xinshu_cpu_seconds_total', 'CPU time of this process.', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  })
  metrics.gauge('xinshu_uptime_seconds', 'Since this process started.', () => performance.now() / MS)
  metrics.gauge('xinshu_requests_in_flight', 'Requests in the house.', () => door.inFlight)
  metrics.counted('xinshu_requests_turned_away_total', 'Requests refused at the door.', () => door.refused)
}

function databaseFigures({ db }: House): void {
  metrics.gauge('xinshu_pool_connections', 'Database connections by state.', () =>
    states({ total: db.pool.totalCount, idle: db.pool.idleCount }),
  )
  metrics.gauge('xinshu_pool_waiting', 'Statements waiting for a connection.', () => db.gate.waiting)
  metrics.counted('xinshu_pool_refused_total', 'Statements refused OVERLOADED.', () => db.gate.refused)
  metrics.counted('xinshu_statements_total', 'Statements sent.', () => db.statements)
  metrics.counted('xinshu_connections_lost_total', 'Idle connections lost.', () => db.connectionsLost)
}

/** Busy is not broken: a full house goes on being ready. */
const isReady = (db: Database): Promise<boolean> =>
  db.rows('select 1 as one').then(
    () => true,
    (fault: unknown) => fault instanceof Refusal,
  )

/** `/healthz`, `/readyz` and `/metrics`: never refused, also while the house is full. */
export function registerHealth(app: FastifyInstance, house: House): void {
  const { db, door, worker } = house
  processFigures(house)
  databaseFigures(house)
  metrics.gauge('xinshu_catalogue_version', 'Version of the catalogues in memory.', () =>
    catalogueVersion(db),
  )
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    if (door.closing) return reply.code(503).send({ status: 'closing' })
    const ready = await isReady(db)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database not reachable' })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text({ worker })),
  )
}

import { dayOf } from '../kernel/clock.ts'
import type { Database } from '../kernel/db.ts'
import type { City } from './city.ts'
import {
  type CityPlan,
  loadedStretches,
  nextPlan,
  readPlan,
  stretchesOf,
  stretchName,
  writePlan,
} from './city-plan.ts'
import { CAST } from './cast.ts'
import { type CityReport, reportOf } from './city-report.ts'
import { SUBJECTS_MAX } from './codes.ts'
import { dayNo } from './days.ts'
import { loadStretch } from './load-stretch.ts'
import { dropIndexes, restoreIndexes } from './secondary-indexes.ts'
import { subjectFacts } from './sheets.ts'
import { type Stretch, stretchSheets } from './stretch.ts'

export type CityPhase = 'subjects' | 'indexes' | 'statistics'

export interface CityOptions {
  readonly subjects: number
  readonly seed: number
  readonly now: Date
  /** Secret of the keyed hashes by which natural persons are known. */
  readonly personSecret: string
  /** Subjects per transaction. */
  readonly stretchSubjects?: number
  readonly onProgress?: (done: number, total: number, phase: CityPhase) => void
}

/** Below it the cast would not fit. */
export const SUBJECTS_MIN = 50
/** From this many new subjects on, indexes are cheaper made anew than kept up. */
const DROP_INDEXES_FROM = 50_000
/** Whole streets; small enough to keep memory flat. */
const STRETCH_SUBJECTS = 1_600
const CONNECTIONS = 2
const LOCK = 3_307_0001

type Progress = NonNullable<CityOptions['onProgress']>

async function loadAll(
  db: Database,
  of: { city: City; stretches: readonly Stretch[]; now: Date },
  onSubjects: (count: number) => void,
): Promise<void> {
  const queue = of.stretches.toReversed()
  const work = async () => {
    for (let stretch = queue.pop(); stretch; stretch = queue.pop()) {
      const sheets = await stretchSheets(of.city, stretch, onSubjects)
      await loadStretch(db, { city: of.city, stretch, sheets, now: of.now })
    }
  }
  // One connection of the pool holds the lock.
  const connections = Math.max(1, Math.min(CONNECTIONS, (db.pool.options.max ?? CONNECTIONS) - 1))
  await Promise.all(Array.from({ length: connections }, work))
}

/** Dropping indexes is for hubs that nothing was sent to yet. */
async function isFresh(db: Database): Promise<boolean> {
  const [row] = await db.rows<{ fresh: boolean }>('select not exists (select from ingest_batch) as fresh')
  return row?.fresh ?? false
}

async function statistics(db: Database, onProgress: Progress): Promise<void> {
  const tables = subjectFacts().map((fact) => fact.table)
  await db.rows(`select gin_clean_pending_list('subject_name_grams')`)
  for (const [at, table] of tables.entries()) {
    await db.rows(`analyze ${table}`)
    onProgress(at + 1, tables.length, 'statistics')
  }
}

async function load(db: Database, plan: CityPlan, options: CityOptions): Promise<void> {
  const onProgress: Progress = options.onProgress ?? (() => undefined)
  await writePlan(db, plan, options.now)
  const loaded = new Set((await loadedStretches(db)).map(({ stretch }) => stretch))
  const due = stretchesOf(plan).filter((stretch) => !loaded.has(stretchName(stretch)))
  const missing = due.reduce((sum, { from, to }) => sum + to - from, 0)
  if (missing >= DROP_INDEXES_FROM && (await isFresh(db))) await dropIndexes(db)
  const city: City = { seed: plan.seed, today: dayNo(plan.day), personSecret: options.personSecret }
  let done = plan.subjects - missing
  await loadAll(db, { city, stretches: due, now: options.now }, (count) =>
    onProgress((done += count), plan.subjects, 'subjects'),
  )
  await restoreIndexes(db, (built, total) => onProgress(built, total, 'indexes'))
  await statistics(db, onProgress)
  await writePlan(db, { ...plan, whole: true }, options.now)
}

async function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await work()
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    client.release(true)
  }
}

/**
 * Loads the demonstration city into a migrated hub with its catalogues, finishes one whose load was interrupted, or
 * makes it larger. Same seed, size and day: same rows. A city once begun keeps its seed and day.
 */
export function buildCity(db: Database, options: CityOptions): Promise<CityReport> {
  const subjects = Math.min(Math.max(options.subjects, SUBJECTS_MIN, CAST.length), SUBJECTS_MAX)
  const step = options.stretchSubjects ?? STRETCH_SUBJECTS
  const wanted = { seed: options.seed, day: dayOf(options.now), subjects, step }
  const began = performance.now()
  return inTurn(db, async () => {
    for (;;) {
      const loaded = (await loadedStretches(db)).map(({ stretch }) => stretch)
      const plan = nextPlan(await readPlan(db), wanted, loaded)
      if (plan === null) return reportOf(db, (performance.now() - began) / 1000)
      await load(db, plan, options)
    }
  })
}

import type { Database, Sql } from '../kernel/db.ts'
import { HUB_KEY } from '../ledger/index.ts'
import type { Stretch } from './stretch.ts'

/** What city the hub holds or is being given; kept as one line beside the catalogue editions. */
export interface CityPlan {
  readonly seed: number
  /** Today of the city: a load that goes on tomorrow goes on with the same day. */
  readonly day: string
  /** Subjects that were there before this load. */
  readonly from: number
  readonly subjects: number
  /** Subjects per transaction. */
  readonly step: number
  readonly whole: boolean
}

const MARK = 'demo_city'
/** From this size on the heavy cast member gets its 10,000 records. */
const LARGE_CITY = 10_000
export const LOAD_ACTION = 'demo.load'

export async function readPlan(sql: Sql): Promise<CityPlan | null> {
  const [row] = await sql.rows<{ digest: string }>(
    'select digest from catalogue_edition where catalogue = $1',
    [MARK],
  )
  return row ? (JSON.parse(row.digest) as CityPlan) : null
}

export async function writePlan(sql: Sql, plan: CityPlan, now: Date): Promise<void> {
  await sql.rows(
    `insert into catalogue_edition (catalogue, digest, version, loaded_at) values ($1, $2, 0, $3)
     on conflict (catalogue) do update set digest = excluded.digest, loaded_at = excluded.loaded_at`,
    [MARK, JSON.stringify(plan), now],
  )
}

/** Whether a whole city is loaded; false while a load that was interrupted waits to be finished. */
export async function cityExists(db: Database): Promise<boolean> {
  return (await readPlan(db))?.whole ?? false
}

export const stretchName = ({ from, to, more }: Stretch): string => (more ? 'cast-more' : `${from}-${to}`)

interface Loaded {
  readonly stretch: string
  readonly rows: Readonly<Record<string, number>>
}

/** The stretches that are in the database, by their ledger entries: each was written with its rows or not at all. */
export const loadedStretches = (sql: Sql): Promise<Loaded[]> =>
  sql.rows<Loaded>(
    `select object_id as stretch, facts->'rows' as rows from ledger_entry
     where subject_key = $1 and action = $2`,
    [HUB_KEY, LOAD_ACTION],
  )

/** The stretches of a plan: subjects in thousands, ends on the same grid whatever the size. */
export function stretchesOf(plan: CityPlan): Stretch[] {
  const stretches: Stretch[] = []
  for (let from = plan.from; from < plan.subjects; ) {
    const to = Math.min(plan.subjects, (Math.floor(from / plan.step) + 1) * plan.step)
    stretches.push({ from, to })
    from = to
  }
  return plan.subjects >= LARGE_CITY ? [...stretches, { from: 0, to: 0, more: true }] : stretches
}

const endOf = (name: string): number => Number(/^\d+-(\d+)$/.exec(name)?.[1] ?? 0)

/**
 * The load that is due. One that was interrupted is finished first, with its own seed and day; where fewer
 * subjects are wanted by now, with those that are already there. A whole city grows by further subjects.
 */
export function nextPlan(
  known: CityPlan | null,
  wanted: Pick<CityPlan, 'seed' | 'day' | 'subjects' | 'step'>,
  loaded: readonly string[],
): CityPlan | null {
  if (known === null) return { ...wanted, from: 0, whole: false }
  if (known.whole) {
    if (known.subjects >= wanted.subjects) return null
    return { ...known, from: known.subjects, subjects: wanted.subjects, whole: false }
  }
  const reached = Math.max(known.from, ...loaded.map(endOf))
  return { ...known, subjects: Math.min(known.subjects, Math.max(wanted.subjects, reached)) }
}

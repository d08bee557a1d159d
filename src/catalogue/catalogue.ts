import type { Database } from '../kernel/db.ts'
import { columnOf, type Fact, type FactRow } from '../graph/index.ts'
import { Department, Industry, ListKind, Matter, Measure, Region } from './catalogue.facts.ts'

export type DepartmentRow = FactRow<typeof Department>
export type RegionRow = FactRow<typeof Region>
export type IndustryRow = FactRow<typeof Industry>
export type ListKindRow = FactRow<typeof ListKind>
export type MatterRow = FactRow<typeof Matter>
export type MeasureRow = FactRow<typeof Measure>

interface Dated {
  readonly code: string
  readonly validFrom: string
  readonly validTo: string | null
}

export const inForce = <Row extends Dated>(row: Row, on: string): boolean =>
  row.validFrom <= on && (row.validTo === null || on < row.validTo)

/** One catalogue in memory: its rows of all times, by code. */
export class DatedRows<Row extends Dated> {
  private readonly byCode = new Map<string, Row[]>()

  constructor(readonly rows: readonly Row[]) {
    for (const row of rows) this.byCode.set(row.code, [...(this.byCode.get(row.code) ?? []), row])
  }

  /** The row of a code in force on a day. */
  find(code: string, on: string): Row | undefined {
    return this.byCode.get(code)?.find((row) => inForce(row, on))
  }

  /** The row of a code in force on a day, else the latest one there was: for naming old facts. */
  known(code: string, on: string): Row | undefined {
    return this.find(code, on) ?? this.byCode.get(code)?.at(-1)
  }

  inForceOn(on: string): Row[] {
    return this.rows.filter((row) => inForce(row, on))
  }
}

/** Every catalogue in memory, with the version it was read at. */
export interface Catalogue {
  readonly version: number
  readonly departments: DatedRows<DepartmentRow>
  readonly regions: DatedRows<RegionRow>
  readonly industries: DatedRows<IndustryRow>
  readonly listKinds: DatedRows<ListKindRow>
  readonly matters: DatedRows<MatterRow>
  readonly measures: DatedRows<MeasureRow>
}

async function read<Row extends Dated>(db: Database, fact: Fact): Promise<DatedRows<Row>> {
  const names = Object.keys(fact.fields)
    .map((name) => `${columnOf(name)} as "${name}"`)
    .join(', ')
  return new DatedRows(
    await db.repeatable<Row>(`select ${names} from ${fact.table} order by code, valid_from`),
  )
}

async function readAll(db: Database, version: number): Promise<Catalogue> {
  const [departments, regions, industries, listKinds, matters, measures] = await Promise.all([
    read<DepartmentRow>(db, Department as unknown as Fact),
    read<RegionRow>(db, Region as unknown as Fact),
    read<IndustryRow>(db, Industry as unknown as Fact),
    read<ListKindRow>(db, ListKind as unknown as Fact),
    read<MatterRow>(db, Matter as unknown as Fact),
    read<MeasureRow>(db, Measure as unknown as Fact),
  ])
  return { version, departments, regions, industries, listKinds, matters, measures }
}

const versionOf = async (db: Database): Promise<number> => {
  const [row] = await db.repeatable<{ version: number }>(
    'select coalesce(sum(version), 0)::int as version from catalogue_edition',
  )
  return row?.version ?? 0
}

interface Cached {
  catalogue: Promise<Catalogue>
  /** Version read last; 0 before the first reading is done. */
  version: number
  lookedAt: number
  looking: Promise<void> | null
}

const caches = new WeakMap<Database, Cached>()
const LOOK_AGAIN_MS = 1_000

async function noteVersion(cached: Cached): Promise<void> {
  cached.version = (await cached.catalogue).version
}

async function lookAgain(db: Database, cached: Cached): Promise<void> {
  const [known, version] = await Promise.all([cached.catalogue, versionOf(db)])
  if (known.version !== version) cached.catalogue = readAll(db, version)
  cached.version = version
  cached.lookedAt = Date.now()
}

/** The catalogues in memory, no older than a second: a published change reaches every process within it. */
export async function catalogueOf(db: Database): Promise<Catalogue> {
  let cached = caches.get(db)
  if (!cached) {
    cached = {
      catalogue: versionOf(db).then((version) => readAll(db, version)),
      version: 0,
      lookedAt: Date.now(),
      looking: null,
    }
    caches.set(db, cached)
    noteVersion(cached).catch(() => caches.delete(db))
  } else if (Date.now() - cached.lookedAt > LOOK_AGAIN_MS) {
    const current = cached
    current.looking ??= lookAgain(db, current).finally(() => {
      current.looking = null
    })
    await current.looking
  }
  return cached.catalogue
}

/** Version of the catalogues in memory, without asking the database; 0 before they are first read. */
export const catalogueVersion = (db: Database): number => caches.get(db)?.version ?? 0

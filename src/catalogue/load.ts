import type { Actor } from '../kernel/context.ts'
import type { Database, Transaction } from '../kernel/db.ts'
import { columnOf, type Fact } from '../graph/index.ts'
import { canonical, digestOf, record } from '../ledger/index.ts'
import { type CatalogueRow, SHIPPED, shippedLines } from './shipped.ts'

interface Load {
  readonly actor: Actor
  readonly now: Date
  readonly today: string
}

const columnsOf = (fact: Fact): string => Object.keys(fact.fields).map(columnOf).join(', ')

const insertAll = (fact: Fact): string => `
  insert into ${fact.table} (${columnsOf(fact)})
  select ${columnsOf(fact)} from jsonb_to_recordset($1::jsonb)
    as x(${Object.entries(fact.fields)
      .map(([name, field]) => `${columnOf(name)} ${field.pg}`)
      .join(', ')})
  on conflict (code, valid_from) do update set ${Object.keys(fact.fields)
    .filter((name) => name !== 'code' && name !== 'validFrom')
    .map((name) => `${columnOf(name)} = excluded.${columnOf(name)}`)
    .join(', ')}`

const asColumns = (row: CatalogueRow): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]))

const withoutDates = ({ validFrom: _from, validTo: _to, ...rest }: CatalogueRow): string => canonical(rest)

/** Rows as they must stand: a changed row ends today and its new form begins today; nothing is deleted. */
function changesOf(
  shipped: readonly CatalogueRow[],
  present: readonly CatalogueRow[],
  today: string,
): CatalogueRow[] {
  const current = new Map(present.filter((row) => row.validTo === null).map((row) => [row.code, row]))
  return shipped.flatMap((row) => {
    const known = current.get(row.code)
    const sameStart = present.find((old) => old.code === row.code && old.validFrom === row.validFrom)
    if (sameStart && canonical(sameStart) === canonical(row)) return []
    if (!known || row.validTo !== null || withoutDates(known) === withoutDates(row)) return [row]
    return known.validFrom === today
      ? [row]
      : [
          { ...known, validTo: today },
          { ...row, validFrom: today },
        ]
  })
}

async function loadOne(tx: Transaction, shipped: (typeof SHIPPED)[number], load: Load): Promise<number> {
  const { fact } = shipped
  const { text, lines } = await shippedLines(shipped.file)
  const digest = digestOf(text)
  const [edition] = await tx.rows<{ digest: string; version: number }>(
    'select digest, version from catalogue_edition where catalogue = $1 for update',
    [fact.table],
  )
  if (edition?.digest === digest) return 0
  const names = Object.keys(fact.fields)
    .map((name) => `${columnOf(name)} as "${name}"`)
    .join(', ')
  const present = await tx.rows<CatalogueRow>(`select ${names} from ${fact.table}`)
  const changes = changesOf(lines.map(shipped.row), present, load.today)
  await tx.rows(insertAll(fact), [JSON.stringify(changes.map(asColumns))])
  const version = (edition?.version ?? 0) + 1
  await tx.rows(
    `insert into catalogue_edition (catalogue, digest, version, loaded_at) values ($1, $2, $3, $4)
     on conflict (catalogue) do update
     set digest = excluded.digest, version = excluded.version, loaded_at = excluded.loaded_at`,
    [fact.table, digest, version, load.now],
  )
  await record(tx, load, {
    action: 'catalogue.load',
    objectType: fact.name,
    objectId: fact.table,
    facts: { digest, version, rows: changes.length },
  })
  return changes.length
}

/** Brings every shipped catalogue up to its edition, each in one transaction; tells how many rows changed. */
export async function loadCatalogues(db: Database, load: Load): Promise<number> {
  let changed = 0
  for (const shipped of SHIPPED) changed += await db.transaction((tx) => loadOne(tx, shipped, load))
  return changed
}

import { type Database, isFaultOfData } from '../kernel/db.ts'
import { Group } from '../kernel/group.ts'
import { leadsSql, orgCodesAmong } from '../subject/index.ts'
import { CHECK_GROUPS, groupSeen } from './handling-check-group.ts'

/** One reading: the keys whose facts are wanted, and the numbers that may lead to further keys. */
export interface Reading {
  readonly keys: readonly string[]
  readonly values: readonly string[]
  readonly relations: readonly string[]
  readonly on: string
}

/** Blocks of the statement, each probing an index with the keys; all give the columns of the first. */
type Is = (column: string) => string

const subjectBlock = (is: Is): string => `
  select 'SUBJECT' as "block", s.subject_key as "key", null::text as "id", s.version, null::text as "code",
         s.kind, s.uscc as "other", s.name, s.status, s.legal_representative as "state", null::text as "from",
         s.closed_on::text as "to", null::text as "ended", null::text as "document", null::text as "authority"
  from subject s where ${is('s.subject_key')}`

/** A subject under a surrogate key has no former code: its code of this kind is the one it came with. */
const formerBlock = (is: Is): string => `
  select 'FORMER', f.subject_key, null, null, null, null, f.value, null, null, null, null, null, null, null, null
  from identifier f
  where ${is('f.subject_key')} and f.identifier_kind = 'USCC' and f.value <> f.subject_key
    and length(f.subject_key) = 18`

const factBlock = (
  is: Is,
  of: { block: string; table: string; code: string; colour: string; state: string },
) => `
  select '${of.block}', t.subject_key, t.row_id::text, t.version, ${of.code}, ${of.colour}, t.authority_code, null,
         t.status, ${of.state}, t.valid_from::text, t.valid_to::text, t.effect_ended_on::text,
         t.document_no, t.authority_name
  from ${of.table} t
  where ${is('t.subject_key')} and t.status = 'ACTIVE'
    and t.valid_from <= $2::date and $2::date < coalesce(t.valid_to, 'infinity')`

const LISTING = {
  block: 'LISTING',
  table: 'listing',
  code: 't.list_code',
  colour: 't.colour',
  state: 't.listing_status',
}
const EVENT = {
  block: 'DECISION_EVENT',
  table: 'decision_event',
  code: 't.event_kind',
  colour: 'null',
  state: 'null',
}

/** A holder of more than half is a controller (公司法 265). */
const relatedBlock = (is: Is, relations: string): string => `
  select 'RELATED', r.subject_key, r.row_id::text, r.version, r.relation, null, r.party_key, r.party_name, null,
         null, null, null, null, null, null
  from related_party r
  where ${is('r.subject_key')}
    and (r.relation = any(${relations}::text[])
         or (r.relation = 'SHAREHOLDER' and r.share > 50 and 'CONTROLLER' = any(${relations}::text[])))
    and coalesce(r.valid_from, '-infinity') <= $2::date and $2::date < coalesce(r.valid_to, 'infinity')`

const leadBlock = (leads: string): string => `
  select 'LEAD', l.value, null, null, l.how, l.identifier_kind, l.subject_key, null, null, null, null, null, null,
         null, null
  from (${leads}) l`

const texts = new Map<string, string>()

/**
 * Everything a check looks at, for any number of subjects, in one statement. Filters on dates are coarse; the
 * rules decide what counts. A block that is not wanted is left out and a single key is compared with `=`, so
 * that PostgreSQL keeps one plan for the everyday question. $1 is the key or keys, $2 the day.
 */
function gatherStatement({ keys, values, relations, on }: Reading): { text: string; params: unknown[] } {
  const single = keys.length === 1
  const params: unknown[] = [single ? keys[0] : keys, on]
  const param = (value: readonly string[]): string => `$${params.push(value)}`
  const orgCodes = orgCodesAmong(values)
  const valuesAt = values.length > 0 ? param(values) : ''
  const orgCodesAt = orgCodes.length > 0 ? param(orgCodes) : null
  const relationsAt = relations.length > 0 ? param(relations) : ''
  const shape = `${single} ${valuesAt} ${orgCodesAt} ${relationsAt}`
  let text = texts.get(shape)
  if (text === undefined) {
    const is: Is = (column) => (single ? `${column} = $1` : `${column} = any($1::text[])`)
    const blocks = [subjectBlock(is), formerBlock(is), factBlock(is, LISTING), factBlock(is, EVENT)]
    if (valuesAt) blocks.push(leadBlock(leadsSql(valuesAt, orgCodesAt)))
    if (relationsAt) blocks.push(relatedBlock(is, relationsAt))
    text = blocks.join('\n  union all')
    texts.set(shape, text)
  }
  return { text, params }
}

export interface GatheredRow {
  readonly block: 'LEAD' | 'SUBJECT' | 'FORMER' | 'RELATED' | 'LISTING' | 'DECISION_EVENT'
  readonly key: string
  readonly id: string
  readonly version: number
  readonly code: string
  readonly kind: string
  readonly other: string | null
  readonly name: string | null
  readonly status: string
  readonly state: string | null
  readonly from: string
  readonly to: string | null
  readonly ended: string | null
  readonly document: string | null
  readonly authority: string | null
}

/** Readings of one day as one: every key, number and relation that any of them wants. */
const together = (readings: readonly Reading[], on: string): Reading => ({
  keys: [...new Set(readings.flatMap(({ keys }) => keys))],
  values: [...new Set(readings.flatMap(({ values }) => values))],
  relations: [...new Set(readings.flatMap(({ relations }) => relations))].sort(),
  on,
})

const relationWanted = (row: GatheredRow): string => (row.code === 'SHAREHOLDER' ? 'CONTROLLER' : row.code)

const wants = (reading: Reading, row: GatheredRow): boolean =>
  row.block !== 'RELATED' || reading.relations.includes(relationWanted(row))

function note(places: Map<string, number[]>, name: string, at: number): void {
  const known = places.get(name)
  if (!known) places.set(name, [at])
  else if (known.at(-1) !== at) known.push(at)
}

/** Gives each reading its rows, in the order they came. */
function shared(readings: readonly Reading[], rows: readonly GatheredRow[]): GatheredRow[][] {
  const byKey = new Map<string, number[]>()
  const byValue = new Map<string, number[]>()
  readings.forEach(({ keys, values }, at) => {
    for (const key of keys) note(byKey, key, at)
    for (const value of values) note(byValue, value, at)
  })
  const shares: GatheredRow[][] = readings.map(() => [])
  for (const row of rows)
    for (const at of (row.block === 'LEAD' ? byValue : byKey).get(row.key) ?? []) {
      const reading = readings[at]
      if (reading && wants(reading, row)) shares[at]?.push(row)
    }
  return shares
}

async function read(db: Database, reading: Reading): Promise<GatheredRow[]> {
  const { text, params } = gatherStatement(reading)
  return db.repeatable<GatheredRow>(text, params)
}

/** Reads for all at once; midnight in between makes two statements. */
async function readAll(db: Database, readings: readonly Reading[]): Promise<readonly GatheredRow[][]> {
  const [first] = readings
  if (first && readings.length === 1) return [await read(db, first)]
  const days = [...new Set(readings.map(({ on }) => on))]
  const answers = new Map<Reading, GatheredRow[]>()
  for (const on of days) {
    const ofDay = readings.filter((reading) => reading.on === on)
    const shares = shared(ofDay, await read(db, together(ofDay, on)))
    ofDay.forEach((reading, at) => answers.set(reading, shares[at] ?? []))
  }
  return readings.map((reading) => answers.get(reading) ?? [])
}

const weight = ({ keys, values }: Reading): number => keys.length + values.length

const groups = new WeakMap<Database, Group<Reading, GatheredRow[]>>()

/** The rows of a reading; readings that come while others are under way share a statement. */
export function gathered(db: Database, reading: Reading): Promise<GatheredRow[]> {
  if (weight(reading) > CHECK_GROUPS.weightMax) return read(db, reading)
  let group = groups.get(db)
  if (!group) {
    group = new Group(
      {
        run: (readings) => readAll(db, readings),
        weight,
        mayBeOfOne: isFaultOfData,
        seen: groupSeen('gather'),
      },
      CHECK_GROUPS,
    )
    groups.set(db, group)
  }
  return group.do(reading)
}

import { createHash } from 'node:crypto'
import type { Actor } from '../kernel/context.ts'
import type { Sql } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { HUB_KEY } from './ledger.entity.ts'

/** One act to be proved later. `facts` is what the hash covers. */
export interface Act {
  readonly action: string
  readonly subjectKey?: string
  readonly objectType: string
  readonly objectId: string
  readonly purpose?: string | null
  readonly caseNo?: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** Canonical form: keys in order, no blanks; what two machines hash alike. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const pairs = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}

/** SM3 digest (GB/T 32905-2016) of the canonical form, hexadecimal. */
export const digestOf = (value: unknown): string => createHash('sm3').update(canonical(value)).digest('hex')

interface Who {
  readonly actor: Actor
  readonly now: Date
}

/** One row of the ledger. */
export interface LedgerEntry {
  readonly subject_key: string
  readonly at: Date
  readonly id: string
  readonly action: string
  readonly account: string
  readonly department: string
  readonly purpose: string | null
  readonly case_no: string | null
  readonly object_type: string
  readonly object_id: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly digest: string
}

/** The entry of an act, for a statement that appends it together with what it proves (`appendEntries`). */
export const entryOf = ({ actor, now }: Who, act: Act): LedgerEntry => ({
  subject_key: act.subjectKey ?? HUB_KEY,
  at: now,
  id: newId(),
  action: act.action,
  account: actor.account,
  department: actor.department,
  purpose: act.purpose ?? null,
  case_no: act.caseNo ?? null,
  object_type: act.objectType,
  object_id: act.objectId,
  facts: act.facts,
  digest: digestOf({ ...act, at: now, account: actor.account, department: actor.department }),
})

const COLUMNS = {
  subject_key: 'text',
  at: 'timestamptz',
  id: 'uuid',
  action: 'text',
  account: 'text',
  department: 'text',
  purpose: 'text',
  case_no: 'text',
  object_type: 'text',
  object_id: 'text',
  facts: 'jsonb',
  digest: 'text',
} as const satisfies Record<keyof LedgerEntry, string>

const names = Object.keys(COLUMNS).join(', ')
const typed = Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')

/** SQL that appends entries given as one JSON array parameter; a caller's statement may carry it. */
export const appendEntries = (parameter: string): string =>
  `insert into ledger_entry (${names}) select ${names} from json_to_recordset(${parameter}::json) as x(${typed})`

const APPEND = appendEntries('$1')

/** Appends an entry in the caller's transaction: if it cannot be written, the act does not happen. */
export async function record(sql: Sql, who: Who, act: Act): Promise<string> {
  const entry = entryOf(who, act)
  await sql.rows(APPEND, [JSON.stringify([entry])])
  return entry.id
}

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

const INSERT = `
  insert into ledger_entry
    (subject_key, at, id, action, account, department, purpose, case_no, object_type, object_id, facts, digest)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

/** Appends an entry in the caller's transaction: if it cannot be written, the act does not happen. */
export async function record(sql: Sql, who: { actor: Actor; now: Date }, act: Act): Promise<string> {
  const id = newId()
  const facts = canonical(act.facts)
  await sql.rows(INSERT, [
    act.subjectKey ?? HUB_KEY,
    who.now,
    id,
    act.action,
    who.actor.account,
    who.actor.department,
    act.purpose ?? null,
    act.caseNo ?? null,
    act.objectType,
    act.objectId,
    facts,
    digestOf({ ...act, at: who.now, account: who.actor.account, department: who.actor.department }),
  ])
  return id
}

import { readFileSync } from 'node:fs'
import type { Database } from '../../src/kernel/db.ts'

const SHADOW = readFileSync(new URL('./shadow.sql', import.meta.url), 'utf8')

/** Builds, beside the tables, the same ones spread over 4 buckets, to see where a statement would go. */
export async function buildShadow(db: Database): Promise<void> {
  await db.pool.query(SHADOW)
  await db.pool.query('call build_shadow(4)')
}

const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`
  return value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`
}

/** How many of the 4 buckets a statement touches with these parameters. */
export async function bucketsOf(db: Database, text: string, params: readonly unknown[]): Promise<number> {
  const whole = text.replaceAll(/\$(\d+)/g, (_, at: string) => literal(params[Number(at) - 1]))
  const { rows } = await db.pool.query<{ n: number }>('select shadow_buckets($1) as n', [whole])
  return rows[0]?.n ?? 0
}

export interface Sent {
  readonly text: string
  readonly params: readonly unknown[]
}

/** The statements a database is sent while `work` runs. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const { rows } = db
  db.rows = (text, params = []) => {
    sent.push({ text, params })
    return rows.call(db, text, params) as never
  }
  try {
    await work()
  } finally {
    db.rows = rows
  }
  return sent
}

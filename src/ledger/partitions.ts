import type { Sql } from '../kernel/db.ts'

/** Tables partitioned by month over one time column, as the distribution rules ask of logs. */
const PARTITIONED = ['ledger_entry', 'handling_check'] as const
const MONTHS_AHEAD = 3

const monthStart = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)

/** Makes the partitions of this month and the next ones; rows of any other time go to the default partition. */
export async function ensurePartitions(sql: Sql, now: Date): Promise<void> {
  for (const table of PARTITIONED) {
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
      const from = monthStart(now.getUTCFullYear(), now.getUTCMonth() + ahead)
      const to = monthStart(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1)
      const name = `${table}_${from.slice(0, 7).replace('-', '')}`
      await sql.rows(
        `create table if not exists ${name} partition of ${table} for values from ('${from}') to ('${to}')`,
      )
    }
  }
}

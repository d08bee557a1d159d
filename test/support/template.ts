import { Client } from 'pg'
import { HUB_ITSELF } from '../../src/access/index.ts'
import { loadCatalogues } from '../../src/catalogue/index.ts'
import { Database } from '../../src/kernel/db.ts'
import type { RunningPostgres } from '../../src/kernel/embedded-postgres.ts'
import { ensurePartitions } from '../../src/ledger/index.ts'
import { migrate } from '../../src/migrate.ts'
import { NOW, TODAY } from './now.ts'

export const TEMPLATE = 'xinshu_template'

/** Fills the database that every test database is cloned from: tables and catalogues. Runs once, before the first test. */
export async function prepareTemplate(connection: RunningPostgres['connection']): Promise<void> {
  const client = new Client(connection)
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const { user, host, port } = connection
  await migrate(`postgresql://${user}@${encodeURIComponent(host)}:${port}/${TEMPLATE}`)
  const db = new Database({ ...connection, database: TEMPLATE, max: 2 })
  await ensurePartitions(db, NOW)
  await loadCatalogues(db, { actor: HUB_ITSELF, now: NOW, today: TODAY })
  await db.close()
}

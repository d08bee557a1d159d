import { Client } from 'pg'
import type { RunningPostgres } from '../../src/kernel/embedded-postgres.ts'

export const TEMPLATE = 'xinshu_template'

/** Fills the database that every test database is cloned from. Runs once, before the first test. */
export async function prepareTemplate(connection: RunningPostgres['connection']): Promise<void> {
  const client = new Client(connection)
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
}

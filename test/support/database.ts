import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import type { RunningPostgres } from '../../src/kernel/embedded-postgres.ts'
import { TEMPLATE } from './template.ts'

const SOURCE_IN_USE = '55006'
/** Clones queue on this advisory lock, so that no worker's clone disturbs another's. */
const CLONE_LOCK = 2_026_1121

export type FreshDatabase = {
  connection: RunningPostgres['connection']
  url: string
  drop(): Promise<void>
}

/** A database of the caller's own, cloned from the template. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = serverConnection()
  const database = `t_${process.env.JEST_WORKER_ID ?? 0}_${randomBytes(5).toString('hex')}`
  await asAdmin(async (admin) => {
    await admin.query(`select pg_advisory_lock(${CLONE_LOCK})`)
    await clone(admin, database)
  })
  return {
    connection: { ...server, database },
    url: `postgresql://${server.user}@${encodeURIComponent(server.host)}:${server.port}/${database}`,
    drop: () => asAdmin(async (admin) => void (await admin.query(`drop database ${database} with (force)`))),
  }
}

function serverConnection(): RunningPostgres['connection'] {
  const facts = process.env.XINSHU_TEST_PG
  if (!facts) throw new Error('XINSHU_TEST_PG is missing: jest sets it in test/support/global-setup.ts')
  return JSON.parse(facts)
}

async function clone(admin: Client, database: string, attempts = 100): Promise<void> {
  try {
    await admin.query(`create database ${database} template ${TEMPLATE}`)
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === SOURCE_IN_USE) || attempts === 0) throw error
    await sleep(50)
    await clone(admin, database, attempts - 1)
  }
}

async function asAdmin(work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client(serverConnection())
  await admin.connect()
  await work(admin).finally(() => admin.end())
}

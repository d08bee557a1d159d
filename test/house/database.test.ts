import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Database } from '../../src/kernel/db.ts'
import { drift } from '../../src/migrate.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

/** Breaches of the distribution rules, see docs/decisions/0004-ready-for-many-machines.md. */
const RULES = readFileSync(new URL('../support/distribution-check.sql', import.meta.url), 'utf8')

let fresh: FreshDatabase
let db: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  db = new Database(fresh.connection)
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
})

describe('the database', () => {
  test('has the tables the code declares: no drift', async () => {
    expect(await drift(fresh.url)).toBe('')
  })

  test('tells a drift when a column is missing', async () => {
    await db.rows('alter table penalty drop column remark')
    expect(await drift(fresh.url)).toContain('remark')
    await db.rows('alter table penalty add column remark text')
  })

  test('keeps the distribution rules', async () => {
    expect(await db.rows(RULES)).toEqual([])
  })

  test('tells a breach of the distribution rules', async () => {
    await db.rows('create table loose (id uuid primary key)')
    expect(await db.rows<{ object: string }>(RULES)).toEqual([expect.objectContaining({ object: 'loose' })])
    await db.rows('drop table loose')
  })
})

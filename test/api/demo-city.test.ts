import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  buildCity,
  type CastId,
  castKey,
  cityExists,
  cityLines,
  type CityReport,
  restoreIndexes,
} from '../../src/demo/index.ts'
import { declaredIndexes } from '../../src/demo/secondary-indexes.ts'
import { Database } from '../../src/kernel/db.ts'
import { drift } from '../../src/migrate.ts'
import { recordKinds } from '../../src/record/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { NOW } from '../support/now.ts'

const SECRET = 'test-secret-of-32-characters-or-more'
const DIST = join(import.meta.dirname, '../../dist')
const OPTIONS = { seed: 7, now: NOW, personSecret: SECRET, stretchSubjects: 64 }

let fresh: FreshDatabase
let db: Database
let report: CityReport
const opened: { fresh: FreshDatabase; db: Database }[] = []

async function anEmptyHub(): Promise<{ fresh: FreshDatabase; db: Database }> {
  const made = await freshDatabase()
  const hub = { fresh: made, db: new Database({ ...made.connection, max: 5 }) }
  opened.push(hub)
  return hub
}

beforeAll(async () => {
  ;({ fresh, db } = await anEmptyHub())
  expect(await cityExists(db)).toBe(false)
  report = await buildCity(db, { ...OPTIONS, subjects: 200 })
})

afterAll(async () => {
  for (const hub of opened) {
    await hub.db.close()
    await hub.fresh.drop()
  }
})

const TABLES = [
  ...recordKinds().map((kind) => kind.fact.table),
  'subject',
  'subject_name',
  'identifier',
  'related_party',
  'history',
]

/** Count and a sum over all columns of every table: two cities that agree in it are the same. */
async function fingerprint(of: Database): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of TABLES) {
    const [row] = await of.rows<{ print: string }>(
      `select concat(count(*), ' ', sum(hashtextextended(t::text, 0))) as print from ${table} t`,
    )
    found[table] = row?.print ?? ''
  }
  return found
}

async function one<Row>(text: string, ...params: unknown[]): Promise<Row> {
  const [row] = await db.rows<Row>(text, params)
  if (!row) throw new Error(`no row: ${text}`)
  return row
}

const key = (id: CastId): string => castKey(id, SECRET)

interface Effective {
  readonly lists: string[]
  readonly penalties: number
  readonly events: string[]
}

const effectiveOf = (id: CastId): Promise<Effective> =>
  one<Effective>(
    `select
       (select coalesce(array_agg(list_code order by list_code), '{}') from listing t
        where subject_key = $1 and listing_status = 'EFFECTIVE' and status = 'ACTIVE'
          and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)) as lists,
       (select count(*)::int from penalty where subject_key = $1 and status = 'ACTIVE') as penalties,
       (select coalesce(array_agg(event_kind), '{}') from decision_event
        where subject_key = $1 and status = 'ACTIVE' and (valid_to is null or valid_to > $2::date)) as events`,
    key(id),
    '2026-11-21',
  )

test('loads a city of 200 subjects with records of every kind and tells what it loaded', async () => {
  expect(report.subjects).toBe(200)
  expect(await cityExists(db)).toBe(true)
  for (const table of TABLES) {
    const { n } = await one<{ n: number }>(`select count(*)::int as n from ${table}`)
    expect([table, n]).toEqual([table, report.rows[table] ?? 0])
    expect(n).toBeGreaterThan(0)
  }
  expect(cityLines(report).join('\n')).toMatch(/信用主体\s+subject\s+200/)
})

test('writes one ledger entry for each chunk, whose facts cover its rows', async () => {
  const entries = await db.rows<{ object_id: string; rows: Record<string, number>; sha: string }>(
    `select object_id, facts->'rows' as rows, facts->>'rowsSha256' as sha from ledger_entry where action = 'demo.load'`,
  )
  expect(entries.map((entry) => entry.object_id).sort()).toEqual(['0-64', '128-192', '192-200', '64-128'])
  expect(entries.every((entry) => /^[0-9a-f]{64}$/.test(entry.sha))).toBe(true)
})

test('has every declared index afterwards, and tables that do not drift', async () => {
  expect(declaredIndexes().length).toBeGreaterThan(30)
  expect(await restoreIndexes(db)).toBe(0)
  expect(await drift(fresh.url)).toBe('')
})

test('adds nothing when it is asked for again', async () => {
  const before = await fingerprint(db)
  const again = await buildCity(db, { ...OPTIONS, subjects: 200 })
  expect(again.rows).toEqual(report.rows)
  expect(await fingerprint(db)).toEqual(before)
})

test('has a cast that stands on the lists it is told to stand on', async () => {
  const found: Partial<Record<CastId, Effective>> = {}
  for (const id of [
    'CLEAN',
    'LISTED',
    'DEBTOR',
    'REPAIRED',
    'RED',
    'COLLUDED',
    'BOSS_LISTED',
    'PERSON',
  ] as const)
    found[id] = await effectiveOf(id)
  expect(found).toMatchObject({
    CLEAN: { lists: [], penalties: 0, events: [] },
    LISTED: { lists: ['L03', 'L04'] },
    DEBTOR: { lists: ['L01'], penalties: 3 },
    REPAIRED: { lists: [], penalties: 0, events: [] },
    RED: { lists: ['R01', 'R02'], penalties: 0 },
    COLLUDED: { lists: [], events: ['BID_COLLUSION'] },
    BOSS_LISTED: { lists: [], penalties: 0, events: [] },
    PERSON: { lists: ['L01'] },
  })
})

test('has a cast of the kinds, states and relations it is told to have', async () => {
  const subject = (id: CastId) =>
    one<Record<string, unknown>>(
      `select kind, status, code_status, uscc, visibility, version from subject where subject_key = $1`,
      key(id),
    )
  expect(await subject('CANCELLED')).toMatchObject({ status: 'CANCELLED', version: 2 })
  expect(await subject('SHOP')).toMatchObject({ kind: 'INDIVIDUAL_BUSINESS', status: 'ACTIVE' })
  expect(await subject('ASSOCIATION')).toMatchObject({ kind: 'SOCIAL_ORG' })
  expect(await subject('VILLAGE')).toMatchObject({ kind: 'VILLAGE_ORG' })
  expect(await subject('NUMBER_ONLY')).toMatchObject({ code_status: 'ABSENT', uscc: null })
  expect(await subject('PERSON')).toMatchObject({ kind: 'NATURAL_PERSON', visibility: 'RESTRICTED' })
  const relation = (id: CastId, party: CastId) =>
    db.rows<{ relation: string }>(
      'select relation from related_party where subject_key = $1 and party_key = $2 order by relation',
      [key(id), key(party)],
    )
  expect(await relation('BRANCH', 'CLEAN')).toEqual([{ relation: 'BRANCH_OF' }])
  expect(await relation('CLEAN', 'BRANCH')).toEqual([{ relation: 'HAS_BRANCH' }])
  expect(await relation('SUCCESSOR', 'PREDECESSOR')).toEqual([{ relation: 'PREDECESSOR' }])
  expect(await relation('PREDECESSOR', 'SUCCESSOR')).toEqual([
    { relation: 'CONVERTED_TO' },
    { relation: 'SUCCESSOR' },
  ])
  expect(await relation('BOSS_LISTED', 'PERSON')).toContainEqual({ relation: 'LEGAL_REP' })
})

test('keeps former names and capital where the cast was renamed', async () => {
  const states = await db.rows<{ name: string; capital: string; to: string }>(
    `select h.row->>'name' as name, h.row->>'registered_capital' as capital, valid_to as to
     from history h where subject_key = $1 and fact = 'subject' and reason = 'CHANGE' order by version`,
    [key('RENAMED')],
  )
  expect(states).toEqual([
    { name: '永康市新纪元工具厂', capital: '50000000', to: '2012-05-20' },
    { name: '浙江新纪元电动工具有限公司', capital: '500000000', to: '2021-03-18' },
  ])
})

test('gives the heavy one some two thousand records in all thirteen kinds', async () => {
  const counts = await Promise.all(
    recordKinds().map(async ({ fact }) =>
      one<{ n: number }>(`select count(*)::int as n from ${fact.table} where subject_key = $1`, key('HEAVY')),
    ),
  )
  expect(counts).toHaveLength(13)
  expect(Math.min(...counts.map(({ n }) => n))).toBeGreaterThan(0)
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  expect(total).toBeGreaterThan(1_800)
  expect(total).toBeLessThan(2_400)
})

test('finishes a load that was killed in the middle: the same rows as if it had not been', async () => {
  const [whole, killed] = [await anEmptyHub(), await anEmptyHub()]
  const subjects = 500
  await buildCity(whole.db, { ...OPTIONS, subjects })
  const script = `
    const { buildCity } = await import(process.argv[1] + '/demo/index.js')
    const { Database } = await import(process.argv[1] + '/kernel/db.js')
    await import(process.argv[1] + '/tables.js')
    const [options, connection] = [JSON.parse(process.argv[2]), JSON.parse(process.argv[3])]
    await buildCity(new Database({ ...connection, max: 5 }), { ...options, now: new Date(options.now) })`
  const args = ['--input-type=module', '--eval', script, DIST, JSON.stringify({ ...OPTIONS, subjects })]
  const child = spawn(process.execPath, [...args, JSON.stringify(killed.fresh.connection)], {
    stdio: 'ignore',
  })
  const ended = new Promise((settle) => child.once('exit', settle))
  const loaded = async () =>
    (await killed.db.rows(`select from ledger_entry where action = 'demo.load'`)).length
  const until = performance.now() + 20_000
  while ((await loaded()) < 3 && performance.now() < until) await pause(2)
  child.kill('SIGKILL')
  await ended
  expect(await cityExists(killed.db)).toBe(false)
  expect(await loaded()).toBeGreaterThanOrEqual(3)
  const finished = await buildCity(killed.db, { ...OPTIONS, subjects, now: new Date('2026-11-23T02:00:00Z') })
  expect(finished).toMatchObject({ subjects, day: '2026-11-21' })
  expect(await fingerprint(killed.db)).toEqual(await fingerprint(whole.db))
}, 60_000)

test('heals indexes that a killed load had dropped', async () => {
  const names = declaredIndexes().map(({ name }) => name)
  await db.rows(`drop index ${names.join(', ')}`)
  expect(await restoreIndexes(db)).toBe(names.length)
  expect(await drift(fresh.url)).toBe('')
})

test('grows: a larger city is the smaller one and more', async () => {
  const [grown, atOnce] = [await anEmptyHub(), await anEmptyHub()]
  await buildCity(grown.db, { ...OPTIONS, subjects: 100 })
  const second = await buildCity(grown.db, { ...OPTIONS, subjects: 260, seed: 99 })
  expect(second).toMatchObject({ subjects: 260, seed: 7 })
  await buildCity(atOnce.db, { ...OPTIONS, subjects: 260 })
  expect(await fingerprint(grown.db)).toEqual(await fingerprint(atOnce.db))
})

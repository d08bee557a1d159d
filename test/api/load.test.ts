import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { type CheckRow, digestOfRow } from '../../src/handling-check/handling-check-receipt.service.ts'
import { Door } from '../../src/kernel/door.ts'
import { orgCodeCheckCharacter, usccCheckCharacter } from '../../src/standards/index.ts'
import { aRecord, aSubject } from '../support/builders.ts'
import { type TestHub, startHub } from '../support/hub.ts'

function codeOf(n: number): string {
  const body = `MA${String(n).padStart(6, '0')}`
  const first17 = `91330702${body}${orgCodeCheckCharacter(body)}`
  return first17 + usccCheckCharacter(first17)
}

const CHECK = `mutation Check($input: CheckHandlingInput!) { checkHandling(input: $input) {
  check { checkNo decision verdicts { codeGiven decision subjectName reasons { triggerId } } }
  userErrors { code } } }`

interface Told {
  readonly checkHandling: {
    readonly check: {
      readonly checkNo: string
      readonly verdicts: readonly { codeGiven: string; decision: string; subjectName: string }[]
    }
  } | null
}

const check = (hub: TestHub, at: number, caseNo = `JH-${at}`) =>
  hub.send<Told>(CHECK, {
    input: { matter: 'M09', purpose: '评标', caseNo, subjects: [{ code: codeOf(at) }] },
  })

const SUBJECTS = 64

const KILL_ALL = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`

async function aHubWithSubjects(options: Parameters<typeof startHub>[0] = {}): Promise<TestHub> {
  const hub = await startHub(options)
  for (let at = 0; at < SUBJECTS; at += 1) {
    await aSubject(hub.db, { subjectKey: codeOf(at), name: `金华第${at}公司` })
    if (at % 2 === 0) await aRecord(hub.db, 'Listing', { subjectKey: codeOf(at), occurredOn: '2026-03-01' })
  }
  await check(hub, 0)
  return hub
}

describe('checks that arrive together', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await aHubWithSubjects()
  })
  afterAll(() => hub.stop())

  const together = (count: number, caseOf: (at: number) => string) =>
    Promise.all(Array.from({ length: count }, (_, at) => check(hub, at, caseOf(at))))

  test('share few statements; each has its own answer and a durable receipt of its own', async () => {
    const alone = await Promise.all([check(hub, 2), check(hub, 3)])
    const before = hub.db.statements
    const answers = await together(SUBJECTS, () => 'TOGETHER')
    expect(hub.db.statements - before).toBeLessThanOrEqual(24)
    const checks = answers.map(({ data }) => data.checkHandling?.check)
    expect(checks.map((one) => one?.verdicts[0]?.codeGiven)).toEqual(
      Array.from({ length: SUBJECTS }, (_, at) => codeOf(at)),
    )
    expect(checks.map((one) => one?.verdicts[0]?.subjectName)).toEqual(
      Array.from({ length: SUBJECTS }, (_, at) => `金华第${at}公司`),
    )
    expect(checks.slice(2, 4).map((one) => one?.verdicts)).toEqual(
      alone.map(({ data }) => data.checkHandling?.check.verdicts),
    )
    const rows = await hub.db.rows<CheckRow>(`select * from handling_check where case_no = 'TOGETHER'`)
    expect(rows.map((row) => row.check_no).sort()).toEqual(checks.map((one) => one?.checkNo).sort())
    expect(new Set(rows.map((row) => row.check_no)).size).toBe(SUBJECTS)
    for (const row of rows) expect(row.digest).toBe(digestOfRow(row))
    expect(await hub.db.rows(`select object_id from ledger_entry where case_no = 'TOGETHER'`)).toHaveLength(
      SUBJECTS,
    )
  })

  test('are not spoilt by one that cannot be kept', async () => {
    await hub.db.rows(`alter table handling_check add constraint no_poison check (case_no <> 'POISON')`)
    const answers = await together(32, (at) => (at === 20 ? 'POISON' : 'HEALTHY'))
    await hub.db.rows('alter table handling_check drop constraint no_poison')
    const failed = answers.flatMap(({ errors }, at) => (errors.length > 0 ? [at] : []))
    expect(failed).toEqual([20])
    expect(await hub.db.rows(`select 1 from handling_check where case_no = 'HEALTHY'`)).toHaveLength(31)
    expect(await hub.db.rows(`select 1 from ledger_entry where case_no = 'POISON'`)).toHaveLength(0)
  })

  test('lose no acknowledged receipt and double none when connections are killed', async () => {
    const admin = new Client(hub.url)
    await admin.connect()
    const killing = new AbortController()
    const killer = (async () => {
      while (!killing.signal.aborted) {
        await admin.query(KILL_ALL)
        await pause(60)
      }
    })()
    const rounds = []
    for (let round = 0; round < 8; round += 1) rounds.push(...(await together(32, () => 'KILLED')))
    killing.abort()
    await killer
    await admin.end()
    const acknowledged = rounds.flatMap(({ data }) => data?.checkHandling?.check.checkNo ?? [])
    const kept = await hub.db.repeatable<{ no: string; lines: number }>(
      `select check_no as no, count(*)::int as lines from handling_check where case_no = 'KILLED' group by 1`,
    )
    const numbers = new Set(kept.map(({ no }) => no))
    expect(acknowledged.filter((no) => !numbers.has(no))).toEqual([])
    expect(kept.filter(({ lines }) => lines !== 1)).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(0)
    process.stdout.write(`${acknowledged.length} of ${rounds.length} checks acknowledged while killed\n`)
    const entries = await hub.db.rows(`select object_id from ledger_entry where case_no = 'KILLED'`)
    expect(entries).toHaveLength(kept.length)
  })
})

const NAMES = '{ subjects(first: 3) { nodes { name penalties { nodes { id } } } } }'

/** Holds a table, so that whoever reads it waits, until `work` is done. */
async function whileHeld(hub: TestHub, table: string, work: () => Promise<void>): Promise<void> {
  const client = new Client(hub.url)
  await client.connect()
  await client.query('begin')
  await client.query(`lock table ${table} in access exclusive mode`)
  await work().finally(() => client.end())
}

const post = (hub: TestHub, query: string) =>
  hub.app.inject({ method: 'POST', url: '/graphql', payload: { query } })

describe('a hub with more to do than it can', () => {
  let hub: TestHub
  const door = new Door({ inFlightMax: 40, lagMaxMs: 5_000 })
  beforeAll(async () => {
    hub = await aHubWithSubjects({ database: { max: 4, waitMs: 500 }, door })
  })
  afterAll(() => hub.stop())

  test('answers OVERLOADED with 503 within a second while slow statements hold the pool, and recovers', async () => {
    const slow = Promise.allSettled(Array.from({ length: 16 }, () => hub.db.rows('select pg_sleep(2.5)')))
    await pause(50)
    const began = performance.now()
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(hub, NAMES)))
    expect(performance.now() - began).toBeLessThan(1_000)
    for (const answer of answers) {
      expect(answer.statusCode).toBe(503)
      expect(answer.headers['retry-after']).toBe('1')
      expect(answer.json().errors[0]).toMatchObject({
        message: '系统繁忙，请稍后重试。',
        extensions: { code: 'OVERLOADED', messageEn: 'The hub is busy; try again shortly.' },
      })
    }
    const checked = await hub.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: {
        query: CHECK,
        variables: { input: { matter: 'M09', purpose: 'p', caseNo: 'c', subjects: [{ code: codeOf(1) }] } },
      },
    })
    expect(checked.statusCode).toBe(503)
    expect((await hub.app.inject('/readyz')).statusCode).toBe(200)
    expect((await slow).filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect((await post(hub, NAMES)).statusCode).toBe(200)
    expect([hub.db.gate.inside, hub.db.gate.waiting, door.inFlight]).toEqual([0, 0, 0])
  })

  test('turns requests away at the door when too many are in the house, but tells its health', async () => {
    let inside: Promise<unknown>[] = []
    await whileHeld(hub, 'penalty', async () => {
      inside = Array.from({ length: 40 }, () => post(hub, NAMES))
      await pause(100)
      const began = performance.now()
      const refused = await post(hub, NAMES)
      expect(performance.now() - began).toBeLessThan(200)
      expect(refused.statusCode).toBe(503)
      expect(refused.headers['retry-after']).toBe('1')
      expect(refused.json().errors[0].extensions.code).toBe('OVERLOADED')
      expect((await hub.app.inject('/healthz')).statusCode).toBe(200)
      const { body } = await hub.app.inject('/metrics')
      expect(body).toContain('xinshu_requests_in_flight{worker="0"} 40')
    })
    await Promise.all(inside)
    expect(door.inFlight).toBe(0)
    expect((await post(hub, NAMES)).statusCode).toBe(200)
  })
})

describe('a statement that runs too long', () => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await aHubWithSubjects({ database: { statement_timeout: 300 } })
  })
  afterAll(() => hub.stop())

  test('is stopped and refused QUERY_TIMEOUT, not a fault', async () => {
    await whileHeld(hub, 'penalty', async () => {
      const answer = await hub.send(NAMES)
      expect(answer.errors[0]?.extensions).toMatchObject({
        code: 'QUERY_TIMEOUT',
        messageEn: expect.stringContaining('longer'),
      })
      expect(answer.errors[0]?.message).toContain('查询超过规定时间')
    })
    expect((await hub.send(NAMES)).errors).toEqual([])
  })

  test('stops a check the same way: no receipt, no userErrors', async () => {
    await whileHeld(hub, 'listing', async () => {
      const answer = await check(hub, 1, 'LATE')
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TIMEOUT'])
    })
    expect(await hub.db.rows(`select 1 from handling_check where case_no = 'LATE'`)).toEqual([])
  })
})

describe('/metrics', () => {
  test('tells the figures of this process as Prometheus reads them', async () => {
    const hub = await aHubWithSubjects()
    const { body, headers } = await hub.app.inject('/metrics')
    await hub.stop()
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    for (const line of body.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+\{(\w+="[^"]*",?)+\} -?[\d.e+-]+)$/)
    for (const name of [
      'xinshu_event_loop_lag_seconds',
      'xinshu_memory_bytes',
      'xinshu_pool_connections',
      'xinshu_pool_waiting',
      'xinshu_statements_total',
      'xinshu_connections_lost_total',
      'xinshu_requests_total',
      'xinshu_check_group_size_bucket',
      'xinshu_catalogue_version',
      'xinshu_documents_total',
    ])
      expect(body).toContain(`\n${name}{worker="0"`)
  })
})

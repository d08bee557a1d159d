import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { HUB_ITSELF } from '../../src/access/index.ts'
import { type BatchReport, ingestFile, type IngestOptions } from '../../src/ingest/index.ts'
import { Database } from '../../src/kernel/db.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { gb18030 } from '../support/gb18030.ts'
import { NOW } from '../support/now.ts'
import { type RegistrationsFile, registrationsFile } from '../support/registrations.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const HEADER = '企业名称,统一社会信用代码,注册日期,企业类型,法人代表,注册资金,经营范围,所在省份,地区,注册地址'
const CODE = '91330783MA28D8H254'
const MINUTE = 60_000

interface Town extends FreshDatabase {
  readonly db: Database
}

const towns: Town[] = []
async function town(): Promise<Town> {
  const fresh = await freshDatabase()
  const made = { ...fresh, db: new Database({ ...fresh.connection, max: 6 }) }
  towns.push(made)
  return made
}

let folder: string
let given: RegistrationsFile
beforeAll(async () => {
  given = await registrationsFile()
  folder = await mkdtemp(join(tmpdir(), 'xinshu-ingest-'))
})
afterAll(async () => {
  for (const { db, drop } of towns) {
    await db.close()
    await drop()
  }
  await rm(folder, { recursive: true, force: true })
})

const load = (db: Database, path: string, more: Partial<IngestOptions> = {}): Promise<BatchReport> =>
  ingestFile(db, {
    path,
    format: 'registrations',
    source: '100000-660',
    actor: HUB_ITSELF,
    now: NOW,
    personSecret: 'test-secret-of-32-characters-or-more',
    ...more,
  })

async function fileOf(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `${[HEADER, ...lines].join('\n')}\n`)
  return path
}

const TABLES = {
  subject: 'subject_key',
  subject_name: 'subject_key, name_norm',
  identifier: 'subject_key, identifier_kind, value',
  history: 'subject_key, fact, row_id, version',
  ingest_row_verdict: 'line_no, ordinal',
} as const

/** One hash over everything a load leaves behind. */
async function stateOf(db: Database): Promise<Record<string, string>> {
  const state: Record<string, string> = {}
  for (const [table, order] of Object.entries(TABLES)) {
    const [row] = await db.rows<{ hash: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg((to_jsonb(t) - 'batch_id')::text, ',' order by ${order}), '')) as hash
       from ${table} t`,
    )
    state[table] = row?.hash ?? ''
  }
  return state
}

const one = async <Row>(db: Database, text: string, params: unknown[] = []): Promise<Row | undefined> =>
  (await db.rows<Row>(text, params))[0]

describe('a file of registrations with all its dirt', () => {
  let whole: Town
  let first: BatchReport
  let state: Record<string, string>
  let expected: RegistrationsFile['expected']

  beforeAll(async () => {
    expected = given.expected
    whole = await town()
    first = await load(whole.db, given.path)
    state = await stateOf(whole.db)
  }, MINUTE)

  test('give exactly the expected figures', () => {
    expect(first.counts).toMatchObject(expected)
    expect(first.counts.inserted).toBe(13_641)
  })

  test('change nothing when they come again, under any name', async () => {
    const again = await load(whole.db, given.path, {
      fileName: 'other.csv',
      now: new Date(NOW.getTime() + 86_400_000),
    })
    expect(again.isRepeat).toBe(true)
    expect(again.counts).toEqual(first.counts)
    expect(await stateOf(whole.db)).toEqual(state)
    const entry = await one<{ count: number }>(
      whole.db,
      `select count(*)::int as count from ledger_entry where action = 'ingest.repeat'`,
    )
    expect(entry?.count).toBe(1)
  })

  test('change nothing when the rows come in another order', async () => {
    const [header = '', ...lines] = (await readFile(given.path, 'utf8')).trimEnd().split('\n')
    const path = join(folder, 'turned.csv')
    await writeFile(path, `${[header, ...lines.toReversed()].join('\n')}\n`)
    const turned = await load(whole.db, path)
    expect(turned.counts).toMatchObject({
      ...expected,
      inserted: 0,
      updated: 0,
      unchanged: first.counts.inserted,
    })
    const { subject, subject_name, identifier, history } = await stateOf(whole.db)
    expect({ subject, subject_name, identifier, history }).toEqual({
      subject: state.subject,
      subject_name: state.subject_name,
      identifier: state.identifier,
      history: state.history,
    })
  })

  test('report every invalid code with line, column, code and raw line, and lose no row', async () => {
    const found = await one<{ kept: number; raw: number; ragged: number }>(
      whole.db,
      `select count(*) filter (where outcome = 'KEPT')::int as kept,
         count(*) filter (where outcome = 'KEPT' and raw_line is not null and column_name = '统一社会信用代码')::int as raw,
         count(*) filter (where code = 'COLUMN_COUNT' and outcome = 'REJECTED' and raw_line is not null)::int as ragged
       from ingest_row_verdict where batch_id = $1`,
      [first.batchId],
    )
    const invalid = (expected.invalidCode ?? 0) + (expected.legacy15DigitNumber ?? 0)
    expect(found).toEqual({ kept: invalid, raw: invalid, ragged: expected.raggedRows })
  })

  test('keep capital and dates as they arrived beside what was read from them', async () => {
    const row = await one<Record<string, unknown>>(
      whole.db,
      `select registered_capital, capital_currency, raw, code_status, kind, division_code, established_on, status
       from subject where subject_key = '9112022466033687XY'`,
    )
    expect(row).toMatchObject({
      registered_capital: '2000000000',
      capital_currency: 'CNY',
      raw: { capital: '2,000(万元人民币)', entityType: 'N/A' },
      code_status: 'VALID',
      kind: 'ENTERPRISE',
      division_code: '120224',
      established_on: '2007-05-18',
      status: 'ACTIVE',
    })
  })

  test('leave no key that could be taken for a code, and every old number findable', async () => {
    const keys = await one<{ strange: number; old: number }>(
      whole.db,
      `select count(*) filter (where uscc is null and subject_key !~ '^(R-\\d{13,15}(-[0-9a-f]{8})?|U-[0-9a-f]{24})$')::int as strange,
         (select count(distinct value)::int from identifier where identifier_kind = 'REG_NO') as old
       from subject`,
    )
    expect(keys?.strange).toBe(0)
    expect(keys?.old).toBeGreaterThan(200)
  })

  test.each([
    ['gb18030.csv', gb18030],
    ['bom.csv', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['utf16le.csv', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf16be.csv', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['crlf.csv', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('say the same, character by character, in %s', async (name, encode) => {
    const path = join(folder, name)
    await writeFile(path, encode(await readFile(given.path, 'utf8')))
    const report = await load(whole.db, path)
    expect(report.counts).toEqual({ ...first.counts, inserted: 0, unchanged: first.counts.inserted })
    const verdicts = await whole.db.rows<{ hash: string }>(
      `select md5(string_agg((to_jsonb(t) - 'batch_id')::text, ',' order by line_no, ordinal)) as hash
       from ingest_row_verdict t where batch_id in ($1, $2) group by batch_id`,
      [first.batchId, report.batchId],
    )
    expect(new Set(verdicts.map(({ hash }) => hash)).size).toBe(1)
  })

  test(
    'end in the same state after kill -9 at three points',
    async () => {
      spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT })
      const { db, connection } = await town()
      const job = {
        connection,
        path: given.path,
        format: 'registrations',
        now: NOW.toISOString(),
        chunkRows: 400,
      }
      for (const killAt of [1_500, 5_500, 9_500, null]) {
        const output = await runChild(JSON.stringify(job), killAt)
        expect(output.includes('done')).toBe(killAt === null)
        const batch = await one<{ state: string; lines_done: number }>(
          db,
          'select state, lines_done from ingest_batch',
        )
        expect(batch?.state).toBe(killAt === null ? 'DONE' : 'RUNNING')
        if (killAt !== null) expect(batch?.lines_done).toBeGreaterThan(killAt)
      }
      expect(await stateOf(db)).toEqual(state)
      const batch = await one<{ counts: Record<string, number>; seen: number }>(
        db,
        'select counts, (select count(*)::int from ingest_seen) as seen from ingest_batch',
      )
      expect(batch).toEqual({ counts: first.counts, seen: 0 })
    },
    MINUTE,
  )
})

function runChild(job: string, killAt: number | null): Promise<string> {
  const script = fileURLToPath(new URL('../support/ingest-child.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, job], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (block: Buffer) => {
    output += String(block)
    const rows = Number(output.match(/rows (\d+)\n[^\n]*$/)?.[1] ?? 0)
    if (killAt !== null && rows >= killAt) child.kill('SIGKILL')
  })
  return new Promise((resolve) => {
    child.on('close', () => resolve(output))
  })
}

const row = (name: string, capital = '50万人民币', code = CODE) =>
  `${name},${code},2015-03-01,有限责任公司,王五,${capital},五金销售,浙江,金华,东阳市某路1号`

describe('a later file', () => {
  test('makes a new version of what differs and keeps the old one in the history', async () => {
    const { db } = await town()
    await load(db, await fileOf('a1.csv', row('东阳市乐善针织有限公司')))
    const report = await load(db, await fileOf('a2.csv', row('东阳市乐善针织有限公司', '80万人民币')))
    expect(report.counts).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 })
    const subject = await one<object>(
      db,
      `select version, registered_capital, valid_from, (select count(*)::int from history) as history from subject`,
    )
    expect(subject).toEqual({
      version: 2,
      registered_capital: '80000000',
      valid_from: '2026-11-21',
      history: 1,
    })
    const old = await one<object>(
      db,
      `select fact, row_id, version, valid_from, valid_to, reason, row ->> 'registered_capital' as capital from history`,
    )
    expect(old).toEqual({
      fact: 'subject',
      row_id: CODE,
      version: 1,
      valid_from: '2015-03-01',
      valid_to: '2026-11-21',
      reason: 'CHANGE',
      capital: '50000000',
    })
  })

  test('keeps the former name, and takes other brackets for the same name', async () => {
    const { db } = await town()
    await load(db, await fileOf('b1.csv', row('乐善（东阳）针织有限公司')))
    const brackets = await load(db, await fileOf('b2.csv', row('乐善(东阳)针织有限公司')))
    expect(brackets.counts).toMatchObject({ updated: 0, unchanged: 1 })
    await load(db, await fileOf('b3.csv', row('东阳市乐善科技有限公司')))
    const names = await db.rows<object>(
      'select name, name_kind, valid_to from subject_name order by name_kind',
    )
    expect(names).toEqual([
      { name: '东阳市乐善科技有限公司', name_kind: 'CURRENT', valid_to: null },
      { name: '乐善（东阳）针织有限公司', name_kind: 'FORMER', valid_to: '2026-11-21' },
    ])
  })

  test('takes a blank or dash for no statement', async () => {
    const { db } = await town()
    await load(db, await fileOf('c1.csv', row('东阳市乐善针织有限公司')))
    const report = await load(db, await fileOf('c2.csv', row('东阳市乐善针织有限公司', '——')))
    expect(report.counts).toMatchObject({ updated: 0, unchanged: 1 })
  })

  test('tells two subjects with one old registration number apart, in every order of loading', async () => {
    const { db } = await town()
    const old = (name: string) => row(name, 'N/A', '330783600012345')
    await load(db, await fileOf('d1.csv', old('甲针织厂'), old('乙针织厂'), old('甲针织厂')))
    await load(db, await fileOf('d2.csv', old('乙针织厂'), old('甲针织厂')))
    const rows = await db.rows<{ subject_key: string; name: string; kind: string; code_status: string }>(
      'select subject_key, name, kind, code_status from subject order by subject_key',
    )
    expect(rows).toEqual([
      {
        subject_key: 'R-330783600012345',
        name: '甲针织厂',
        kind: 'INDIVIDUAL_BUSINESS',
        code_status: 'ABSENT',
      },
      {
        subject_key: expect.stringMatching(/^R-330783600012345-[0-9a-f]{8}$/),
        name: '乙针织厂',
        kind: 'INDIVIDUAL_BUSINESS',
        code_status: 'ABSENT',
      },
    ])
  })

  test('finds a lower-case code by the right one, and lets registered exceptions through', async () => {
    const { db } = await town()
    const path = await fileOf(
      'e.csv',
      row('小写有限公司', 'N/A', CODE.toLowerCase()),
      row('试点有限公司', 'N/A', '91350100M0001TGQXM'),
    )
    const report = await load(db, path)
    expect(report.counts).toMatchObject({ invalidCode: 2, validRows: 0, kept: 2 })
    expect(await one(db, 'select identifier_kind, value from identifier')).toEqual({
      identifier_kind: 'USCC',
      value: CODE,
    })
    expect(
      await one(db, `select code_status, uscc from subject where subject_key = '91350100M0001TGQXM'`),
    ).toEqual({ code_status: 'LEGACY_CHECK_FAIL', uscc: '91350100M0001TGQXM' })
  })

  test('goes on after a chunk another writer got in the way of', async () => {
    const { db, connection } = await town()
    const other = new Database({ ...connection, max: 1 })
    const insert = `insert into subject (subject_key, code_status, kind, name, status, source, source_key, received_at, recorded_at)
      values ($1, 'VALID', 'ENTERPRISE', '先到有限公司', 'ACTIVE', 'X', $1, now(), now())`
    const holder = await other.pool.connect()
    await holder.query('begin')
    await holder.query(insert, [CODE])
    const loading = load(db, await fileOf('f.csv', row('后到有限公司')))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await holder.query('commit')
    holder.release()
    const report = await loading
    expect(report.counts).toMatchObject({ inserted: 0, updated: 1 })
    await other.close()
  })
})

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (fault: { code?: string }) => String(fault.code),
  )

describe('a file that cannot be loaded', () => {
  test.each([
    ['FILE_HEADER_UNKNOWN', Buffer.from('名称,代码\n甲,乙\n')],
    [
      'FILE_ENCODING_UNKNOWN',
      Buffer.concat([Buffer.from(`${HEADER}\n甲公司,`), Buffer.from([0xff, 0x31]), Buffer.from('\n')]),
    ],
    ['FILE_UNREADABLE', Buffer.from('')],
  ])('is refused with %s and leaves no batch', async (code, bytes) => {
    const { db } = await town()
    const path = join(folder, `${code}.csv`)
    await writeFile(path, bytes)
    expect(await codeOf(load(db, path))).toBe(code)
    expect(await one(db, 'select count(*)::int as count from ingest_batch')).toEqual({ count: 0 })
  })

  test('is refused while another process loads it, and from an unknown department', async () => {
    const { db } = await town()
    const path = await fileOf('busy.csv', `甲公司,${CODE},2015-03-01,,,,,浙江,金华,`)
    const { batchId } = await load(db, path)
    await db.rows(`update ingest_batch set state = 'RUNNING'`)
    const holder = await db.pool.connect()
    await holder.query(`select pg_advisory_lock(hashtextextended('ingest ' || $1, 0))`, [batchId])
    expect(await codeOf(load(db, path))).toBe('BATCH_BUSY')
    holder.release(true)
    expect(await codeOf(load(db, path, { source: 'NOBODY' }))).toBe('SOURCE_DEPARTMENT_UNKNOWN')
  })
})

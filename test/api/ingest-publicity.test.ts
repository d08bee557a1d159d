import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import writeExcel from 'write-excel-file/node'
import { DEMONSTRATION_OFFICER, HUB_ITSELF } from '../../src/access/index.ts'
import { csvLine } from '../../src/ingest/csv-rows.ts'
import { LICENCE_COLUMNS, PENALTY_COLUMNS } from '../../src/ingest/double-publicity.template.ts'
import { type BatchReport, ingestFile, registerUpload } from '../../src/ingest/index.ts'
import { Database } from '../../src/kernel/db.ts'
import { hubSchema } from '../../src/schema.ts'
import { buildServer } from '../../src/server.ts'
import { residentIdCheckCharacter } from '../../src/standards/index.ts'
import { aName, aSubject } from '../support/builders.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { NOW } from '../support/now.ts'
import { zipOf } from '../support/zip.ts'

const SECRET = 'test-secret-of-32-characters-or-more'
const CODE = '91330783MA28D8H254'
const NAME = '东阳市乐善针织有限公司'
const UNIT = '11100000MB100074XK'
const UNIT_NAME = '国家市场监督管理总局'
const RESIDENT = `33070219900101001${residentIdCheckCharacter('33070219900101001')}`
const REPRESENTATIVE = `33070219850505002${residentIdCheckCharacter('33070219850505002')}`

type Row = Readonly<Record<string, string>>

const PENALTY: Row = {
  CF_XDR_MC: NAME,
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: CODE,
  CF_FRDB: '王五',
  CF_FR_ZJLX: '身份证',
  CF_FR_ZJHM: REPRESENTATIVE,
  CF_WSH: '婺市监处罚[2026]12号',
  CF_WFXW: '虚假宣传',
  CF_SY: '在网页上\n虚假宣传，"第一"',
  CF_YJ: '广告法第二十八条',
  CF_CFLB: '警告;罚款',
  CF_NR: '罚款五百元',
  CF_NR_FK: '0.05',
  CF_JDRQ: '2026-11-18',
  CF_CFJG: UNIT_NAME,
  CF_CFJGDM: UNIT,
  CF_SJLY: UNIT_NAME,
  CF_SJLYDM: UNIT,
}

const LICENCE: Row = {
  XK_XDR_MC: NAME,
  XK_XDR_LB: '法人及非法人组织',
  XK_XDR_SHXYM: CODE,
  XK_FRDB: '王五',
  XK_XKWS: '食品经营许可决定书',
  XK_WSH: '婺许可〔2026〕3号',
  XK_XKLB: '普通',
  XK_NR: '食品经营',
  XK_JDRQ: '2026-11-18',
  XK_YXQZ: '2026-11-18',
  XK_YXQZI: '2031-11-17',
  XK_XKJG: UNIT_NAME,
  XK_XKJGDM: UNIT,
  XK_ZT: '1',
  XK_SJLY: UNIT_NAME,
  XK_SJLYDM: UNIT,
}

const PENALTY_CODES = Object.values(PENALTY_COLUMNS).map(({ code }) => code)
const LICENCE_NAMES = Object.values(LICENCE_COLUMNS).map(({ zh }) => zh)
const LICENCE_CODES = Object.values(LICENCE_COLUMNS).map(({ code }) => code)

const cellsOf = (codes: readonly string[], row: Row): string[] => codes.map((code) => row[code] ?? '')
const penaltyCsv = (...rows: Row[]): string =>
  `${[PENALTY_CODES, ...rows.map((row) => cellsOf(PENALTY_CODES, row))].map(csvLine).join('\r\n')}\r\n`

let fresh: FreshDatabase
let db: Database
let app: FastifyInstance
let folder: string

beforeAll(async () => {
  fresh = await freshDatabase()
  db = new Database({ ...fresh.connection, max: 6 })
  folder = await mkdtemp(join(tmpdir(), 'xinshu-publicity-'))
  await aSubject(db, { subjectKey: CODE, name: NAME })
  await aName(db, { subjectKey: CODE, name: '乐善旧名有限公司', nameKind: 'FORMER' })
  app = await buildServer(
    {
      db,
      schema: await hubSchema(),
      clock: () => NOW,
      actor: DEMONSTRATION_OFFICER,
      secret: SECRET,
      logLevel: 'silent',
    },
    async (server) =>
      registerUpload(server, {
        db,
        actor: DEMONSTRATION_OFFICER,
        folder: join(folder, 'uploads'),
        maxBytes: 2_000_000,
        personSecret: SECRET,
      }),
  )
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await db.close()
  await fresh.drop()
  await rm(folder, { recursive: true })
})

let files = 0
async function fileOf(content: string | Buffer, ending = 'csv'): Promise<string> {
  files += 1
  const path = join(folder, `${files}.${ending}`)
  await writeFile(path, content)
  return path
}

const load = (path: string, format: 'licences' | 'penalties'): Promise<BatchReport> =>
  ingestFile(db, { path, format, source: '100000-660', actor: HUB_ITSELF, now: NOW, personSecret: SECRET })

const loadPenalties = async (...rows: Row[]): Promise<BatchReport> =>
  load(await fileOf(penaltyCsv(...rows)), 'penalties')

const codesOf = async ({ batchId }: BatchReport): Promise<string[]> => {
  const rows = await db.rows<{ found: string }>(
    `select line_no || ' ' || column_name || ' ' || code || ' ' || outcome as found
     from ingest_row_verdict where batch_id = $1 order by line_no, ordinal`,
    [batchId],
  )
  return rows.map(({ found }) => found)
}

const numbered = (no: number, more: Row = {}): Row => ({
  ...PENALTY,
  CF_WSH: `婺市监处罚〔2026〕${no}号`,
  ...more,
})

const cell = (value: string | Date | number) =>
  value instanceof Date
    ? { value, type: Date, format: 'yyyy-mm-dd' }
    : typeof value === 'number'
      ? { value, type: Number }
      : { value, type: String }

async function excelOf(
  header: readonly string[],
  rows: readonly (readonly (string | Date | number)[])[],
): Promise<Buffer> {
  const data = [header.map(cell), ...rows.map((row) => row.map(cell))]
  return (await writeExcel(data as never).toBuffer()) as Buffer
}

describe('penalties', () => {
  test('come in by the nationwide template, with provenance and without numbers of persons', async () => {
    const report = await loadPenalties(PENALTY)
    expect(report.counts).toMatchObject({ rows: 1, inserted: 1, rejected: 0, warnings: 0 })
    const [row] = await db.rows<Record<string, unknown>>(
      `select subject_key, document_no, fine, penalty_kinds, authority_code, visibility, version, line_no, source, source_key, violation_facts from penalty`,
    )
    expect(row).toEqual({
      subject_key: CODE,
      document_no: '婺市监处罚〔2026〕12号',
      fine: '50000',
      penalty_kinds: ['WARNING', 'FINE'],
      authority_code: '100000-660',
      visibility: 'PUBLIC',
      version: 1,
      line_no: 2,
      source: '100000-660',
      source_key: `${UNIT}|婺市监处罚〔2026〕12号`,
      violation_facts: '在网页上\n虚假宣传，"第一"',
    })
  })

  test('become a new version when the same decision comes with other content, and stay when it is the same', async () => {
    const changed = await loadPenalties({ ...PENALTY, CF_NR_FK: '0.06', BZ: '更正' })
    expect(changed.counts).toMatchObject({ inserted: 0, updated: 1 })
    const same = await loadPenalties({
      ...PENALTY,
      CF_WSH: '婺市监处罚【2026】12号',
      CF_NR_FK: '0.060000',
      BZ: '更正',
    })
    expect(same.counts).toMatchObject({ inserted: 0, updated: 0, unchanged: 1 })
    const [row] = await db.rows<object>(
      `select p.version, p.fine, h.version as before, h.row ->> 'fine' as fine_before, h.fact
       from penalty p join history h on h.subject_key = p.subject_key and h.row_id = p.row_id::text`,
    )
    expect(row).toEqual({ version: 2, fine: '60000', before: 1, fine_before: '50000', fact: 'penalty' })
  })

  test('are held against the base register: rule 1001', async () => {
    const report = await loadPenalties(
      numbered(20, { CF_XDR_SHXYM: '91120224712818943A' }),
      numbered(21, { CF_XDR_MC: '别家有限公司' }),
      numbered(22, { CF_XDR_MC: '乐善旧名有限公司' }),
      numbered(23, { CF_XDR_MC: '东阳市 乐善针织有限公司' }),
    )
    expect(await codesOf(report)).toEqual([
      '2 CF_XDR_SHXYM SUBJECT_NOT_FOUND_1001 REJECTED',
      '4 CF_XDR_MC SUBJECT_NAME_MISMATCH_1001 REJECTED',
      '6 CF_XDR_MC NAME_FORMER WARNING',
    ])
    expect(report.counts).toMatchObject({ inserted: 2, rejected: 2, warnings: 1 })
  })

  test('count once in a file; the later row and the ragged row wait in quarantine', async () => {
    const text = penaltyCsv(
      numbered(30),
      numbered(30, { CF_NR: '别的内容' }),
      numbered(31, { CF_JDRQ: '2026-11-09' }),
    )
    const report = await load(await fileOf(`${text}只有,三,列 ${RESIDENT}\r\n`), 'penalties')
    expect(await codesOf(report)).toEqual([
      '4 CF_WSH DUPLICATE_IN_FILE DUPLICATE',
      '6 CF_JDRQ DEADLINE_PASSED_7WD WARNING',
      '8 * COLUMN_COUNT REJECTED',
    ])
    expect(report.counts).toMatchObject({ rows: 4, inserted: 2, duplicates: 1, rejected: 1, warnings: 1 })
  })

  test('of a natural person are restricted, filed under a keyed hash, and no number is kept anywhere', async () => {
    const person = {
      CF_XDR_MC: '张三',
      CF_XDR_LB: '自然人',
      CF_XDR_SHXYM: '',
      CF_FRDB: '',
      CF_FR_ZJHM: '',
      CF_XDR_ZJLX: '身份证',
    }
    const report = await loadPenalties(
      numbered(40, { ...person, CF_XDR_ZJHM: RESIDENT }),
      numbered(41, { ...person, CF_XDR_ZJHM: RESIDENT }),
      numbered(42, { ...person, CF_XDR_ZJHM: RESIDENT, CF_NR: '' }),
      numbered(43, { CF_NR: '' }),
    )
    expect(report.counts).toMatchObject({ inserted: 2, rejected: 2 })
    const subjects = await db.rows<{ subject_key: string }>(
      `select subject_key, visibility, kind, (select count(*)::int from penalty p where p.subject_key = s.subject_key and p.visibility = 'RESTRICTED') as records
       from subject s where kind = 'NATURAL_PERSON'`,
    )
    expect(subjects).toEqual([
      {
        subject_key: expect.stringMatching(/^P-[0-9a-f]{24}$/),
        visibility: 'RESTRICTED',
        kind: 'NATURAL_PERSON',
        records: 2,
      },
    ])
    for (const number of [RESIDENT, REPRESENTATIVE]) {
      const tables = [
        'subject',
        'subject_name',
        'identifier',
        'penalty',
        'history',
        'ingest_row_verdict',
        'ingest_batch',
        'ledger_entry',
      ]
      for (const table of tables) {
        const [found] = await db.rows<{ count: number }>(
          `select count(*)::int as count from ${table} t where t::text like '%' || $1 || '%'`,
          [number],
        )
        expect([table, found?.count]).toEqual([table, 0])
      }
    }
  })
})

describe('licences', () => {
  test('come in from CSV with Chinese headers and from XLSX alike', async () => {
    const csv = `${[LICENCE_NAMES, cellsOf(LICENCE_CODES, LICENCE)].map(csvLine).join('\n')}\n`
    const first = await load(await fileOf(csv), 'licences')
    expect(first.counts).toMatchObject({ inserted: 1, rejected: 0 })
    const cells = LICENCE_CODES.map((code) =>
      ['XK_JDRQ', 'XK_YXQZ', 'XK_YXQZI'].includes(code)
        ? new Date(`${LICENCE[code]}T00:00:00Z`)
        : code === 'XK_ZT'
          ? 1
          : (LICENCE[code] ?? ''),
    )
    const path = await fileOf(await excelOf(LICENCE_CODES, [cells]), 'xlsx')
    const second = await load(path, 'licences')
    expect(await codesOf(second)).toEqual([])
    expect(second.counts).toMatchObject({ rows: 1, inserted: 0, updated: 0, unchanged: 1 })
    const [row] = await db.rows<object>(
      'select valid_from, valid_to, state, status, licence_kinds, party_kind from licence',
    )
    expect(row).toEqual({
      valid_from: '2026-11-18',
      valid_to: '2031-11-18',
      state: 'VALID',
      status: 'ACTIVE',
      licence_kinds: ['ORDINARY'],
      party_kind: 'LEGAL_PERSON',
    })
  })
})

describe('a hostile workbook', () => {
  const CONTENT = '<Types xmlns="x"><Default Extension="xml" ContentType="application/xml"/></Types>'
  const parts = (sheet: string, more: Readonly<Record<string, string>> = {}) => ({
    '[Content_Types].xml': CONTENT,
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  })
  const reasonOf = async (path: string): Promise<string> =>
    load(path, 'licences').then(
      () => 'loaded',
      (fault: { code: string; message: string }) => `${fault.code} ${fault.message}`,
    )

  test.each<[string, RegExp, Readonly<Record<string, string>>]>([
    ['macros', /has macros/, parts('<worksheet/>', { 'xl/vbaProject.bin': 'x' })],
    [
      'a macro content type',
      /has macros/,
      {
        ...parts('<worksheet/>'),
        '[Content_Types].xml': CONTENT.replace(
          'application/xml',
          'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        ),
      },
    ],
    [
      'links to other workbooks',
      /links to other/,
      parts('<worksheet/>', { 'xl/externalLinks/externalLink1.xml': '<x/>' }),
    ],
    [
      'an outside entity',
      /document type/,
      parts('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'),
    ],
    [
      'a missing sheet',
      /缺少部件/,
      {
        '[Content_Types].xml': CONTENT,
        'xl/workbook.xml': '<workbook/>',
        'xl/_rels/workbook.xml.rels': '<R/>',
      },
    ],
    ['broken XML', /sheet1\.xml/, parts('<worksheet><row>')],
  ])('with %s is refused', async (_name, reason, entries) => {
    expect(await reasonOf(await fileOf(zipOf(entries), 'xlsx'))).toMatch(reason)
  })

  test('that is a bomb is refused within two seconds and a hundred megabytes, whatever size it declares', async () => {
    const bomb = '\0'.repeat(64 * 1_048_576)
    const honest = await fileOf(zipOf(parts(bomb)), 'xlsx')
    const lying = await fileOf(zipOf(parts(bomb), { declaredBytes: 1_000 }), 'xlsx')
    const many = await fileOf(zipOf(parts('<worksheet/>'), { declaredBytes: 400 * 1_048_576 }), 'xlsx')
    for (const path of [honest, lying, many]) {
      const before = process.memoryUsage().rss
      const begun = performance.now()
      expect(await reasonOf(path)).toMatch(/^FILE_UNREADABLE/)
      expect(performance.now() - begun).toBeLessThan(2_000)
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576)
    }
  })
})

describe('an upload', () => {
  const put = (body: Buffer | string) =>
    app.inject({ method: 'PUT', url: '/files', headers: { 'content-type': 'text/csv' }, payload: body })
  const ask = async (query: string, variables: object = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { accept: 'application/graphql-response+json' },
      payload: { query, variables },
    })
    return response.json()
  }
  const SUBMIT = `mutation ($input: SubmitBatchInput!) { submitBatch(input: $input) {
    batch { id batchId format fileName state linesDone department { nameZh } counts { rows inserted rejected distinctSubjects }
      rowVerdicts(first: 1, outcome: REJECTED) { totalCount { value } pageInfo { hasNextPage endCursor }
        nodes { lineNo column code outcome value message messageEn rawLine } } }
    userErrors { code message } } }`

  test('is stored under its hash, loaded by submitBatch, and reports its rows', async () => {
    const text = penaltyCsv(numbered(50), numbered(51, { CF_NR: '=1+1' }), numbered(52, { CF_JDRQ: '昨天' }))
    const stored = (await put(text)).json()
    expect(stored).toEqual({
      fileId: createHash('sha256').update(text).digest('hex'),
      bytes: Buffer.byteLength(text),
    })
    expect((await put(text)).json()).toEqual(stored)
    expect((await stat(join(folder, 'uploads', stored.fileId))).size).toBe(stored.bytes)
    const input = { format: 'PENALTIES', fileId: stored.fileId, fileName: '十一月.csv', source: '100000-660' }
    const { data, errors } = await ask(SUBMIT, { input })
    expect(errors).toBeUndefined()
    const { batch, userErrors } = data.submitBatch
    expect(userErrors).toEqual([])
    expect(batch).toMatchObject({
      format: 'PENALTIES',
      fileName: '十一月.csv',
      state: 'DONE',
      department: { nameZh: UNIT_NAME },
      counts: { rows: 3, inserted: 1, rejected: 2, distinctSubjects: null },
      rowVerdicts: {
        totalCount: { value: 2 },
        pageInfo: { hasNextPage: true },
        nodes: [{ lineNo: 4, column: 'CF_NR', code: 'FORMULA_TEXT', outcome: 'REJECTED', value: '=1+1' }],
      },
    })
    const more = await ask(
      `query ($id: ID!, $after: String!) { ingestBatch(id: $id) { rowVerdicts(first: 5, outcome: REJECTED, after: $after) { nodes { lineNo code } pageInfo { hasNextPage } } } }`,
      { id: batch.batchId, after: batch.rowVerdicts.pageInfo.endCursor },
    )
    expect(more.data.ingestBatch.rowVerdicts).toEqual({
      nodes: [{ lineNo: 6, code: 'DATE_INVALID' }],
      pageInfo: { hasNextPage: false },
    })
    const node = await ask('query ($id: ID!) { node(id: $id) { ... on IngestBatch { batchId } } }', {
      id: batch.id,
    })
    expect(node.data.node).toEqual({ batchId: batch.batchId })
    const page = await ask(
      '{ ingestBatches(first: 2) { nodes { batchId startedAt } pageInfo { hasNextPage } } }',
    )
    expect(page.data.ingestBatches.nodes.length).toBe(2)
    const file = await app.inject({ method: 'GET', url: `/batches/${batch.batchId}/errors.csv` })
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file.body.startsWith(`\ufeffCF_XDR_MC,`)).toBe(true)
    expect(file.body).toContain(`,'=1+1,`)
    expect(file.body).toContain('DATE_INVALID')
    expect(file.body).not.toContain(REPRESENTATIVE)
  })

  test('is refused when unknown, too large, or with a cursor of another list', async () => {
    const input = { format: 'PENALTIES', fileId: '../../etc/passwd', fileName: 'x', source: '100000-660' }
    expect((await ask(SUBMIT, { input })).data.submitBatch).toMatchObject({
      batch: null,
      userErrors: [{ code: 'FILE_NOT_FOUND' }],
    })
    const large = await put(Buffer.alloc(2_000_001, 0x61))
    expect(large.statusCode).toBe(413)
    expect((await readdir(join(folder, 'uploads'))).filter((name) => name.startsWith('.'))).toEqual([])
    const { errors } = await ask('{ ingestBatches(first: 2, after: "x.y") { nodes { id } } }')
    expect(errors[0].extensions.code).toBe('CURSOR_INVALID')
    expect((await app.inject({ method: 'GET', url: '/batches/x/errors.csv' })).statusCode).toBe(404)
  })

  test('with a wrong header is refused before a batch stands', async () => {
    const { fileId } = (await put('a,b\n1,2\n')).json()
    const input = { format: 'LICENCES', fileId, fileName: 'x.csv', source: '100000-660' }
    expect((await ask(SUBMIT, { input })).data.submitBatch.userErrors).toMatchObject([
      { code: 'FILE_HEADER_UNKNOWN' },
    ])
  })

  test('keeps the files of the folder readable by the hub alone', async () => {
    const [name = ''] = await readdir(join(folder, 'uploads'))
    const { mode } = await stat(join(folder, 'uploads', name))
    expect(mode & 0o077).toBe(0)
    expect((await readFile(join(folder, 'uploads', name))).length).toBeGreaterThan(0)
  })
})

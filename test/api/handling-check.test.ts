import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { graphql, type GraphQLSchema } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { DEMONSTRATION_OFFICER } from '../../src/access/index.ts'
import { catalogueOf } from '../../src/catalogue/index.ts'
import { NodeResolver, undeclaredFields } from '../../src/graph/index.ts'
import { handlingCheckResolvers, RULE_VERSION } from '../../src/handling-check/index.ts'
import { type CheckRow, digestOfRow } from '../../src/handling-check/handling-check-receipt.service.ts'
import type { Actor, RequestContext } from '../../src/kernel/context.ts'
import { Database } from '../../src/kernel/db.ts'
import { Cursors } from '../../src/kernel/paging.ts'
import { digestOf } from '../../src/ledger/index.ts'
import { orgCodeCheckCharacter, usccCheckCharacter } from '../../src/standards/index.ts'
import { resolveCodes, subjectResolvers } from '../../src/subject/index.ts'
import { aName, anIdentifier, aRecord, aRelation, aSubject } from '../support/builders.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { NOW, TODAY } from '../support/now.ts'

/** The n-th code of the tests: an enterprise of 婺城区 with both check characters. */
function codeOf(n: number): string {
  const body = `MA${String(n).padStart(6, '0')}`
  const first17 = `91330702${body}${orgCodeCheckCharacter(body)}`
  return first17 + usccCheckCharacter(first17)
}

const CLEAN = codeOf(1)
const LISTED = codeOf(2)
const REPAIRED = codeOf(3)
const CANCELLED = codeOf(4)
const NEW = codeOf(5)
const OLD = codeOf(6)
const LED = codeOf(7)
const UNKNOWN = codeOf(999_999)
const PERSON = 'P-0123456789abcdef01234567'
const RESIDENT = '11010519491231002X'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

interface Desk {
  readonly db: Database
  readonly fresh: FreshDatabase
  readonly schema: GraphQLSchema
}

const contextOf = (db: Database, actor: Actor = DEMONSTRATION_OFFICER): RequestContext => ({
  requestId: 'test',
  db,
  actor,
  now: NOW,
  today: TODAY,
  cursors: new Cursors('test'),
  log: silent,
  personKey: (_kind, number) => (number === RESIDENT ? PERSON : `P-${number.length}`),
})

async function openDesk(): Promise<Desk> {
  const fresh = await freshDatabase()
  const resolvers = [NodeResolver, ...subjectResolvers, ...handlingCheckResolvers]
  const schema = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<() => void>,
    validate: false,
    nullableByDefault: false,
  })
  return { fresh, schema, db: new Database({ ...fresh.connection, max: 6 }) }
}

async function closeDesk(desk: Desk): Promise<void> {
  await desk.db.close()
  await desk.fresh.drop()
}

interface VerdictTold {
  readonly codeGiven: string
  readonly decision: string
  readonly subject: { readonly name: string } | null
  readonly subjectName: string | null
  readonly reasons: readonly {
    measureCode: string
    triggerId: string
    text: string
    via: { name: string } | null
  }[]
  readonly facilitations: readonly { measureCode: string }[]
  readonly notices: readonly { code: string; zh: string; en: string }[]
  readonly digest: string
}

interface CheckTold {
  readonly id: string
  readonly checkNo: string
  readonly decision: string
  readonly on: string
  readonly verdicts: readonly VerdictTold[]
}

interface Told {
  readonly check: CheckTold | null
  readonly userErrors: readonly { code: string; message: string }[]
}

const CHECK_FIELDS = `
  id checkNo checkedAt on regionCode purpose caseNo account decision ruleVersion catalogueVersion
  matter { code nameZh } department { code nameZh }
  verdicts {
    ordinal codeGiven nameGiven role subjectName decision digest subject { name uscc }
    reasons { effect nature measureCode measureName trigger triggerId triggerCode triggerName documentNo decidedBy
      effectiveFrom effectiveTo legalBasis appliedBy role via { relation name } text }
    facilitations { measureCode text }
    notices { code zh en }
  }`

const CHECK = `mutation Check($input: CheckHandlingInput!) {
  checkHandling(input: $input) { check { ${CHECK_FIELDS} } userErrors { code message messageEn field } }
}`

interface Input {
  readonly matter?: string
  readonly subjects: readonly { code: string; name?: string; role?: string }[]
  readonly purpose?: string
  readonly caseNo?: string
  readonly regionCode?: string
}

async function send<Data>(desk: Desk, source: string, variables: object, actor?: Actor): Promise<Data> {
  const contextValue = contextOf(desk.db, actor)
  const { data, errors } = await graphql({
    schema: desk.schema,
    source,
    contextValue,
    variableValues: { ...variables },
  })
  if (errors) throw new Error(errors.map((error) => error.originalError?.message ?? error.message).join('\n'))
  return data as Data
}

async function check(desk: Desk, input: Input, actor?: Actor): Promise<Told> {
  const full = { matter: 'M09', purpose: '评标', caseNo: 'JH-2026-1', ...input }
  const { checkHandling } = await send<{ checkHandling: Told }>(desk, CHECK, { input: full }, actor)
  return checkHandling
}

async function verdict(
  desk: Desk,
  code: string,
  more: Omit<Input, 'subjects'> & { name?: string; role?: string } = {},
) {
  const { name, role, ...input } = more
  const told = await check(desk, {
    ...input,
    subjects: [{ code, ...(name ? { name } : {}), ...(role ? { role } : {}) }],
  })
  expect(told.userErrors).toEqual([])
  return told.check?.verdicts[0] as VerdictTold
}

const codesOf = (items: readonly { code: string }[]): string[] => items.map(({ code }) => code)
const measuresOf = (told: VerdictTold): string[] => told.reasons.map(({ measureCode }) => measureCode)

const linesKept = async (db: Database): Promise<number> => {
  const [row] = await db.rows<{ count: number }>(
    `select (select count(*) from handling_check)::int + (select count(*) from ledger_entry where action = 'handling-check')::int as count`,
  )
  return row?.count ?? -1
}

let desk: Desk
let listingId: string

beforeAll(async () => {
  desk = await openDesk()
  const { db } = desk
  await aSubject(db, { subjectKey: CLEAN, name: '金华市清白机械有限公司', legalRepresentative: '张三' })
  await aName(db, { subjectKey: CLEAN, name: '金华县清白机械厂', nameKind: 'FORMER' })
  await aSubject(db, { subjectKey: LISTED, name: '金华市失信贸易有限公司' })
  const record = {
    subjectKey: LISTED,
    occurredOn: '2025-03-01',
    validTo: '2028-03-01',
    documentNo: '金市监列〔2025〕3号',
  }
  listingId = await aRecord(db, 'Listing', { ...record, authorityCode: '330700-660' })
  await aSubject(db, { subjectKey: REPAIRED, name: '金华市修复建材有限公司' })
  await aRecord(db, 'Listing', {
    ...record,
    subjectKey: REPAIRED,
    status: 'REPAIRED',
    effectEndedOn: '2026-05-01',
  })
  await aSubject(db, {
    subjectKey: CANCELLED,
    name: '金华市已销食品有限公司',
    status: 'CANCELLED',
    closedOn: '2024-06-07',
  })
  await aSubject(db, { subjectKey: OLD, name: '金华市换码五金厂' })
  await aRecord(db, 'Listing', { ...record, subjectKey: OLD, listCode: 'L04', colour: 'GREY' })
  await aSubject(db, { subjectKey: NEW, name: '金华市换码五金有限公司' })
  await anIdentifier(db, { subjectKey: NEW, identifierKind: 'USCC', value: OLD })
  await anIdentifier(db, { subjectKey: NEW, identifierKind: 'USCC', value: codeOf(8) })
  await anIdentifier(db, { subjectKey: CLEAN, identifierKind: 'REG_NO', value: '330702000012345' })
  await anIdentifier(db, { subjectKey: CLEAN, identifierKind: 'TAX_NO', value: '330702777777777' })
  await anIdentifier(db, { subjectKey: LISTED, identifierKind: 'TAX_NO', value: '330702777777777' })
  await aSubject(db, {
    subjectKey: PERSON,
    name: '李小明',
    kind: 'NATURAL_PERSON',
    visibility: 'RESTRICTED',
    codeStatus: 'ABSENT',
  })
  await aRecord(db, 'DecisionEvent', {
    subjectKey: PERSON,
    occurredOn: '2026-01-01',
    eventKind: 'COURT_EXIT_BAN',
  })
  await aRecord(db, 'Listing', { subjectKey: PERSON, occurredOn: '2026-01-01' })
  await aSubject(db, { subjectKey: LED, name: '金华市有人电器有限公司' })
  await aRelation(db, {
    subjectKey: LED,
    relation: 'LEGAL_REP',
    partyName: '李小明',
    partyIsPerson: true,
    partyKey: PERSON,
  })
  await aRelation(db, {
    subjectKey: LED,
    relation: 'SHAREHOLDER',
    partyName: '失信贸易',
    partyKey: LISTED,
    share: '60',
  })
  await aSubject(db, { subjectKey: 'U-abc', name: '老码企业', codeStatus: 'MALFORMED' })
  await anIdentifier(db, { subjectKey: 'U-abc', identifierKind: 'USCC', value: '91140925MA0H4BXN2F' })
})
afterAll(() => closeDesk(desk))

describe('checkHandling', () => {
  test('passes a clean subject, with a receipt', async () => {
    const { check: told } = await check(desk, { matter: 'M08', subjects: [{ code: CLEAN }] })
    expect(told).toMatchObject({
      decision: 'PASS',
      on: TODAY,
      regionCode: '330700',
      ruleVersion: RULE_VERSION,
      matter: { code: 'M08', nameZh: '政府采购' },
      department: { code: '330700-701' },
    })
    expect(told?.checkNo).toMatch(/^HC20261121-[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(told?.verdicts).toMatchObject([
      {
        decision: 'PASS',
        reasons: [],
        facilitations: [],
        notices: [],
        subject: { name: '金华市清白机械有限公司' },
      },
    ])
  })

  test('restricts a listed one, with law, document and authority', async () => {
    const told = await verdict(desk, LISTED, { matter: 'M14' })
    expect(told.decision).toBe('RESTRICTED')
    expect(told.reasons[0]).toMatchObject({
      measureCode: 'X01',
      decidedBy: '金华市市场监督管理局',
      documentNo: '金市监列〔2025〕3号',
      effectiveFrom: '2025-03-01',
      effectiveTo: '2028-03-01',
    })
    expect(Buffer.from(told.reasons[0]?.triggerId ?? '', 'base64url').toString()).toBe(
      `Listing|${LISTED}|${listingId}`,
    )
  })

  test('passes a repaired one', async () => {
    expect(await verdict(desk, REPAIRED, { matter: 'M14' })).toMatchObject({
      decision: 'PASS',
      reasons: [],
      notices: [],
    })
  })

  test('never passes an unknown or malformed code', async () => {
    const unknown = await verdict(desk, UNKNOWN)
    expect([unknown.decision, unknown.subject, codesOf(unknown.notices)]).toEqual([
      'REVIEW',
      null,
      ['SUBJECT_NOT_FOUND_1001'],
    ])
    expect(codesOf((await verdict(desk, `${CLEAN.slice(0, 17)}0`)).notices)).toEqual(['USCC_CHECK_DIGIT'])
    expect(codesOf((await verdict(desk, '')).notices)).toEqual(['USCC_EMPTY'])
    expect((await verdict(desk, '\u0000\ud800')).decision).toBe('REVIEW')
  })

  test('tells the status and the day of a cancelled one', async () => {
    const told = await verdict(desk, CANCELLED, { matter: 'M08' })
    expect(told.decision).toBe('REVIEW')
    expect(told.notices[0]).toMatchObject({
      code: 'SUBJECT_CANCELLED',
      zh: expect.stringContaining('2024-06-07'),
    })
  })

  test('reviews a role the matter does not ask for', async () => {
    expect(await verdict(desk, CLEAN, { matter: 'M06' })).toMatchObject({
      decision: 'REVIEW',
      notices: [
        { code: 'ROLE_NOT_IN_MATTER' },
        { code: 'RELATED_PERSON_NOT_IDENTIFIED', zh: expect.stringContaining('张三') },
      ],
    })
  })

  test('compares the name', async () => {
    expect((await verdict(desk, CLEAN, { matter: 'M08', name: '金华市清白机械有限公司' })).notices).toEqual(
      [],
    )
    expect(await verdict(desk, CLEAN, { matter: 'M08', name: '金华县清白机械厂' })).toMatchObject({
      decision: 'PASS',
      notices: [{ code: 'SUBJECT_NAME_FORMER' }],
    })
    expect(await verdict(desk, CLEAN, { matter: 'M08', name: '别家公司' })).toMatchObject({
      decision: 'REVIEW',
      notices: [{ code: 'SUBJECT_NAME_MISMATCH_1001' }],
    })
  })

  test('finds a subject by its other numbers and refuses to choose between several', async () => {
    expect((await verdict(desk, '330702000012345', { matter: 'M08' })).subjectName).toBe(
      '金华市清白机械有限公司',
    )
    expect((await verdict(desk, CLEAN.slice(8, 17), { matter: 'M08' })).subjectName).toBe(
      '金华市清白机械有限公司',
    )
    expect(await verdict(desk, '91140925ma0h4bxn2f', { matter: 'M08' })).toMatchObject({
      subjectName: '老码企业',
      notices: [],
    })
    expect(await verdict(desk, '330702777777777', { matter: 'M08' })).toMatchObject({
      decision: 'REVIEW',
      subjectName: null,
      notices: [{ code: 'CODE_AMBIGUOUS', zh: expect.stringContaining(`${CLEAN}、${LISTED}`) }],
    })
  })

  test('counts the records of a changed code under both codes', async () => {
    const byNew = await verdict(desk, NEW, { matter: 'M08' })
    expect([measuresOf(byNew), byNew.reasons[0]?.via?.name, codesOf(byNew.notices)]).toEqual([
      ['X01', 'I03'],
      OLD,
      [],
    ])
    const byOld = await verdict(desk, OLD, { matter: 'M08' })
    expect([measuresOf(byOld), codesOf(byOld.notices)]).toEqual([['X01', 'I03'], ['CODE_LEADS_ELSEWHERE']])
    expect(byOld.notices[0]?.zh).toContain(NEW)
    const byGone = await verdict(desk, codeOf(8), { matter: 'M08' })
    expect([byGone.subjectName, measuresOf(byGone), codesOf(byGone.notices)]).toEqual([
      '金华市换码五金有限公司',
      ['X01', 'I03'],
      ['CODE_LEADS_ELSEWHERE'],
    ])
  })

  test('looks at the persons the matter asks for', async () => {
    const told = await verdict(desk, LED, { matter: 'M15' })
    expect([told.decision, measuresOf(told), told.reasons[0]?.via]).toEqual([
      'PROHIBITED',
      ['P09'],
      { relation: 'LEGAL_REP', name: '李小明' },
    ])
    const loan = await verdict(desk, LED, { matter: 'M03' })
    expect([loan.decision, measuresOf(loan), codesOf(loan.notices)]).toEqual(['PASS', [], []])
  })

  test('checks a person by the resident number and keeps it nowhere', async () => {
    const told = await verdict(desk, RESIDENT, { matter: 'M06', role: 'PERSON' })
    expect(told).toMatchObject({ decision: 'PROHIBITED', codeGiven: '110105********002X', subject: null })
    expect(measuresOf(told)[0]).toBe('P15')
    await verdict(desk, '110105194912310021', { matter: 'M06', role: 'PERSON' })
    const leaks = await desk.db.rows(
      `select 1 from handling_check t where to_jsonb(t)::text ~ '110105194912310' union all
       select 1 from ledger_entry t where to_jsonb(t)::text ~ '110105194912310'`,
    )
    expect(leaks).toEqual([])
  })

  test('answers a subject twice when it is asked twice, in the order asked', async () => {
    const { check: told } = await check(desk, {
      subjects: [LISTED, UNKNOWN, LISTED].map((code) => ({ code })),
    })
    expect(told?.decision).toBe('RESTRICTED')
    expect(told?.verdicts.map(({ decision }) => decision)).toEqual(['RESTRICTED', 'REVIEW', 'RESTRICTED'])
  })
})

describe('a question that is incomplete', () => {
  const one = [{ code: CLEAN }]
  test.each([
    ['MATTER_NOT_FOUND', { matter: 'M99', subjects: one }],
    ['MATTER_NOT_FOUND', { matter: '\u0000', subjects: one }],
    ['CHECK_SUBJECTS_MISSING', { subjects: [] }],
    ['CHECK_TOO_MANY_SUBJECTS', { subjects: Array.from({ length: 5_001 }, () => ({ code: CLEAN })) }],
    ['PURPOSE_REQUIRED', { subjects: one, purpose: ' 　\n' }],
    ['CASE_NO_REQUIRED', { subjects: one, caseNo: '' }],
    ['INPUT_TOO_LONG', { subjects: one, purpose: '字'.repeat(201) }],
    ['INPUT_TOO_LONG', { subjects: one, caseNo: '1'.repeat(201) }],
    ['INPUT_TOO_LONG', { subjects: [{ code: CLEAN, name: '名'.repeat(201) }] }],
  ])('is refused with %s, and nothing is written', async (code, input) => {
    const before = await linesKept(desk.db)
    const told = await check(desk, input)
    expect([told.check, codesOf(told.userErrors)]).toEqual([null, [code]])
    expect(await linesKept(desk.db)).toBe(before)
  })

  test('is refused with FORBIDDEN to the public', async () => {
    const told = await check(
      desk,
      { subjects: one },
      { account: 'anyone', department: '', clearance: ['PUBLIC'] },
    )
    expect(codesOf(told.userErrors)).toEqual(['FORBIDDEN'])
  })
})

describe('the receipt', () => {
  const READ = `select * from handling_check where check_no = $1 order by ordinal`

  test('is kept before the answer, a line a subject, each with a digest that recomputes', async () => {
    const { check: told } = await check(desk, { subjects: [{ code: LED }, { code: UNKNOWN }], matter: 'M03' })
    const rows = await desk.db.rows<CheckRow>(READ, [told?.checkNo])
    expect(rows.map(({ ordinal, subject_key }) => [ordinal, subject_key])).toEqual([
      [1, LED],
      [2, `?${UNKNOWN}`],
    ])
    expect(rows.map(digestOfRow)).toEqual(rows.map(({ digest }) => digest))
    expect(rows.map(({ digest }) => digest)).toEqual(told?.verdicts.map(({ digest }) => digest))
    expect(rows[0]).toMatchObject({
      matter_code: 'M03',
      purpose: '评标',
      case_no: 'JH-2026-1',
      rule_version: RULE_VERSION,
    })
    expect(rows[0]?.evidence.map(({ type }) => type)).toEqual([
      'Subject',
      'RelatedParty',
      'RelatedParty',
      'Listing',
      'DecisionEvent',
      'Listing',
    ])
    expect(rows[0]?.evidence.every(({ version }) => version === 1)).toBe(true)
  })

  test('has one ledger entry that covers every line', async () => {
    const { check: told } = await check(desk, { subjects: [{ code: CLEAN }, { code: LISTED }] })
    const entries = await desk.db.rows<{ facts: { rows: string; subjects: number }; purpose: string }>(
      `select facts, purpose from ledger_entry where object_id = $1`,
      [told?.checkNo],
    )
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ purpose: '评标', facts: { subjects: 2, decision: 'RESTRICTED' } })
    expect(entries[0]?.facts.rows).toBe(digestOf(told?.verdicts.map(({ digest }) => digest)))
  })

  test('replays word for word, also by node', async () => {
    const { check: told } = await check(desk, {
      subjects: [LISTED, CLEAN, UNKNOWN, LED].map((code) => ({ code })),
    })
    const replay = await send<{ handlingCheck: CheckTold; node: CheckTold }>(
      desk,
      `query Replay($no: String!, $id: ID!) {
        handlingCheck(checkNo: $no) { ${CHECK_FIELDS} }
        node(id: $id) { ... on HandlingCheck { ${CHECK_FIELDS} } }
      }`,
      { no: told?.checkNo, id: told?.id },
    )
    expect(JSON.stringify(replay.handlingCheck)).toBe(JSON.stringify(told))
    expect(JSON.stringify(replay.node)).toBe(JSON.stringify(told))
  })

  test('is not found by another department, nor under a number that is none', async () => {
    const { check: told } = await check(desk, { subjects: [{ code: CLEAN }] })
    const ask = (no: string | undefined, actor?: Actor) =>
      send<{ handlingCheck: unknown }>(
        desk,
        'query($no: String!) { handlingCheck(checkNo: $no) { id } }',
        { no },
        actor,
      )
    expect(await ask(told?.checkNo, { ...DEMONSTRATION_OFFICER, department: '330700-660' })).toEqual({
      handlingCheck: null,
    })
    for (const no of ['', 'HC20261121-000000000000', 'HC20269999-000000000000', "HC' or 1=1"])
      expect(await ask(no)).toEqual({ handlingCheck: null })
  })

  test('missing, there is no answer', async () => {
    const other = await openDesk()
    await aSubject(other.db, { subjectKey: CLEAN, name: '金华市清白机械有限公司' })
    await other.db.rows(`alter table ledger_entry add constraint closed check (action <> 'handling-check')`)
    await expect(check(other, { subjects: [{ code: CLEAN }] })).rejects.toThrow('closed')
    expect(await linesKept(other.db)).toBe(0)
    await closeDesk(other)
  })
})

describe('many subjects', () => {
  test('cost as few statements as one', async () => {
    await desk.db.rows(
      `insert into subject (subject_key, uscc, code_status, kind, name, status, source, source_key, received_at, recorded_at)
       select code, code, 'VALID', 'ENTERPRISE', '批量' || n, 'ACTIVE', 'T', code, now(), now()
       from unnest($1::text[]) with ordinality as c(code, n)`,
      [Array.from({ length: 4_990 }, (_, at) => codeOf(10_000 + at))],
    )
    const codes = Array.from({ length: 4_990 }, (_, at) => codeOf(10_000 + at))
    const subjects = [...codes, LISTED, OLD, LED, '330702000012345', UNKNOWN].map((code) => ({
      code,
      name: '批量1',
    }))
    const count = async (input: Input) => {
      await catalogueOf(desk.db)
      const before = desk.db.statements
      const started = performance.now()
      const source = CHECK.replace('subject { name uscc }', '')
      const full = { matter: 'M15', purpose: '年检', caseNo: '批量', ...input }
      const { checkHandling } = await send<{ checkHandling: Told }>(desk, source, { input: full })
      return { told: checkHandling, statements: desk.db.statements - before, ms: performance.now() - started }
    }
    const many = await count({ subjects })
    process.stdout.write(`${subjects.length} subjects in one check: ${Math.round(many.ms)} ms\n`)
    expect(many.told.check?.verdicts).toHaveLength(subjects.length)
    expect(many.statements).toBeLessThanOrEqual(6)
    const few = await count({ subjects: subjects.slice(-5) })
    expect(few.statements).toBeLessThanOrEqual(6)
    const one = await count({ subjects: [{ code: CLEAN }], matter: 'M08' })
    expect(one.statements).toBe(2)
  })
})

describe('resolveCodes', () => {
  test('resolves every kind of number in one statement', async () => {
    const before = desk.db.statements
    const found = await resolveCodes(desk.db, [
      OLD,
      NEW,
      codeOf(8),
      CLEAN.slice(8, 17),
      '330702777777777',
      UNKNOWN,
    ])
    expect(desk.db.statements - before).toBe(1)
    expect([...found]).toEqual([
      [OLD, { subjectKey: OLD, how: 'KEY', identifierKind: null, leadsTo: [NEW] }],
      [NEW, { subjectKey: NEW, how: 'KEY', identifierKind: null, leadsTo: [] }],
      [codeOf(8), { subjectKey: NEW, how: 'IDENTIFIER', identifierKind: 'USCC', leadsTo: [] }],
      [CLEAN.slice(8, 17), { subjectKey: CLEAN, how: 'ORG_CODE', identifierKind: 'ORG_CODE', leadsTo: [] }],
      ['330702777777777', { ambiguous: [CLEAN, LISTED] }],
    ])
  })
})

describe('the contract', () => {
  test('declares who may see what: no type of this room is a fact type', () => {
    expect(undeclaredFields(desk.schema)).toEqual([])
  })
})

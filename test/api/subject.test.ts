import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aName, anIdentifier, aRelation, aSubject } from '../support/builders.ts'
import { type TestHub, startHub } from '../support/hub.ts'
import {
  NodeByIdDocument,
  SubjectByCodeDocument,
  SubjectByNumberDocument,
  SubjectsDocument,
} from '../support/operations.ts'

const HENGDA = '91330783MA28D8H254'
const YIWU = '91330782327917654P'
const PERSON = 'P-0123456789abcdef01234567'

let hub: TestHub

beforeAll(async () => {
  hub = await startHub()
  await aSubject(hub.db, {
    subjectKey: HENGDA,
    name: '金华市恒达机械制造（集团）有限公司',
    divisionCode: '330702',
    registeredCapital: '500000000',
    capitalCurrency: 'CNY',
    establishedOn: '2010-05-06',
    validFrom: '2020-01-01',
    legalRepresentative: '张三',
  })
  await aName(hub.db, {
    subjectKey: HENGDA,
    name: '金华县恒达机械厂',
    nameKind: 'FORMER',
    validFrom: '2010-05-06',
    validTo: '2020-01-01',
  })
  await aSubject(hub.db, {
    subjectKey: YIWU,
    name: '义乌市飞和电子商务有限公司',
    divisionCode: '330782',
    establishedOn: '2015-01-22',
    validFrom: '2015-01-22',
  })
  await aSubject(hub.db, {
    subjectKey: PERSON,
    name: '张三',
    kind: 'NATURAL_PERSON',
    visibility: 'RESTRICTED',
    codeStatus: 'ABSENT',
    establishedOn: null,
    validFrom: null,
    divisionCode: null,
  })
  await aSubject(hub.db, {
    subjectKey: 'U-abc',
    name: '老码企业',
    codeStatus: 'MALFORMED',
    rawCode: '91140925MA0H4BxN2F',
    divisionCode: '120224',
    establishedOn: '1999-01-01',
    validFrom: '1999-01-01',
  })
  await anIdentifier(hub.db, { subjectKey: 'U-abc', identifierKind: 'USCC', value: '91140925MA0H4BXN2F' })
  await anIdentifier(hub.db, {
    subjectKey: HENGDA,
    identifierKind: 'REG_NO',
    value: '330702000012345',
    validTo: '2016-01-01',
  })
  await aRelation(hub.db, {
    subjectKey: HENGDA,
    relation: 'LEGAL_REP',
    partyName: '张三',
    partyIsPerson: true,
    partyKey: PERSON,
  })
  await aRelation(hub.db, {
    subjectKey: HENGDA,
    relation: 'SHAREHOLDER',
    partyName: '义乌市飞和电子商务有限公司',
    partyKey: YIWU,
    share: '30',
  })
  await hub.db.rows(
    `insert into history (subject_key, fact, row_id, version, valid_from, valid_to, recorded_at, superseded_at, reason, row)
     select subject_key, 'subject', subject_key, 0, '2010-05-06', '2020-01-01', recorded_at, now(), 'CHANGE',
       to_jsonb(t) || '{"name": "金华县恒达机械厂", "registered_capital": 10000000}'
     from subject t where subject_key = $1`,
    [HENGDA],
  )
})
afterAll(() => hub.stop())

describe('subject(uscc)', () => {
  test('finds a subject by its code, however it was typed', async () => {
    for (const typed of [
      HENGDA,
      HENGDA.toLowerCase(),
      ` ${HENGDA.slice(0, 8)}-${HENGDA.slice(8)} `,
      '９１３３０７８３ＭＡ２８Ｄ８Ｈ２５４',
    ]) {
      const { subject } = await hub.ask(SubjectByCodeDocument, { uscc: typed })
      expect(subject?.name).toBe('金华市恒达机械制造（集团）有限公司')
    }
  })

  test('tells registration, division, names and numbers', async () => {
    const { subject } = await hub.ask(SubjectByCodeDocument, { uscc: HENGDA })
    expect(subject).toMatchObject({
      registeredCapital: '5000000.00',
      capitalCurrency: 'CNY',
      division: { code: '330702', nameZh: '婺城区' },
      provenance: { source: '330700-660', version: 1 },
    })
    expect(subject?.names.map(({ name, nameKind }) => [name, nameKind])).toEqual([
      ['金华市恒达机械制造（集团）有限公司', 'CURRENT'],
      ['金华县恒达机械厂', 'FORMER'],
    ])
    expect(subject?.identifiers).toEqual([
      { identifierKind: 'USCC', value: HENGDA },
      { identifierKind: 'ORG_CODE', value: 'MA28D8H25' },
      { identifierKind: 'REG_NO', value: '330702000012345' },
    ])
  })

  test('shows the state of the day asked for', async () => {
    const before = await hub.ask(SubjectByCodeDocument, { uscc: HENGDA, asOf: '2019-12-31' })
    expect(before.subject).toMatchObject({
      name: '金华县恒达机械厂',
      registeredCapital: '100000.00',
      asOf: '2019-12-31',
    })
    const after = await hub.ask(SubjectByCodeDocument, { uscc: HENGDA, asOf: '2020-01-01' })
    expect(after.subject?.name).toBe('金华市恒达机械制造（集团）有限公司')
    expect((await hub.ask(SubjectByCodeDocument, { uscc: HENGDA, asOf: '2010-05-05' })).subject).toBeNull()
  })

  test('names an abolished division', async () => {
    const { subject } = await hub.ask(SubjectByCodeDocument, { uscc: '91140925MA0H4BXN2F' })
    expect(subject).toMatchObject({
      name: '老码企业',
      codeStatus: 'MALFORMED',
      uscc: null,
      division: { nameZh: '宝坻县' },
    })
  })

  test('is null for a code nobody has, and refuses a malformed one with the reason', async () => {
    expect((await hub.ask(SubjectByCodeDocument, { uscc: '914403001922038216' })).subject).toBeNull()
    const cases = [
      ['', 'USCC_EMPTY'],
      ['12345', 'USCC_LENGTH'],
      ['91110000MA001HYK9I', 'USCC_CHARSET'],
      ['914403001922038217', 'USCC_CHECK_DIGIT'],
      ['000000000000000000', 'USCC_DEPT'],
    ] as const
    for (const [uscc, code] of cases) {
      const answer = await hub.send(`query($uscc: LooseCode!) { subject(uscc: $uscc) { name } }`, { uscc })
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual([code])
    }
  })

  test('asks for a number when none is given', async () => {
    const answer = await hub.send('{ subject { name } }')
    expect(answer.errors[0]?.extensions.code).toBe('IDENTIFIER_MISSING')
  })

  test('finds a subject by its old registration number and by its organisation code', async () => {
    const byOld = await hub.ask(SubjectByNumberDocument, {
      identifier: { kind: 'REG_NO', value: '330702000012345' },
    })
    expect(byOld.subject?.uscc).toBe(HENGDA)
    const byOrg = await hub.ask(SubjectByNumberDocument, {
      identifier: { kind: 'ORG_CODE', value: 'MA28D8H2-5' },
    })
    expect(byOrg.subject?.uscc).toBe(HENGDA)
  })

  test('never finds a natural person for a reader without that class', async () => {
    const { subject } = await hub.ask(SubjectByCodeDocument, { uscc: HENGDA })
    expect(subject?.name).toBeDefined()
    const answer = await hub.send<{
      subject: { relatedParties: { nodes: { partyName: string; party: object | null }[] } }
    }>(`{ subject(uscc: "${HENGDA}") { relatedParties { nodes { partyName party { name } } } } }`)
    expect(answer.data.subject.relatedParties.nodes).toEqual([
      { partyName: '张三', party: null },
      { partyName: '义乌市飞和电子商务有限公司', party: { name: '义乌市飞和电子商务有限公司' } },
    ])
  })
})

describe('node(id)', () => {
  test('finds what a list has shown, by the same rules', async () => {
    const { subject } = await hub.ask(SubjectByCodeDocument, { uscc: YIWU })
    const { node } = await hub.ask(NodeByIdDocument, { id: subject?.id ?? '' })
    expect(node).toMatchObject({ __typename: 'Subject', name: '义乌市飞和电子商务有限公司' })
    const person = Buffer.from(`Subject|${PERSON}`).toString('base64url')
    expect((await hub.ask(NodeByIdDocument, { id: person })).node).toBeNull()
  })

  test('refuses what is no id', async () => {
    for (const id of [
      '',
      'junk',
      Buffer.from('Nothing|x').toString('base64url'),
      '../../etc',
      'x'.repeat(500),
    ]) {
      const answer = await hub.send('query($id: ID!) { node(id: $id) { id } }', { id })
      expect(answer.errors[0]?.extensions.code).toBe('NODE_ID_INVALID')
    }
  })
})

describe('subjects', () => {
  test('pages by key without losing or doubling one', async () => {
    const first = await hub.ask(SubjectsDocument, { orderBy: 'KEY', first: 2 })
    const second = await hub.ask(SubjectsDocument, {
      orderBy: 'KEY',
      first: 2,
      after: first.subjects.pageInfo.endCursor,
    })
    expect([...first.subjects.nodes, ...second.subjects.nodes].map(({ name }) => name)).toEqual([
      '义乌市飞和电子商务有限公司',
      '金华市恒达机械制造（集团）有限公司',
      '老码企业',
    ])
    expect(first.subjects.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    expect(second.subjects.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect(first.subjects.totalCount).toEqual({ value: 3, capped: false })
  })

  test('orders by day of establishment and filters by division with everything below it', async () => {
    const newest = await hub.ask(SubjectsDocument, {
      orderBy: 'ESTABLISHED_NEWEST',
      filter: { division: '330700' },
    })
    expect(newest.subjects.nodes.map(({ establishedOn }) => establishedOn)).toEqual([
      '2015-01-22',
      '2010-05-06',
    ])
    const one = await hub.ask(SubjectsDocument, {
      filter: { division: '330702', capitalFrom: 5_000_000, codeStatus: ['VALID'] },
    })
    expect(one.subjects.nodes.map(({ uscc }) => uscc)).toEqual([HENGDA])
    const none = await hub.ask(SubjectsDocument, { filter: { establishedFrom: '2016-01-01' } })
    expect(none.subjects.nodes).toEqual([])
  })

  test('refuses page sizes out of bounds, forged cursors and cursors of another list', async () => {
    const page = (args: string) => hub.send(`{ subjects(${args}) { nodes { name } } }`)
    for (const first of [0, -1, 101, 2_147_483_647])
      expect((await page(`first: ${first}`)).errors[0]?.extensions.code).toBe('PAGE_SIZE')
    const { subjects } = await hub.ask(SubjectsDocument, { first: 1 })
    const cursor = subjects.pageInfo.endCursor ?? ''
    for (const forged of ['x', 'W10.abc', `${cursor}x`, cursor.replace('.', '')])
      expect((await page(`after: "${forged}"`)).errors[0]?.extensions.code).toBe('CURSOR_INVALID')
    expect((await page(`after: "${cursor}", orderBy: ESTABLISHED_NEWEST`)).errors[0]?.extensions.code).toBe(
      'CURSOR_INVALID',
    )
    expect((await page(`after: "${cursor}", filter: {kind: [UNION]}`)).errors[0]?.extensions.code).toBe(
      'CURSOR_INVALID',
    )
  })
})

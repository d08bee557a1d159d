import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { recordKinds } from '../../src/record/index.ts'
import { aRecord, aSubject } from '../support/builders.ts'
import { type Answer, startHub, type TestHub } from '../support/hub.ts'
import {
  NodeByIdDocument,
  PenaltiesDocument,
  ProfileDocument,
  TimelineDocument,
} from '../support/operations.ts'

const CODE = '91330783MA28D8H254'
const MANY = '91330782327917654P'

interface Inspections {
  readonly subject: {
    readonly inspections: {
      readonly nodes: readonly { readonly id: string }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    }
  }
}

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
  const { db } = hub
  await aSubject(db, { subjectKey: CODE, name: '东阳市乐善针织有限公司' })
  await aSubject(db, { subjectKey: MANY, name: '义乌市飞和电子商务有限公司' })
  for (const { fact } of recordKinds())
    await aRecord(db, fact.name, { subjectKey: CODE, occurredOn: '2026-03-01', authorityCode: '330700-660' })
  const penalty = (values: object) =>
    aRecord(db, 'Penalty', { subjectKey: CODE, occurredOn: '2025-06-01', ...values })
  await penalty({
    documentNo: '金市监处罚〔2025〕1号',
    penaltyKinds: ['FINE', 'WARNING'],
    fine: '1000050',
    validTo: '2026-06-01',
  })
  await penalty({
    documentNo: '金市监处罚〔2025〕2号',
    penaltyKinds: ['CLOSE'],
    status: 'REPAIRED',
    effectEndedOn: '2026-01-01',
  })
  await penalty({ documentNo: '金市监处罚〔2025〕3号', visibility: 'RESTRICTED' })
  await aRecord(db, 'Complaint', {
    subjectKey: CODE,
    occurredOn: '2026-02-01',
    visibility: 'SECRET_PERSON',
    complainant: '王五',
  })
  for (let at = 0; at < 30; at += 1)
    await aRecord(db, 'Inspection', {
      subjectKey: MANY,
      occurredOn: `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
    })
})
afterAll(() => hub.stop())

describe('a profile', () => {
  test('has every block of every kind, with department and provenance', async () => {
    const { subject } = await hub.ask(ProfileDocument, { uscc: CODE })
    for (const block of [
      'licences',
      'penalties',
      'inspections',
      'compulsoryMeasures',
      'judgments',
      'listings',
      'commitments',
      'evaluations',
      'rewards',
      'annualReports',
      'complaints',
      'utilityReadings',
    ] as const)
      expect(subject?.[block].nodes[0]).toMatchObject({
        occurredOn: '2026-03-01',
        authority: { nameZh: '金华市市场监督管理局' },
      })
    expect(subject?.penalties.nodes[0]?.provenance).toMatchObject({
      source: '330700-660',
      department: { nameZh: '金华市市场监督管理局' },
    })
    expect(subject?.listings.nodes[0]?.listKind?.nameZh).toBe('市场监督管理严重违法失信名单')
  })

  test('never shows a repaired record, one of a class the reader lacks, or a field of such a class', async () => {
    const { subject } = await hub.ask(PenaltiesDocument, { uscc: CODE })
    expect(subject?.penalties.nodes.map(({ documentNo }) => documentNo)).toEqual([
      null,
      '金市监处罚〔2025〕1号',
    ])
    const profile = await hub.ask(ProfileDocument, { uscc: CODE })
    expect(profile.subject?.complaints.nodes).toHaveLength(1)
    expect(profile.subject?.annualReports.nodes[0]?.revenue).toBeNull()
  })

  test('names what it withheld', async () => {
    const answer = await hub.send(
      `{ subject(uscc: "${CODE}") { annualReports { nodes { revenue } } complaints { nodes { complainant } } } }`,
    )
    expect(answer.extensions.redacted).toEqual([
      { field: 'AnnualReport.revenue', visibility: 'RESTRICTED' },
      { field: 'Complaint.complainant', visibility: 'SECRET_PERSON' },
    ])
  })

  test('counts every kind without loading it, the withheld ones left out', async () => {
    const { subject } = await hub.ask(ProfileDocument, { uscc: CODE })
    const counts = new Map(subject?.recordCounts.map((count) => [count.kind, count]))
    expect(counts.size).toBe(recordKinds().length)
    expect(counts.get('PENALTY')).toEqual({ kind: 'PENALTY', label: '行政处罚', total: 2, effective: 1 })
    expect(counts.get('COMPLAINT')).toMatchObject({ total: 1, effective: 1 })
  })

  test('as of a day holds what had happened by then', async () => {
    const { subject } = await hub.ask(ProfileDocument, { uscc: CODE, asOf: '2025-12-31' })
    expect(subject?.penalties.nodes.map(({ documentNo }) => documentNo)).toEqual(['金市监处罚〔2025〕1号'])
    expect(subject?.licences.nodes).toEqual([])
    expect(subject?.recordCounts.find(({ kind }) => kind === 'PENALTY')).toMatchObject({
      total: 1,
      effective: 1,
    })
  })
})

describe('a block', () => {
  test('filters by day, kind, document and effect', async () => {
    const numbers = async (filter: object) => {
      const { subject } = await hub.ask(PenaltiesDocument, { uscc: CODE, filter })
      return subject?.penalties.nodes.map(({ documentNo }) => documentNo)
    }
    expect(await numbers({ occurredTo: '2025-06-02' })).toEqual(['金市监处罚〔2025〕1号'])
    expect(await numbers({ occurredFrom: '2025-06-02' })).toEqual([null])
    expect(await numbers({ penaltyKinds: ['WARNING', 'DETENTION'] })).toEqual(['金市监处罚〔2025〕1号'])
    expect(await numbers({ documentNo: ['金市监处罚[2025]1号'] })).toEqual(['金市监处罚〔2025〕1号'])
    expect(await numbers({ effective: true })).toEqual([null])
    expect(await numbers({ effective: false })).toEqual(['金市监处罚〔2025〕1号'])
    expect(await numbers({ status: ['REPAIRED'] })).toEqual([])
  })

  test('refuses more values in a filter than the limit', async () => {
    const answer = await hub.send(
      'query($numbers: [DocNo!]) { subject(uscc: "91330783MA28D8H254") { penalties(filter: {documentNo: $numbers}) { nodes { id } } } }',
      { numbers: Array.from({ length: 51 }, (_, at) => `第${at}号`) },
    )
    expect(answer.errors[0]?.extensions.code).toBe('FILTER_INVALID')
  })

  test('pages newest first without losing or doubling one', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (let page = 0; page < 10; page += 1) {
      const answer: Answer<Inspections> = await hub.send<Inspections>(
        `query($after: String) { subject(uscc: "${MANY}") { inspections(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      )
      const { nodes, pageInfo } = answer.data.subject.inspections
      seen.push(...nodes.map(({ id }) => id))
      after = pageInfo.endCursor
      if (!pageInfo.hasNextPage) break
    }
    expect(seen).toHaveLength(30)
    expect(new Set(seen).size).toBe(30)
  })

  test('refuses a cursor of another subject', async () => {
    const first = await hub.send<{ subject: { inspections: { pageInfo: { endCursor: string } } } }>(
      `{ subject(uscc: "${MANY}") { inspections(first: 1) { pageInfo { endCursor } } } }`,
    )
    const cursor = first.data.subject.inspections.pageInfo.endCursor
    const answer = await hub.send(
      `{ subject(uscc: "${CODE}") { inspections(first: 1, after: "${cursor}") { nodes { id } } } }`,
    )
    expect(answer.errors[0]?.extensions.code).toBe('CURSOR_INVALID')
  })
})

describe('the timeline', () => {
  test('runs over all kinds, newest first, with the records themselves', async () => {
    const { subject } = await hub.ask(TimelineDocument, { uscc: CODE, first: 50 })
    const items = subject?.timeline.nodes ?? []
    expect(items).toHaveLength(recordKinds().length + 1)
    expect(subject?.timeline.totalCount.value).toBe(items.length)
    expect(items.at(-1)).toMatchObject({
      kind: 'PENALTY',
      occurredOn: '2025-06-01',
      title: expect.stringContaining('金市监处罚〔2025〕1号'),
    })
    for (const item of items) expect(item.record?.occurredOn).toBe(item.occurredOn)
    expect(new Set(items.map(({ record }) => record?.__typename)).size).toBe(recordKinds().length)
  })

  test('takes kinds and pages', async () => {
    const first = await hub.ask(TimelineDocument, { uscc: CODE, first: 1, kinds: ['PENALTY'] })
    const second = await hub.ask(TimelineDocument, {
      uscc: CODE,
      first: 1,
      kinds: ['PENALTY'],
      after: first.subject?.timeline.pageInfo.endCursor,
    })
    expect(
      [...(first.subject?.timeline.nodes ?? []), ...(second.subject?.timeline.nodes ?? [])].map(
        ({ occurredOn }) => occurredOn,
      ),
    ).toEqual(['2026-03-01', '2025-06-01'])
  })
})

describe('node(id) of a record', () => {
  test('obeys the rules of the lists', async () => {
    const { subject } = await hub.ask(PenaltiesDocument, { uscc: CODE })
    const shown = await hub.ask(NodeByIdDocument, { id: subject?.penalties.nodes[1]?.id ?? '' })
    expect(shown.node).toMatchObject({
      __typename: 'Penalty',
      documentNo: '金市监处罚〔2025〕1号',
      subject: { name: '东阳市乐善针织有限公司' },
    })
    const hidden = await hub.db.rows<{ id: string }>(
      `select row_id as id from penalty where status = 'REPAIRED' or visibility = 'RESTRICTED'`,
    )
    for (const { id } of hidden) {
      const { node } = await hub.ask(NodeByIdDocument, {
        id: Buffer.from(`Penalty|${CODE}|${id}`).toString('base64url'),
      })
      expect(node).toBeNull()
    }
    expect(hidden).toHaveLength(2)
  })
})

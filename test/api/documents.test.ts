import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { checkedDocuments, DocumentStore, trustedDocument } from '../../src/documents/index.ts'
import { metrics } from '../../src/kernel/metrics.ts'
import { hubSchema } from '../../src/schema.ts'
import { type TestHub, startHub } from '../support/hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(() => hub.stop())

const send = async (payload: object) => {
  const response = await hub.app.inject({ method: 'POST', url: '/graphql', payload })
  return { status: response.statusCode, body: response.json() }
}

const found = (where: string): number =>
  Number(new RegExp(`xinshu_documents_total{found="${where}"} (\\d+)`).exec(metrics.text())?.[1] ?? 0)

describe('a trusted document', () => {
  test('is answered by its id, with or without the prefix, without being parsed', async () => {
    const { id, text } = trustedDocument('lists-and-measures')
    const before = { trusted: found('trusted'), nowhere: found('nowhere') }
    const byId = await send({ documentId: id })
    expect(byId.status).toBe(200)
    expect(byId.body.data.listKinds.nodes.length).toBeGreaterThan(0)
    expect(await send({ documentId: `sha256:${id}`, variables: {} })).toEqual(byId)
    expect(await send({ query: text })).toEqual(byId)
    expect(found('trusted') - before.trusted).toBe(3)
    expect(found('nowhere')).toBe(before.nowhere)
  })

  test('takes variables', async () => {
    const { id } = trustedDocument('find-by-name')
    const { body } = await send({ documentId: id, variables: { text: '金华' } })
    expect(body.data.searchSubjects.edges).toEqual([])
  })

  test('that nobody knows is refused DOCUMENT_UNKNOWN', async () => {
    for (const documentId of ['0'.repeat(64), 'x', 7, null, ['a']]) {
      const { status, body } = await send({ documentId })
      expect([status, body.errors[0].extensions.code]).toEqual([400, 'DOCUMENT_UNKNOWN'])
      expect(body.errors[0].message).toContain('没有标识为')
      expect(body.errors[0].extensions.messageEn).toContain('No trusted document')
    }
  })

  test('does not shut out open queries', async () => {
    expect((await send({ query: '{ __typename }' })).body).toEqual({ data: { __typename: 'Query' } })
  })
})

describe('a document that does not fit', () => {
  const problems = [
    ['has a field nobody knows', '{ nothing }', 'nothing'],
    ['has a syntax error', '{ subject(', 'Syntax Error'],
    [
      'may bring too many rows',
      `query($n: Int!) { subjects(first: $n) { nodes { penalties(first: $n) { nodes { id } }
        licences(first: $n) { nodes { id } } inspections(first: $n) { nodes { id } } } } }`,
      'rows',
    ],
  ] as const
  test.each(problems)('keeps the hub from starting: %s', async (_, text, reason) => {
    const schema = await hubSchema()
    expect(() => checkedDocuments(schema, [{ name: 'bad', id: 'b', text }])).toThrow(reason)
  })
})

const document = (n: number) => parse(`{ a${'b'.repeat(95)}${n} }`)
const key = (n: number) => `schema:${String(n).padStart(64, '0')}`

describe('the store of documents', () => {
  test('keeps trusted ones for good and of the others those used last', async () => {
    const trusted = document(1)
    const store = new DocumentStore(new Map([['1'.padStart(64, '0'), trusted]]), 350)
    for (let n = 2; n <= 4; n += 1) await store.set(key(n), document(n))
    expect(await store.get(key(2))).toBeDefined()
    await store.set(key(5), document(5))
    const left = await Promise.all([1, 2, 3, 4, 5].map(async (n) => (await store.get(key(n))) !== undefined))
    expect(left).toEqual([true, true, false, true, true])
    expect(store.isTrusted(trusted)).toBe(true)
  })
})

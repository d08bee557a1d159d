import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { print } from 'graphql'
import { recordKinds } from '../../src/record/index.ts'
import { aRecord, aSubject } from '../support/builders.ts'
import { type TestHub, startHub } from '../support/hub.ts'
import { ProfileDocument, TimelineDocument } from '../support/operations.ts'

const key = (at: number): string => `9133070${String(at).padStart(11, '0')}`

let hub: TestHub
beforeAll(async () => {
  hub = await startHub({ resolversOnly: true })
  for (let at = 0; at < 50; at += 1) {
    await aSubject(hub.db, { subjectKey: key(at), name: `金华第${at}公司` })
    for (const { fact } of recordKinds()) {
      await aRecord(hub.db, fact.name, {
        subjectKey: key(at),
        occurredOn: '2026-03-01',
        authorityCode: '330700-660',
      })
      await aRecord(hub.db, fact.name, {
        subjectKey: key(at),
        occurredOn: '2026-04-01',
        authorityCode: '330700-001',
      })
    }
  }
  await hub.send('{ matters { nodes { code } } }')
})
afterAll(() => hub.stop())

async function statements(query: string, variables: object = {}): Promise<number> {
  const before = hub.db.statements
  const answer = await hub.send(query, variables)
  expect(answer.errors).toEqual([])
  return hub.db.statements - before
}

/** Subject by number, subject, 12 blocks, counts, related parties. */
const PROFILE = 16

describe('the number of statements the resolvers need', () => {
  test('of a profile with 12 record blocks is bounded', async () => {
    expect(await statements(print(ProfileDocument), { uscc: key(7) })).toBeLessThanOrEqual(PROFILE)
  })

  test('of a page does not grow with its rows', async () => {
    const page = (first: number) =>
      statements(
        `{ subjects(first: ${first}) { nodes { name recordCounts { total } names { name } identifiers { value }
           relatedParties { nodes { partyName } }
           penalties(first: 2) { nodes { documentNo authority { nameZh } subject { name } } totalCount { value } }
           listings(first: 2) { nodes { listKind { nameZh } subject { name } } } } } }`,
      )
    const small = await page(2)
    expect(await page(50)).toBe(small)
    expect(small).toBeLessThanOrEqual(9)
  })

  test('of a timeline is one a page and one a kind of record on it', async () => {
    expect(await statements(print(TimelineDocument), { uscc: key(3), first: 50 })).toBeLessThanOrEqual(
      recordKinds().length + 4,
    )
  })
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { auditServer } from 'graphql-http'
import { LIMITS } from '../../src/graph/index.ts'
import { aSubject } from '../support/builders.ts'
import { type TestHub, startHub } from '../support/hub.ts'

const CODE = '91330783MA28D8H254'

let hub: TestHub
let url: string
beforeAll(async () => {
  hub = await startHub()
  await aSubject(hub.db, { subjectKey: CODE, name: '东阳市乐善针织有限公司' })
  url = `${await hub.app.listen({ port: 0, host: '127.0.0.1' })}/graphql`
})
afterAll(() => hub.stop())

const code = async (query: string, variables: object = {}) => {
  const answer = await hub.send(query, variables)
  return { status: answer.status, codes: answer.errors.map(({ extensions }) => extensions.code) }
}

describe('GraphQL over HTTP', () => {
  test('passes the audits of graphql-http without an error', async () => {
    const results = await auditServer({ url, fetchFn: fetch })
    const errors = results.filter((result) => result.status === 'error')
    const warnings = results.filter((result) => result.status === 'warn')
    expect(errors.map(({ name }) => name)).toEqual([])
    expect(warnings.length).toBeLessThanOrEqual(3)
  })

  test('refuses requests a browser may send across sites without asking', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"query":"{__typename}"}',
      })
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(response.status).toBeLessThan(500)
    }
    const get = await fetch(`${url}?query=${encodeURIComponent('{__typename}')}`)
    expect(get.status).toBe(400)
  })

  test('answers broken bodies with 4xx', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '"x"',
      'null',
      '{"query": 1}',
      '{"query":"{__typename}","variables":[]}',
      '[{"query":"{__typename}"}]',
      '{"query":"{__typename}","operationName":7}',
    ]) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect([body, response.status >= 400 && response.status < 500]).toEqual([body, true])
    }
  })

  test('says health and readiness', async () => {
    expect((await hub.app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await hub.app.inject('/readyz')).json()).toEqual({ status: 'ready' })
  })
})

describe('the limits', () => {
  test('refuse syntax errors with 400', async () => {
    for (const query of ['{', 'query {', '{ subject( }', '}}}}', 'subscription', '{ __typename '.repeat(10)])
      expect(await code(query)).toEqual({ status: 400, codes: ['GRAPHQL_PARSE_FAILED'] })
  })

  test('refuse unknown fields and wrong variables with 400', async () => {
    expect((await code('{ nothing }')).status).toBe(400)
    expect(
      (await code('query($first: Int!) { subjects(first: $first) { nodes { name } } }', { first: 'x' }))
        .status,
    ).toBe(400)
    expect(
      (await code('query($day: Date) { subject(uscc: "x", asOf: $day) { name } }', { day: '2026-02-30' }))
        .codes,
    ).toEqual(['DAY_INVALID'])
  })

  test('refuse documents that are too deep, too wide or too many', async () => {
    const deep = `{ subject(uscc: "${CODE}") ${'{ relatedParties { nodes { party '.repeat(8)} { name } ${'} } }'.repeat(8)} }`
    expect(await code(deep)).toMatchObject({ status: 400, codes: expect.arrayContaining(['QUERY_TOO_DEEP']) })
    const aliases = `{ ${Array.from({ length: LIMITS.aliases + 1 }, (_, at) => `a${at}: __typename`).join(' ')} }`
    expect(await code(aliases)).toEqual({ status: 400, codes: ['QUERY_TOO_MANY_ALIASES'] })
    const directives = `{ __typename ${'@include(if: true) '.repeat(LIMITS.directives + 1)} }`
    expect((await code(directives)).codes).toContain('QUERY_TOO_MANY_DIRECTIVES')
    const tokens = `{ ${'__typename '.repeat(LIMITS.tokens)} }`
    expect(await code(tokens)).toEqual({ status: 400, codes: ['GRAPHQL_PARSE_FAILED'] })
    const fields = `{ ${'__typename '.repeat(LIMITS.fields + 1)} }`
    expect((await code(fields)).codes).toContain('QUERY_TOO_LARGE')
  })

  test('refuse a fragment bomb at once', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`,
    )
    const bomb = `{ ...f0 } ${fragments.join(' ')} fragment f20 on Query { __typename }`
    const began = performance.now()
    expect((await code(bomb)).codes).toContain('QUERY_TOO_LARGE')
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('refuse fragment cycles', async () => {
    expect((await code('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }')).status).toBe(
      400,
    )
  })

  test('refuse documents that could bring too many rows, also by variables', async () => {
    const query = `query($n: Int!) { subjects(first: $n) { nodes { penalties(first: $n) { nodes { id } } licences(first: $n) { nodes { id } } inspections(first: $n) { nodes { id } } } } }`
    expect(await code(query, { n: 100 })).toEqual({ status: 400, codes: ['QUERY_TOO_COSTLY'] })
    expect((await code(query, { n: 5 })).codes).toEqual([])
  })

  test('refuse a body past the limit with 413', async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ __typename #${'x'.repeat(LIMITS.bodyBytes)}\n }` }),
    })
    expect(response.status).toBe(413)
  })

  test('leave room for the full introspection query', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    expect((await hub.send(getIntrospectionQuery())).errors).toEqual([])
  })
})

describe('faults', () => {
  test('show an id and nothing else', async () => {
    await hub.db.rows('alter table reward rename to reward_away')
    const answer = await hub.send(`{ subject(uscc: "${CODE}") { name rewards { nodes { id } } } }`)
    await hub.db.rows('alter table reward_away rename to reward')
    const [fault] = answer.errors
    expect(fault?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      messageEn: expect.stringMatching(/^Internal fault, id [0-9a-f-]{36}\.$/),
      faultId: expect.any(String),
    })
    expect(JSON.stringify(answer)).not.toMatch(/reward_away|relation|select/)
  })
})

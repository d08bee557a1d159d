import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { buildCity } from '../../src/demo/index.ts'
import { hubSchema } from '../../src/schema.ts'
import { generatedQuery } from '../support/generate-query.ts'
import { type TestHub, startHub } from '../support/hub.ts'
import { NOW } from '../support/now.ts'

const SEED = 20_261_121
const RUNS = Number(process.env.XINSHU_GENERATED ?? 400)

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
  await buildCity(hub.db, {
    subjects: 120,
    seed: 1,
    now: NOW,
    personSecret: 'a-secret-for-the-generated-queries',
  })
})
afterAll(() => hub.stop())

describe('the hub under generated documents', () => {
  test('answers every valid one without a fault', async () => {
    const schema = await hubSchema()
    let answered = 0
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (choose) => {
        const query = generatedQuery(choose, schema)
        const valid = validate(schema, parse(query)).length === 0
        const answer = await hub.send(query)
        const faults = answer.errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')
        expect([query, faults]).toEqual([query, []])
        expect(answer.status).toBeLessThan(500)
        if (valid && answer.errors.length === 0) answered += 1
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(answered).toBeGreaterThan(RUNS / 5)
  }, 120_000)

  test('refuses every malformed one with 4xx', async () => {
    const schema = await hubSchema()
    const broken = fc.tuple(fc.gen(), fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(broken, async ([choose, at, noise]) => {
        const query = generatedQuery(choose, schema)
        const cut = at % query.length
        const mutated = query.slice(0, cut) + noise + query.slice(cut + (at % 3))
        const answer = await hub.send(mutated)
        const faults = answer.errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')
        expect([mutated, answer.status < 500, faults]).toEqual([mutated, true, []])
      }),
      { numRuns: RUNS, seed: SEED },
    )
  }, 120_000)
})

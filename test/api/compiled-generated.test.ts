import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type GraphQLSchema, parse, validate } from 'graphql'
import { buildCity, CAST } from '../../src/demo/index.ts'
import { globalId } from '../../src/kernel/ids.ts'
import { recordKinds } from '../../src/record/index.ts'
import { hubSchema } from '../../src/schema.ts'
import { generatedOperation, type Pools } from '../support/generate-operation.ts'
import { SECRET } from '../support/hub.ts'
import { NOW } from '../support/now.ts'
import { startTwoPaths, type TwoPaths, type TwoPathsHub, withoutRaces } from '../support/two-paths.ts'

const SEED = Number(process.env.XINSHU_SEED ?? 20_261_121)
const RUNS = Number(process.env.XINSHU_GENERATED ?? 400)

let hub: TwoPathsHub
let schema: GraphQLSchema
let pools: Pools
let readers: readonly TwoPaths[]

async function poolsOf({ db }: TwoPathsHub): Promise<Pools> {
  const cast = CAST.map(({ code }) => code).filter((code) => code !== '')
  const subjects = await db.rows<{ key: string }>('select subject_key as key from subject order by 1')
  const keys = subjects.map(({ key }) => key)
  const parties = await db.rows<{ key: string; id: string }>(
    'select subject_key as key, row_id as id from related_party order by row_id limit 40',
  )
  const numbers = await db.rows<{ kind: string; value: string }>(
    'select identifier_kind as kind, value from identifier order by 1, 2 limit 40',
  )
  const ids: string[] = keys.slice(0, 30).map((key) => globalId('Subject', key))
  for (const { fact } of recordKinds()) {
    const rows = await db.rows<{ key: string; id: string }>(
      `select subject_key as key, row_id as id from ${fact.table} order by row_id limit 12`,
    )
    ids.push(...rows.map(({ key, id }) => globalId(fact.name, key, id)))
  }
  ids.push(...parties.map(({ key, id }) => globalId('RelatedParty', key, id)))
  ids.push('x', globalId('Subject', 'nobody'), globalId('Penalty', 'a', 'b'), globalId('Department', 'x'))
  return {
    codes: [...cast, ...cast, ...keys.slice(0, 60), ...numbers.map(({ value }) => value), 'x', ''],
    ids,
    identifiers: [
      ...numbers,
      ...keys.slice(0, 20).map((key) => ({ kind: 'ORG_CODE', value: key.slice(8, 17) })),
      ...cast.map((value) => ({ kind: 'USCC', value })),
    ],
  }
}

beforeAll(async () => {
  hub = await startTwoPaths()
  await buildCity(hub.db, { subjects: 300, seed: 3, now: NOW, personSecret: SECRET })
  schema = await hubSchema()
  pools = await poolsOf(hub)
  readers = [
    await hub.paths(['PUBLIC', 'GOV_SHARED']),
    await hub.paths(['PUBLIC']),
    await hub.paths(['PUBLIC', 'GOV_SHARED', 'RESTRICTED', 'SECRET_PERSON']),
  ]
}, 120_000)
afterAll(() => hub.stop())

const endOf = (answer: string): string | null => /"atEnd":"([^"]+)"/.exec(answer)?.[1] ?? null

describe('generated operations', () => {
  test('are answered alike, byte for byte, by plans and by resolvers', async () => {
    const tally = { operations: 0, invalid: 0, compiled: 0, failed: 0, refused: 0, raced: 0 }
    const compare = async (reader: TwoPaths, body: Parameters<TwoPaths['ask']>[0]): Promise<string> => {
      const { compiled, resolved, planned } = await reader.ask(body)
      // Without a plan both are answers of the resolvers, whose errors may race; a plan's answer has no such excuse.
      const raced = !planned && compiled !== resolved
      const [one, other] = raced ? withoutRaces(compiled, resolved) : [compiled, resolved]
      expect([body, planned, one]).toEqual([body, planned, other])
      tally.raced += raced ? 1 : 0
      const failed = resolved.includes('\n{"errors":')
      tally.operations += 1
      tally.compiled += planned ? 1 : 0
      tally.refused += failed ? 1 : 0
      if (!planned && !failed) tally.failed += 1
      return compiled
    }
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(0, 0, 1, 2), async (choose, who) => {
        const operation = generatedOperation(choose, schema, pools)
        if (validate(schema, parse(operation.query)).length > 0) tally.invalid += 1
        const reader = readers[who]
        if (!reader) throw new RangeError('no reader')
        const { query, variables, operationName } = operation
        const answer = await compare(reader, { query, variables, operationName })
        const after = operation.pages ? endOf(answer) : null
        if (after !== null)
          await compare(reader, { query, variables: { ...variables, after }, operationName })
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
    process.stdout.write(`generated operations: ${JSON.stringify(tally)}\n`)
    const reasons = readers.flatMap(({ compiler }) => [...compiler.reasons])
    process.stdout.write(`left to the resolvers: ${JSON.stringify(reasons)}\n`)
    expect(tally.invalid).toBeLessThan(tally.operations / 10)
    expect(tally.compiled).toBeGreaterThan((tally.operations - tally.refused) * 0.8)
  }, 1_200_000)
})

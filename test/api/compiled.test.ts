import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { print } from 'graphql'
import { globalId } from '../../src/kernel/ids.ts'
import { recordKinds } from '../../src/record/index.ts'
import { aName, anIdentifier, aRecord, aRelation, aSubject } from '../support/builders.ts'
import { ProfileDocument } from '../support/operations.ts'
import { buildShadow, bucketsOf, statementsOf } from '../support/shadow.ts'
import {
  type BothAnswers,
  startTwoPaths,
  type TwoPaths,
  type TwoPathsHub,
  withoutRaces,
} from '../support/two-paths.ts'

const KEY = '91330783MA28D8H254'
const OTHER = '91330782327917654P'
const HIDDEN = 'P-0123456789abcdef01234567'
const AWKWARD = '"引号" \\ \b\f\n\r\t \u0001\u0002\u001f \u007f \u2028 😀 ‮'

let hub: TwoPathsHub
let officer: TwoPaths
let publicReader: TwoPaths
let penalty: string
let hiddenPenalty: string
let party: string

async function facts(): Promise<void> {
  const { db } = hub
  await aSubject(db, { subjectKey: KEY, name: AWKWARD, registeredCapital: '-5', industryCode: 'C33' })
  await aSubject(db, { subjectKey: OTHER, name: '义乌市飞和电子商务有限公司', establishedOn: null })
  await aSubject(db, { subjectKey: HIDDEN, name: '张三', kind: 'NATURAL_PERSON', visibility: 'RESTRICTED' })
  await aName(db, { subjectKey: KEY, name: '旧名', nameKind: 'FORMER', validFrom: '2010-01-01' })
  await anIdentifier(db, { subjectKey: KEY, identifierKind: 'REG_NO', value: '330700000001013' })
  party = await aRelation(db, {
    subjectKey: KEY,
    relation: 'SHAREHOLDER',
    partyKey: OTHER,
    partyName: '飞和',
    share: '12.5',
  })
  await aRelation(db, {
    subjectKey: KEY,
    relation: 'LEGAL_REP',
    partyKey: HIDDEN,
    partyName: '张三',
    partyIsPerson: true,
  })
  await aRelation(db, { subjectKey: KEY, relation: 'SENIOR_STAFF', partyName: '无此人' })
  const raw = { b: 1, 10: 'ten', 2: [null, 1.5, 1e21], nested: { z: AWKWARD, '1': true } }
  for (const { fact } of recordKinds())
    for (const [at, day] of ['2024-01-01', '2025-01-01', '2026-01-01'].entries())
      await aRecord(db, fact.name, {
        subjectKey: KEY,
        occurredOn: day,
        authorityCode: at === 0 ? 'no such' : '330700-660',
        documentNo: AWKWARD,
        raw,
        quality: ['CODE_NORMALISED', AWKWARD],
        lineNo: at,
      })
  penalty = await aRecord(db, 'Penalty', { subjectKey: KEY, occurredOn: '2026-05-01', validTo: '2026-11-21' })
  hiddenPenalty = await aRecord(db, 'Penalty', { subjectKey: HIDDEN, occurredOn: '2026-05-01' })
  await aRecord(db, 'Penalty', { subjectKey: KEY, occurredOn: '2026-06-01', status: 'REPAIRED' })
  await aRecord(db, 'Penalty', { subjectKey: KEY, occurredOn: '2026-06-02', visibility: 'RESTRICTED' })
}

beforeAll(async () => {
  hub = await startTwoPaths()
  await facts()
  officer = await hub.paths(['PUBLIC', 'GOV_SHARED'])
  publicReader = await hub.paths(['PUBLIC'])
})
afterAll(() => hub.stop())

/** Both paths answer alike; `how` says which of them gave the first server's answer. */
async function alike(
  how: 'planned' | 'resolved',
  query: string,
  variables: object = {},
  reader = officer,
): Promise<BothAnswers> {
  const answers = await reader.ask({ query, variables: { ...variables } })
  expect(answers.compiled).toBe(answers.resolved)
  expect(answers.planned).toBe(how === 'planned')
  return answers
}
const subject = (selection: string): string =>
  `query ($uscc: LooseCode = "${KEY}") { subject(uscc: $uscc) { ${selection} } }`
const dataOf = (answers: BothAnswers) => JSON.parse(answers.compiled.slice(answers.compiled.indexOf('\n')))

describe('a compiled operation answers as the resolvers do', () => {
  test('with every leaf of every kind of record, text as awkward as it comes', async () => {
    const leaves = recordKinds().map(({ plural, fact }) => {
      const names = Object.entries(fact.fields)
        .filter(([, field]) => field.graph !== null && field.shown !== 'INTERNAL')
        .map(([name]) => name)
      return `${plural} { nodes { id ${names.join(' ')} } }`
    })
    const { compiled } = await alike('planned', subject(`id name registeredCapital ${leaves.join(' ')}`))
    expect(compiled).toContain('"registeredCapital":"-0.05"')
    expect(compiled).toContain('\\u0001\\u0002\\u001f')
  })

  test('with aliases, fragments on types and interfaces, and fields merged where they first stand', async () => {
    await alike(
      'planned',
      `query Q { __typename a: subject(uscc: "${KEY}") { ...S ... { kind } ... on Node { __typename id } name }
         b: subject(uscc: "nobody at all") { ...S } }
       fragment S on Subject { n: name penalties(first: 1) { nodes { ...R } } uscc penalties(first: 1) { nodes { id } pageInfo { hasNextPage } } }
       fragment R on CreditRecord { __typename documentNo ... on Penalty { occurredOn } ... on Listing { reason } }`.replace(
        'nobody at all',
        OTHER,
      ),
    )
  })

  test('with @include and @skip, one plan for each set of their variables', async () => {
    const query = `query ($uscc: LooseCode, $deep: Boolean!, $shy: Boolean = false) { subject(uscc: $uscc) {
      name @skip(if: $shy) penalties @include(if: $deep) { nodes { id @skip(if: true) occurredOn } } } }`
    const before = officer.compiler.counts.planned
    for (const uscc of [KEY, OTHER])
      for (const deep of [true, false]) await alike('planned', query, { uscc, deep })
    expect(officer.compiler.counts.planned - before).toBe(2)
    await alike('planned', query, { uscc: KEY, deep: false, shy: true })
  })

  test('page by page, with cursors that either path takes from the other', async () => {
    const query = `query ($after: String, $last: String) { subject(uscc: "${KEY}") {
      penalties(first: 2, after: $after, filter: { occurredFrom: "2024-06-01", status: [ACTIVE] }) {
        edges { cursor node { occurredOn } } nodes { id } totalCount { value capped }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
      relatedParties(first: 2, after: $last) { nodes { partyName } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`
    const first = dataOf(await alike('planned', query)).data.subject
    expect(first.penalties.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    expect(first.penalties.totalCount).toEqual({ value: 3, capped: false })
    const second = dataOf(
      await alike('planned', query, {
        after: first.penalties.pageInfo.endCursor,
        last: first.relatedParties.pageInfo.endCursor,
      }),
    ).data.subject
    expect(second.penalties.edges).toHaveLength(1)
    expect(second.penalties.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect(second.relatedParties.nodes).toEqual([{ partyName: '无此人' }])
    await alike('planned', query, { after: '' })
  })

  test('over many subjects, with blocks, counts, owners and other parties', async () => {
    const { statements } = await alike(
      'planned',
      `{ subjects(first: 2, orderBy: ESTABLISHED_OLDEST) { totalCount { value } edges { cursor node { id uscc } } pageInfo { hasNextPage endCursor }
         nodes { name names { name nameKind } identifiers { identifierKind value validFrom source } recordCounts { kind label total effective }
           division { nameZh } industry { nameZh } asOf
           penalties(first: 1) { pageInfo { hasNextPage endCursor } nodes { subject { name penalties(first: 1) { nodes { isEffective } } } } }
           relatedParties { nodes { id relation share party { name relatedParties(first: 1) { nodes { party { name } } } } } } } } }`,
    )
    expect(statements).toBe(2)
  })

  test('with subjects by number, by organisation code, by a number typed as a code, or none', async () => {
    const query = `query ($uscc: LooseCode, $identifier: IdentifierInput) { subject(uscc: $uscc, identifier: $identifier) { uscc } }`
    for (const uscc of [KEY, ' 91330783ma28d8h254', '330700000001013', KEY.slice(8, 17)])
      await alike('planned', query, { uscc })
    await alike('planned', query, { identifier: { kind: 'REG_NO', value: '330700000001013' } })
    await alike('planned', query, { identifier: { kind: 'REG_NO', value: '1' } })
    await alike('planned', query, { uscc: HIDDEN.toUpperCase() === HIDDEN ? HIDDEN : OTHER })
    await alike('resolved', query, { uscc: '91330783MA28D8H250' })
    await alike('resolved', query, {})
  })

  test('with where facts come from, and the raw values in the order JavaScript keeps keys', async () => {
    const { compiled } = await alike(
      'planned',
      subject(
        'penalties { nodes { provenance { source sourceKey batchId lineNo receivedAt recordedAt version raw quality department { nameZh level } } } }',
      ),
    )
    expect(compiled).toContain('"raw":{"2":[null,1.5,1e+21],"10":"ten","b":1,')
  })

  test('with catalogue rows of catalogue rows', async () => {
    await alike(
      'planned',
      subject(
        `listings { nodes { listKind { __typename nameZh objects colour measures { code scope lists { code } } } authority { code validFrom validTo } } }`,
      ),
    )
  })
})

describe('a reader of less', () => {
  const QUERY = subject(`penalties { nodes { documentNo provenance { source } } }
    listings { nodes { sharedFrom responsiblePersons provenance { raw } } } utilityReadings { nodes { utility } totalCount { value } }`)

  test('gets null for what is withheld, which never leaves the database', async () => {
    const sent = await statementsOf(hub.db, () => alike('planned', QUERY, {}, publicReader))
    const [compiled] = sent
    expect(compiled?.text).toContain('from listing t')
    expect(compiled?.text).not.toMatch(/responsible_persons|shared_from|\.raw|source/)
    const answers = await alike('planned', QUERY, {}, publicReader)
    expect(dataOf(answers).extensions.redacted.length).toBeGreaterThan(3)
  })

  test('has a plan of its own for the same document', async () => {
    expect((await alike('planned', QUERY)).compiled).not.toBe(
      (await alike('planned', QUERY, {}, publicReader)).compiled,
    )
  })
})

describe('node(id)', () => {
  const QUERY = `query ($id: ID!) { node(id: $id) { __typename id ... on CreditRecord { occurredOn isEffective subject { name } }
    ... on Subject { name } ... on RelatedParty { partyName party { name } } } }`

  test('finds subjects, records and related parties', async () => {
    for (const id of [
      globalId('Subject', KEY),
      globalId('Penalty', KEY, penalty),
      globalId('RelatedParty', KEY, party),
    ])
      expect(dataOf(await alike('planned', QUERY, { id })).data.node).not.toBeNull()
  })

  test('gives null for what may not be met', async () => {
    for (const id of [
      globalId('Subject', HIDDEN),
      globalId('Penalty', HIDDEN, hiddenPenalty),
      globalId('Penalty', OTHER, penalty),
    ])
      expect(dataOf(await alike('planned', QUERY, { id })).data.node).toBeNull()
  })

  test('leaves ids it cannot read to the resolvers', async () => {
    for (const id of ['x', globalId('Penalty', KEY, 'x'), globalId('Department', 'x')])
      await alike('resolved', QUERY, { id })
  })
})

describe('what does not compile is left to the resolvers', () => {
  test('refusals, with path and place', async () => {
    for (const args of [
      'first: 0',
      'first: 101',
      'after: "x.y"',
      `filter: { status: [${'ACTIVE, '.repeat(51)}] }`,
    ]) {
      const { compiled } = await alike('resolved', subject(`name penalties(${args}) { nodes { id } }`))
      expect(compiled).toMatch(/"path":\["subject","penalties"\]/)
    }
    await alike('resolved', subject('penalties(first: 0) { __typename }'))
  })

  test('a value outside its type', async () => {
    const rowId = await aRecord(hub.db, 'Penalty', {
      subjectKey: OTHER,
      occurredOn: '2026-01-01',
      occurredPrecision: 'HOUR',
    })
    const query = `{ subject(uscc: "${OTHER}") { penalties { nodes { occurredOn occurredPrecision } } } }`
    const { compiled } = await alike('resolved', query)
    expect(compiled).toContain('INTERNAL_SERVER_ERROR')
    await hub.db.rows('delete from penalty where row_id = $1', [rowId])
    await alike('planned', query)
  })

  test('a state of the past, lists of the catalogue, searches, one root of several', async () => {
    await alike(
      'resolved',
      `{ subject(uscc: "${KEY}", asOf: "2026-02-01") { asOf penalties { nodes { occurredOn } } } }`,
    )
    await alike('resolved', `{ subject(uscc: "${KEY}") { name } departments(first: 1) { nodes { code } } }`)
    await alike('resolved', '{ searchSubjects(text: "飞和") { nodes { name } } }')
    await alike('resolved', '{ __schema { queryType { name } } }')
  })
})

describe('surprises of the generated test', () => {
  test('roots that refuse side by side: the resolvers tell errors in the order they happen, or not at all', async () => {
    const page = 'subjects(first: 1) { nodes { penalties(after: "x.y") { nodes { id } } } }'
    for (const query of [
      '{ a: subject(uscc: "x") { name } b: subject(uscc: "yy") { name } }',
      `{ ${page} b: subject(uscc: "x") { name } }`,
    ]) {
      const { compiled, resolved, planned } = await officer.ask({ query })
      expect(planned).toBe(false)
      const [one, other] = withoutRaces(compiled, resolved)
      expect(one).toEqual(other)
      expect(one).toMatchObject({ failed: true })
    }
  })

  test('counts of which nothing is counted', async () => {
    await alike(
      'planned',
      subject(
        'recordCounts { kind __typename } penalties { totalCount { __typename } } licences { __typename totalCount { __typename } }',
      ),
    )
  })

  test('pages of which no row, and rows of which no column is asked for', async () => {
    await alike(
      'planned',
      `{ subjects { nodes { penalties { nodes { subject { __typename } } } names { __typename } } pageInfo { hasPreviousPage } } }`,
    )
    await alike(
      'planned',
      subject('penalties(filter: { status: [ACTIVE] }, first: 1) { pageInfo { hasPreviousPage } }'),
    )
  })
})

describe('the statements of a compiled operation', () => {
  test('are at most 3 for a profile of 12 blocks, and the same ones for every subject', async () => {
    const profile = print(ProfileDocument)
    const own = await statementsOf(hub.db, () => officer.ask({ query: profile, variables: { uscc: KEY } }))
    const other = await statementsOf(hub.db, () =>
      officer.ask({ query: profile, variables: { uscc: OTHER } }),
    )
    expect((await alike('planned', profile, { uscc: KEY })).statements).toBe(2)
    expect((await alike('planned', profile, { uscc: '330700000001013' })).statements).toBe(3)
    expect(own[0]?.text).toBe(other[0]?.text)
  })

  test('go to one shard each for one subject', async () => {
    await buildShadow(hub.db)
    const everything = recordKinds().map(
      ({
        plural,
      }) => `${plural}(first: 5, filter: { effective: true }) { totalCount { value } pageInfo { hasNextPage }
        nodes { id isEffective authority { nameZh } subject { name penalties { nodes { id } } } provenance { source department { nameZh } } } }`,
    )
    const parts =
      'names { name } identifiers { value } recordCounts { total effective } division { nameZh } relatedParties { nodes { partyName } }'
    const profile = await statementsOf(hub.db, () =>
      alike('planned', subject(`${parts} ${everything.join(' ')}`)),
    )
    const node = await statementsOf(hub.db, () =>
      alike(
        'planned',
        `{ node(id: "${globalId('Penalty', KEY, penalty)}") { id ... on Penalty { subject { name } } } }`,
      ),
    )
    for (const [sent] of [profile, node]) {
      if (!sent) throw new Error('no statement')
      expect(await bucketsOf(hub.db, sent.text, sent.params)).toBe(1)
    }
  })

  test('would be told if they went to several', async () => {
    const correlated = `select (select count(*) from penalty t where t.subject_key = s.subject_key) from subject s where s.subject_key = $1`
    expect(await bucketsOf(hub.db, correlated, [KEY])).toBeGreaterThan(1)
  })
})

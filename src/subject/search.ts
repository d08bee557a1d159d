import { type ClassType, Field as GraphField, Int } from 'type-graphql'
import {
  type Connection,
  connectionFrom,
  connectionTypes,
  type Fact,
  type FactRow,
  labelledEnum,
  seenBy,
  selectList,
  Where,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { pageFrom, pageSize } from '../kernel/paging.ts'
import { openingGram } from '../standards/index.ts'
import { pairGrams } from './pinyin-pairs.ts'
import { initialsOf, SEARCH_TEXT_MAX, type SearchWay, searchWays } from './search.rules.ts'
import { Subject } from './subject.facts.ts'
import { finishSubject, type SubjectRow } from './subject.read.ts'

export const SearchMatch = labelledEnum('SearchMatch', '命中方式 What the text was found in', {
  CODE: ['代码、号码', 'a code or number'],
  NAME: ['现用名称', 'the current name'],
  FORMER_NAME: ['曾用名称', 'a former name'],
  PINYIN: ['全拼', 'pinyin of the name'],
  INITIALS: ['拼音首字母', 'pinyin initials of the name'],
})

interface Found {
  readonly matchedOn: keyof typeof SearchMatch
  readonly matchedText: string
  readonly score: number
}
type FoundRow = FactRow<typeof Subject> & Found & { nameLength: number }

export const SubjectSearch = connectionTypes(
  'SubjectSearch',
  () => Subject.type,
  (edge: ClassType<object>) => {
    const prototype = edge.prototype as object
    GraphField(() => SearchMatch, { description: '命中方式 What the text was found in.' })(
      prototype,
      'matchedOn',
    )
    GraphField(() => String, { description: '命中内容 The name or number that matched.' })(
      prototype,
      'matchedText',
    )
    GraphField(() => Int, { description: '排序分 Rank; the list is ordered by it.' })(prototype, 'score')
  },
)

/** Names and numbers found by one way are cut here before they are ranked. */
const CANDIDATES = 600
const LAST_CHARACTER = '\u{10FFFF}'
const NAME_SCORE = `case when n.name_kind = 'FORMER' then -50 else 0 end`
const NAME_MATCH = `case when n.name_kind = 'FORMER' then 'FORMER_NAME' else 'NAME' end`

const names = (match: string, score: string, condition: string): string =>
  `(select n.subject_key, ${match} as matched_on, n.name as matched_text, ${score} as score
    from subject_name n where ${condition} limit ${CANDIDATES})`

const startsWith = (column: string, from: string, to: string): string =>
  `${column} ~>=~ ${from} and ${column} ~<~ ${to}`

function codeCandidates(where: Where, code: string): string[] {
  const value = where.param(code)
  const numbers = (from: string, condition: string, matched: string) =>
    `(select c.subject_key, 'CODE' as matched_on, ${matched} as matched_text, 1000 as score from ${from} c
      where ${condition} limit ${CANDIDATES})`
  return [
    numbers('subject', `c.subject_key = ${value}`, 'c.subject_key'),
    numbers('identifier', `c.value = ${value}`, 'c.value'),
    numbers('subject', `substr(c.subject_key, 9, 9) = ${value} and c.uscc is not null`, value),
  ]
}

/** Names that begin with the text fill the page alone where there are many; only else are those that contain it sought. */
function nameCandidates(where: Where, way: SearchWay & { way: 'NAME' }): string[] {
  const text = where.param(way.text)
  const end = where.param(way.text + LAST_CHARACTER)
  const grams = where.param(way.grams)
  const exactness = `case when n.name_norm = ${text} then 950 else 800 end`
  const begins = startsWith('n.name_norm', text, end)
  const few = `(select count(*) from (select from subject_name n where ${begins} limit ${CANDIDATES}) x) < ${CANDIDATES}`
  return [
    names(NAME_MATCH, `${exactness} + ${NAME_SCORE}`, begins),
    names(
      NAME_MATCH,
      `600 + ${NAME_SCORE}`,
      `${few} and n.grams @> ${grams}::int[] and strpos(n.name_norm, ${text}) > 1`,
    ),
  ]
}

/** Names whose initials begin so: by the gram of the first two, the rest compared. */
const opens = (where: Where, initials: string): string =>
  `n.grams @> ${where.param([openingGram(initials)])}::int[] and starts_with(n.initials, ${where.param(initials)})`

function initialsCandidates(where: Where, way: SearchWay & { way: 'INITIALS' }): string[] {
  const text = where.param(way.text)
  const score = `case when n.initials = ${text} then 500 else 450 end`
  const prefix = names(`'INITIALS'`, score, opens(where, way.text))
  if (way.grams.length === 0) return [prefix]
  const inside = `n.grams @> ${where.param(way.grams)}::int[] and strpos(n.initials, ${text}) > 1`
  return [prefix, names(`'INITIALS'`, '350', inside)]
}

function pinyinCandidates(where: Where, way: SearchWay & { way: 'PINYIN' }): string[] {
  const text = where.param(way.text)
  const initials = initialsOf(way.syllables)
  const score = `case when n.pinyin = ${text} then 520 when starts_with(n.pinyin, ${text}) then 480 else 400 end`
  const found = `strpos(n.pinyin, ${text}) > 0`
  const prefix = names(`'PINYIN'`, score, `${opens(where, initials)} and ${found}`)
  const [first = '', second = ''] = way.syllables
  const inside =
    way.grams.length > 0
      ? `n.grams @> ${where.param(way.grams)}::int[]`
      : `n.grams && ${where.param(pairGrams(first, second))}::int[]`
  return [prefix, names(`'PINYIN'`, score, `${inside} and ${found}`)]
}

function candidatesOf(where: Where, way: SearchWay): string[] {
  if (way.way === 'CODE') return codeCandidates(where, way.code)
  if (way.way === 'NAME') return nameCandidates(where, way)
  if (way.way === 'INITIALS') return initialsCandidates(where, way)
  return pinyinCandidates(where, way)
}

function statement(ctx: RequestContext, ways: readonly SearchWay[]): { where: Where; ranked: string } {
  const where = new Where()
  const candidates = ways.flatMap((way) => candidatesOf(where, way)).join('\n union all ')
  const subject = Subject as unknown as Fact
  return {
    where,
    ranked: `
      with found as (${candidates}),
      best as (
        select distinct on (subject_key) subject_key, matched_on, matched_text, score from found
        order by subject_key, score desc, matched_text
      )
      select ${selectList(subject, ctx.actor)}, b.matched_on as "matchedOn", b.matched_text as "matchedText",
        b.score + case when t.status = 'ACTIVE' then 10 else 0 end as score, length(t.name) as "nameLength"
      from best b join subject t on t.subject_key = b.subject_key
      where ${seenBy(ctx.actor)}`,
  }
}

const ORDER = 'x.score desc, x."nameLength", x."subjectKey"'

async function searchRows(
  ctx: RequestContext,
  ways: readonly SearchWay[],
  page: { limit: number; position: readonly (string | number | null)[] | null },
): Promise<FoundRow[]> {
  const { where, ranked } = statement(ctx, ways)
  const position = page.position?.map((value) => where.param(value))
  const after = position
    ? `where (-x.score, x."nameLength", x."subjectKey") > (-${position[0]}::int, ${position[1]}::int, ${position[2]})`
    : ''
  const limit = where.param(page.limit)
  return ctx.db.rowsByIndex<FoundRow>(
    `select * from (${ranked}) x ${after} order by ${ORDER} limit ${limit}`,
    where.params,
  )
}

async function countRows(ctx: RequestContext, ways: readonly SearchWay[]): Promise<number> {
  const { where, ranked } = statement(ctx, ways)
  const [row] = await ctx.db.rowsByIndex<{ n: number }>(
    `select count(*)::int as n from (${ranked}) x`,
    where.params,
  )
  return row?.n ?? 0
}

export interface SearchArgs {
  readonly text: string
  readonly first: number
  readonly after: string | null
}

/** Subjects by code, number, name, former name, part of a name, pinyin or initials; the best first. */
export async function searchSubjects(ctx: RequestContext, args: SearchArgs): Promise<Connection<SubjectRow>> {
  const first = pageSize(args.first)
  if (args.text.length > SEARCH_TEXT_MAX)
    throw new Refusal('SEARCH_TEXT_TOO_LONG', { limit: SEARCH_TEXT_MAX })
  const ways = searchWays(args.text)
  if (ways.length === 0) throw new Refusal('SEARCH_TEXT_TOO_SHORT')
  const scope = `search:${args.text}`
  const position = args.after ? ctx.cursors.read(args.after, scope) : null
  const rows = await searchRows(ctx, ways, { limit: first + 1, position })
  const found = new Map(rows.map((row) => [row.subjectKey, row]))
  const connection = connectionFrom({
    page: pageFrom(
      rows.map((row) => finishSubject(ctx, row, null)),
      first,
    ),
    after: args.after,
    cursors: ctx.cursors,
    scope,
    position: (row) => {
      const hit = found.get(row.subjectKey)
      return [hit?.score ?? 0, hit?.nameLength ?? 0, row.subjectKey]
    },
    count: () => countRows(ctx, ways),
  })
  const edges = connection.edges.map((edge) => ({ ...edge, ...matchOf(found.get(edge.node.subjectKey)) }))
  return { ...connection, edges }
}

const matchOf = (row: FoundRow | undefined): Partial<Found> =>
  row ? { matchedOn: row.matchedOn, matchedText: row.matchedText, score: row.score } : {}

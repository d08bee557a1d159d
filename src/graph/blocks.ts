import type DataLoader from 'dataloader'
import type { RequestContext } from '../kernel/context.ts'
import { type Fact, selectList } from './fact.ts'
import { loaderOf } from './loaders.ts'
import { Where } from './where.ts'

/** One page of one kind of fact, for any number of subjects. */
export interface Block {
  readonly fact: Fact
  /** Tells this page from the request's other pages of the same kind. */
  readonly name: string
  /** Conditions over alias t, without the subject key. */
  readonly conditions: (where: Where) => void
  readonly order: string
  readonly limit: number
}

/** One statement whatever the number of subjects; each block carries its own subject key (distribution rule 5). */
async function read<Row extends { subjectKey: string }>(
  ctx: RequestContext,
  block: Block,
  keys: readonly string[],
): Promise<Row[][]> {
  const where = new Where()
  const one = keys.length === 1
  const key = where.param(one ? keys[0] : keys)
  where.and(one ? `t.subject_key = ${key}` : 't.subject_key = k.key')
  block.conditions(where)
  const page = `select ${selectList(block.fact, ctx.actor)} from ${block.fact.table} t
    where ${where.sql} order by ${block.order} limit ${where.param(block.limit)}`
  const text = one ? page : `select x.* from unnest(${key}::text[]) k(key) cross join lateral (${page}) x`
  const rows = await ctx.db.rows<Row>(text, where.params)
  const groups = new Map<string, Row[]>(keys.map((subjectKey) => [subjectKey, []]))
  for (const row of rows) groups.get(row.subjectKey)?.push(row)
  return keys.map((subjectKey) => groups.get(subjectKey) ?? [])
}

export const blockLoader = <Row extends { subjectKey: string }>(
  ctx: RequestContext,
  block: Block,
): DataLoader<string, Row[]> =>
  loaderOf<string, Row[]>(ctx, `${block.fact.name}:${block.name}`, (keys) => read<Row>(ctx, block, keys))

/** How many rows each subject has, counting no further than `cap`; one statement. */
export const countLoader = (
  ctx: RequestContext,
  block: Omit<Block, 'order' | 'limit'>,
  cap: number,
): DataLoader<string, number> =>
  loaderOf<string, number>(ctx, `count:${block.fact.name}:${block.name}`, async (keys) => {
    const where = new Where()
    const all = where.param(keys)
    where.and('t.subject_key = k.key')
    block.conditions(where)
    const rows = await ctx.db.rows<{ key: string; n: number }>(
      `select k.key, x.n from unnest(${all}::text[]) k(key) cross join lateral (
         select count(*)::int as n from (
           select from ${block.fact.table} t where ${where.sql} limit ${where.param(cap)}) y) x`,
      where.params,
    )
    const counts = new Map(rows.map((row) => [row.key, row.n]))
    return keys.map((key) => counts.get(key) ?? 0)
  })

import { Field as GraphField, InputType, Int } from 'type-graphql'
import {
  type compile,
  type Connection,
  connectionFrom,
  DayScalar,
  DivisionCodeScalar,
  type Fact,
  type FactRow,
  IndustryCodeScalar,
  labelledEnum,
  seenBy,
  selectList,
  Where,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { COUNT_CAP, pageFrom, pageSize } from '../kernel/paging.ts'
import { CodeStatus, EntityStatus, Subject, SubjectKind } from './subject.facts.ts'
import { finishSubject, type SubjectRow } from './subject.read.ts'

export const SubjectOrder = labelledEnum('SubjectOrder', '排序 Order of a list of subjects', {
  KEY: ['按代码', 'by key'],
  ESTABLISHED_NEWEST: ['成立日期由近到远', 'newest first'],
  ESTABLISHED_OLDEST: ['成立日期由远到近', 'oldest first'],
})
export type SubjectOrderValue = keyof typeof SubjectOrder

@InputType({ description: '主体筛选 Conditions on subjects; all given ones must hold.' })
export class SubjectFilter {
  @GraphField(() => [SubjectKind], { nullable: true, description: '主体类别 Any of these kinds.' })
  kind?: string[]

  @GraphField(() => [EntityStatus], { nullable: true, description: '登记状态 Any of these states.' })
  status?: string[]

  @GraphField(() => [CodeStatus], { nullable: true, description: '代码状态 Any of these code states.' })
  codeStatus?: string[]

  @GraphField(() => DivisionCodeScalar, {
    nullable: true,
    description: '行政区划 A division with everything below it (330700 takes in 330702).',
  })
  division?: string

  @GraphField(() => IndustryCodeScalar, {
    nullable: true,
    description: '行业 An industry with everything below it.',
  })
  industry?: string

  @GraphField(() => DayScalar, { nullable: true, description: '成立日期起 Established on or after.' })
  establishedFrom?: string

  @GraphField(() => DayScalar, { nullable: true, description: '成立日期止 Established before this day.' })
  establishedTo?: string

  @GraphField(() => Int, {
    nullable: true,
    description: '最低注册资本（元）Registered capital at least, in yuan.',
  })
  capitalFrom?: number
}

export interface SubjectListArgs {
  readonly filter: SubjectFilter | null
  readonly orderBy: SubjectOrderValue
  readonly first: number
  readonly after: string | null
}

const divisionPrefix = (code: string): string => code.replace(/(00){1,3}$/, '')

function addConditions(where: Where, ctx: RequestContext, filter: SubjectFilter | null): void {
  where.and(seenBy(ctx.actor))
  const oneOf = (column: string, values: readonly string[] | undefined) => {
    if (values) where.and(`t.${column} = any(${where.param(values)}::text[])`)
  }
  oneOf('kind', filter?.kind)
  oneOf('status', filter?.status)
  oneOf('code_status', filter?.codeStatus)
  if (filter?.division)
    where.and(`t.division_code like ${where.param(`${divisionPrefix(filter.division)}%`)}`)
  if (filter?.industry) where.and(`t.industry_code like ${where.param(`${filter.industry}%`)}`)
  if (filter?.establishedFrom) where.and(`t.established_on >= ${where.param(filter.establishedFrom)}`)
  if (filter?.establishedTo) where.and(`t.established_on < ${where.param(filter.establishedTo)}`)
  if (filter?.capitalFrom !== undefined && filter.capitalFrom !== null)
    where.and(`t.registered_capital >= ${where.param(filter.capitalFrom)}::bigint * 100`)
}

const ORDERS: Record<SubjectOrderValue, { by: string; after: string | null; dated: boolean }> = {
  KEY: { by: 't.subject_key', after: '>', dated: false },
  ESTABLISHED_NEWEST: { by: 't.established_on desc, t.subject_key desc', after: '<', dated: true },
  ESTABLISHED_OLDEST: { by: 't.established_on, t.subject_key', after: '>', dated: true },
}

function addPosition(
  where: Where,
  order: SubjectOrderValue,
  position: readonly (string | number | null)[],
): void {
  const { after, dated } = ORDERS[order]
  const placeholders = position.map(
    (value, at) => `${where.param(value)}${dated && at === 0 ? '::date' : ''}`,
  )
  const columns = dated ? '(t.established_on, t.subject_key)' : '(t.subject_key)'
  where.and(`${columns} ${after} (${placeholders.join(', ')})`)
}

/** A page of subjects; orders by day leave out subjects whose day is not known. */
export function subjectPage(ctx: RequestContext, args: SubjectListArgs): compile.PageAsked {
  const { by, dated } = ORDERS[args.orderBy]
  const first = pageSize(args.first)
  const scope = `subjects:${args.orderBy}:${JSON.stringify(args.filter)}`
  const position = args.after ? ctx.cursors.read(args.after, scope) : null
  return {
    first,
    scope: () => scope,
    order: by,
    position: dated ? ['established_on', 'subject_key'] : ['subject_key'],
    hasPrevious: Boolean(args.after),
    base: (where) => {
      addConditions(where, ctx, args.filter)
      if (dated) where.and('t.established_on is not null')
    },
    beyond: position && ((where) => addPosition(where, args.orderBy, position)),
  }
}

export async function subjectsOf(
  ctx: RequestContext,
  args: SubjectListArgs,
): Promise<Connection<SubjectRow>> {
  const { dated } = ORDERS[args.orderBy]
  const { first, base, beyond, order, scope } = subjectPage(ctx, args)
  const where = new Where()
  base(where)
  beyond?.(where)
  const limit = where.param(first + 1)
  const rows = await ctx.db.rows<FactRow<typeof Subject>>(
    `select ${selectList(Subject as unknown as Fact, ctx.actor)} from subject t
     where ${where.sql} order by ${order} limit ${limit}`,
    where.params,
  )
  return connectionFrom({
    page: pageFrom(
      rows.map((row) => finishSubject(ctx, row, null)),
      first,
    ),
    after: args.after,
    cursors: ctx.cursors,
    scope: scope(''),
    position: (row) => (dated ? [row.establishedOn, row.subjectKey] : [row.subjectKey]),
    count: async () => {
      const all = new Where()
      base(all)
      const [counted] = await ctx.db.rows<{ n: number }>(
        `select count(*)::int as n from (select from subject t where ${all.sql} limit ${COUNT_CAP + 1}) x`,
        all.params,
      )
      return counted?.n ?? 0
    },
  })
}

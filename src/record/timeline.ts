import { type Connection, connectionFrom, loaderOf, Where } from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { COUNT_CAP, pageFrom, pageSize } from '../kernel/paging.ts'
import type { SubjectRow } from '../subject/index.ts'
import { type RecordKind, recordKinds } from './define-record.ts'
import { effectiveOn, mayMeet } from './record.policy.ts'

/** One line of the timeline; the record itself is read only when asked for. */
export interface TimelineRow {
  readonly subjectKey: string
  readonly kind: string
  readonly rowId: string
  readonly occurredOn: string
  readonly title: string
}

export interface TimelineArgs {
  readonly kinds: readonly string[] | null
  readonly from: string | null
  readonly to: string | null
  readonly first: number
  readonly after: string | null
}

const chosen = (args: TimelineArgs): RecordKind[] =>
  recordKinds().filter(({ kind }) => args.kinds === null || args.kinds.includes(kind))

interface Span {
  readonly key: string
  readonly rest: string
}

function spanOf(where: Where, ctx: RequestContext, subject: SubjectRow, args: TimelineArgs): Span {
  const key = where.param(subject.subjectKey)
  const parts = [mayMeet(ctx.actor)]
  if (args.from) parts.push(`t.occurred_on >= ${where.param(args.from)}::date`)
  if (args.to) parts.push(`t.occurred_on < ${where.param(args.to)}::date`)
  if (subject.asOf !== null) parts.push(`t.occurred_on <= ${where.param(subject.asOf)}::date`)
  return { key, rest: parts.join(' and ') }
}

const ORDER = 'occurred_on desc, row_id desc'

/** Everything on record about a subject, newest first, over all record kinds; one statement a page. */
export async function timelineOf(
  ctx: RequestContext,
  subject: SubjectRow,
  args: TimelineArgs,
): Promise<Connection<TimelineRow>> {
  const first = pageSize(args.first)
  const scope = `timeline:${subject.subjectKey}:${subject.asOf}:${args.kinds?.join() ?? ''}:${args.from}:${args.to}`
  const position = args.after ? ctx.cursors.read(args.after, scope) : null
  const where = new Where()
  const { key, rest } = spanOf(where, ctx, subject, args)
  const before = position
    ? ` and (t.occurred_on, t.row_id) < (${where.param(position[0])}::date, ${where.param(position[1])}::uuid)`
    : ''
  const limit = where.param(first + 1)
  const blocks = chosen(args).map(
    ({ kind, fact, titleSql }) =>
      `(select '${kind}' as kind, t.row_id, t.occurred_on, ${titleSql} as title from ${fact.table} t
        where t.subject_key = ${key} and ${rest}${before} order by t.occurred_on desc, t.row_id desc limit ${limit})`,
  )
  const rows = await ctx.db.rows<TimelineRow>(
    `select ${key}::text as "subjectKey", x.kind, x.row_id as "rowId", x.occurred_on as "occurredOn", x.title
     from (${blocks.join(' union all ')}) x order by ${ORDER} limit ${limit}`,
    where.params,
  )
  return connectionFrom({
    page: pageFrom(rows, first),
    after: args.after,
    cursors: ctx.cursors,
    scope,
    position: (row) => [row.occurredOn, row.rowId],
    count: () => timelineCount(ctx, subject, args),
  })
}

async function timelineCount(ctx: RequestContext, subject: SubjectRow, args: TimelineArgs): Promise<number> {
  const where = new Where()
  const { key, rest } = spanOf(where, ctx, subject, args)
  const blocks = chosen(args).map(
    ({ fact }) =>
      `(select from ${fact.table} t where t.subject_key = ${key} and ${rest} limit ${COUNT_CAP + 1})`,
  )
  const [row] = await ctx.db.rows<{ n: number }>(
    `select count(*)::int as n from (${blocks.join(' union all ')}) x`,
    where.params,
  )
  return row?.n ?? 0
}

export interface RecordCountRow {
  readonly kind: string
  readonly total: number
  readonly effective: number
}

/** Records per kind, and how many have effect, without loading one of them; one statement for all subjects. */
export const countsLoader = (ctx: RequestContext, asOf: string | null) =>
  loaderOf<string, RecordCountRow[]>(ctx, `counts:${asOf}`, async (keys) => {
    const kinds = recordKinds()
    const one = keys.length === 1
    const subjectKey = one ? '$1' : 'k.key'
    const counted = kinds.map(
      ({ kind, fact }) => `(select '${kind}' as kind, count(*)::int as total,
        (count(*) filter (where ${effectiveOn('$2')}))::int as effective
        from ${fact.table} t where t.subject_key = ${subjectKey} and ${mayMeet(ctx.actor)}
          and ($3::date is null or t.occurred_on <= $3::date))`,
    )
    const union = counted.join(' union all ')
    const rows = await ctx.db.rows<RecordCountRow & { key: string }>(
      one
        ? `select $1 as key, x.* from (${union}) x`
        : `select k.key, x.* from unnest($1::text[]) k(key) cross join lateral (${union}) x`,
      [one ? keys[0] : keys, asOf ?? ctx.today, asOf],
    )
    return keys.map((key) =>
      rows.filter((row) => row.key === key).map(({ kind, total, effective }) => ({ kind, total, effective })),
    )
  })

import {
  type Block,
  blockLoader,
  compile,
  type Connection,
  connectionFrom,
  countLoader,
  type Fact,
  type Finished,
  finish,
  loaderOf,
  selectList,
  type Where,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { COUNT_CAP, pageFrom, pageSize } from '../kernel/paging.ts'
import type { FactRow } from '../graph/index.ts'
import type { SubjectRow } from '../subject/index.ts'
import type { RecordKind } from './define-record.ts'
import { recordColumns } from './record.fields.ts'
import { addFilter, type RecordFilter } from './record.filter.ts'
import { mayMeet } from './record.policy.ts'

type RecordColumns = FactRow<Fact<typeof recordColumns>>
export type RecordRow = Finished<RecordColumns>

export interface RecordArgs {
  readonly filter: RecordFilter | null
  readonly first: number
  readonly after: string | null
}

export const finishRecord = (ctx: RequestContext, kind: RecordKind, row: RecordColumns): RecordRow =>
  finish(kind.fact as unknown as Fact, row, ctx.actor)

/** A subject, or many at once, with the day asked for. */
interface Whose {
  readonly subjectKey: string | null
  readonly asOf: string | null
}

/** A page of the records a reader may meet, that had happened by the day asked for, newest first. */
export function recordPage(
  ctx: RequestContext,
  kind: RecordKind,
  whose: Whose,
  args: RecordArgs,
): compile.PageAsked {
  const { asOf, subjectKey } = whose
  const name = `${asOf}:${JSON.stringify(args.filter)}`
  const scope = (key: string): string => `${kind.kind}:${key}:${name}`
  const first = pageSize(args.first)
  if (args.after && subjectKey === null) throw new compile.Uncompiled('one cursor for many subjects')
  const position = args.after ? ctx.cursors.read(args.after, scope(subjectKey ?? '')) : null
  return {
    first,
    scope,
    order: 't.occurred_on desc, t.row_id desc',
    position: ['occurred_on', 'row_id'],
    hasPrevious: Boolean(args.after),
    base: (where: Where): void => {
      where.and(mayMeet(ctx.actor))
      if (asOf !== null) where.and(`t.occurred_on <= ${where.param(asOf)}::date`)
      addFilter(where, kind, args.filter, asOf ?? ctx.today)
    },
    beyond:
      position &&
      ((where) => {
        const [day, rowId] = position
        where.and(`(t.occurred_on, t.row_id) < (${where.param(day)}::date, ${where.param(rowId)}::uuid)`)
      }),
  }
}

/** A page of one record kind of a subject, newest first. */
export async function recordsOf(
  ctx: RequestContext,
  kind: RecordKind,
  subject: SubjectRow,
  args: RecordArgs,
): Promise<Connection<RecordRow>> {
  const { first, base, beyond, order, scope } = recordPage(ctx, kind, subject, args)
  const name = `${subject.asOf}:${JSON.stringify(args.filter)}`
  const block: Block = {
    fact: kind.fact as unknown as Fact,
    name: `${name}:${first}:${args.after ?? ''}`,
    conditions: (where) => {
      base(where)
      beyond?.(where)
    },
    order,
    limit: first + 1,
  }
  const rows = await blockLoader<RecordColumns>(ctx, block).load(subject.subjectKey)
  return connectionFrom({
    page: pageFrom(
      rows.map((row) => finishRecord(ctx, kind, row)),
      first,
    ),
    after: args.after,
    cursors: ctx.cursors,
    scope: scope(subject.subjectKey),
    position: (row) => [row.occurredOn, row.rowId],
    count: () =>
      countLoader(ctx, { fact: block.fact, name, conditions: base }, COUNT_CAP + 1).load(subject.subjectKey),
  })
}

export interface RecordKey {
  readonly subjectKey: string
  readonly rowId: string
}

/** Records of a kind by key, batched; a record the reader may not meet is as absent as one that is not there. */
export const recordByKey = (ctx: RequestContext, kind: RecordKind) =>
  loaderOf<RecordKey, RecordRow | null>(ctx, `record:${kind.kind}`, async (keys) => {
    const rows = await ctx.db.rows<RecordColumns>(
      `select ${selectList(kind.fact as unknown as Fact, ctx.actor)} from ${kind.fact.table} t
       where t.subject_key = any($1) and t.row_id = any($2::uuid[]) and ${mayMeet(ctx.actor)}`,
      [keys.map((key) => key.subjectKey), keys.map((key) => key.rowId)],
    )
    const found = new Map(rows.map((row) => [row.rowId, finishRecord(ctx, kind, row)]))
    return keys.map((key) => found.get(key.rowId) ?? null)
  })

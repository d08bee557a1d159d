import type { RequestContext } from '../kernel/context.ts'
import {
  type Fact,
  type FactRow,
  type Finished,
  finish,
  loaderOf,
  seenBy,
  selectList,
  typed,
} from '../graph/index.ts'
import { Subject } from './subject.facts.ts'

/** A subject as it stands, or as it stood on `asOf`. */
export type SubjectRow = Finished<FactRow<typeof Subject>> & { readonly asOf: string | null }

const SUBJECT = Subject as unknown as Fact

export const finishSubject = (
  ctx: RequestContext,
  row: FactRow<typeof Subject>,
  asOf: string | null,
): SubjectRow => Object.assign(finish(SUBJECT, row, ctx.actor), { asOf })

async function subjectsByKey(ctx: RequestContext, keys: readonly string[]): Promise<(SubjectRow | null)[]> {
  const rows = await ctx.db.rows<FactRow<typeof Subject>>(
    `select ${selectList(SUBJECT, ctx.actor)} from subject t
     where t.subject_key = any($1) and ${seenBy(ctx.actor)}`,
    [keys],
  )
  const found = new Map(rows.map((row) => [row.subjectKey, finishSubject(ctx, row, null)]))
  return keys.map((key) => found.get(key) ?? null)
}

/** Subjects by key, batched within a request. */
export const subjectByKey = (ctx: RequestContext) =>
  loaderOf<string, SubjectRow | null>(ctx, 'subject', (keys) => subjectsByKey(ctx, keys))

/** The state that held on a day: earlier states are in the history; corrections never held. */
async function earlierState(
  ctx: RequestContext,
  subjectKey: string,
  asOf: string,
): Promise<SubjectRow | null> {
  const [row] = await ctx.db.rows<FactRow<typeof Subject>>(
    `select ${selectList(SUBJECT, ctx.actor)}
     from history h cross join lateral jsonb_populate_record(null::subject, h.row) t
     where h.subject_key = $1 and h.fact = 'subject' and h.reason = 'CHANGE'
       and coalesce(h.valid_from, '-infinity') <= $2::date and $2::date < h.valid_to
       and ${seenBy(ctx.actor)}
     order by h.version desc limit 1`,
    [subjectKey, asOf],
  )
  return row ? finishSubject(ctx, row, asOf) : null
}

/** A subject on a day, or null when it was not yet there. */
export async function subjectAsOf(
  ctx: RequestContext,
  subjectKey: string,
  asOf: string | null,
): Promise<SubjectRow | null> {
  const present = await subjectByKey(ctx).load(subjectKey)
  if (!present || asOf === null) return present
  if (present.establishedOn !== null && present.establishedOn > asOf) return null
  if (present.validFrom === null || present.validFrom <= asOf) return typed({ ...present, asOf }, 'Subject')
  return earlierState(ctx, subjectKey, asOf)
}

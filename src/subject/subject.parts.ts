import {
  blockLoader,
  compile,
  type Connection,
  connectionFrom,
  countLoader,
  type Fact,
  type FactRow,
  type Finished,
  finish,
  loaderOf,
  selectList,
  type Where,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { COUNT_CAP, pageFrom, pageSize } from '../kernel/paging.ts'
import { orgCodeOf } from '../standards/index.ts'
import { Identifier, RelatedParty, SubjectName } from './subject.facts.ts'
import { subjectByKey, type SubjectRow } from './subject.read.ts'

export type IdentifierRow = FactRow<typeof Identifier>
export type SubjectNameRow = FactRow<typeof SubjectName>
export type RelatedPartyRow = Finished<FactRow<typeof RelatedParty>>

async function bySubject<Row extends { subjectKey: string }>(
  ctx: RequestContext,
  part: { fact: Fact; order: string },
  keys: readonly string[],
): Promise<Row[][]> {
  const rows = await ctx.db.rows<Row>(
    `select ${selectList(part.fact, ctx.actor)} from ${part.fact.table} t
     where t.subject_key = any($1) order by ${part.order} limit ${PARTS_MAX}`,
    [keys],
  )
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]))
  for (const row of rows) groups.get(row.subjectKey)?.push(row)
  return keys.map((key) => groups.get(key) ?? [])
}

export const IDENTIFIERS = { fact: Identifier as unknown as Fact, order: 't.identifier_kind, t.value' }
export const NAMES = {
  fact: SubjectName as unknown as Fact,
  order: `t.name_kind, t.valid_from desc nulls last, t.name`,
}

/** Rows of a part read at most. */
export const PARTS_MAX = 20_000

const UUID = /^[0-9a-f-]{36}$/

interface Dated {
  readonly validFrom: string | null
  readonly validTo: string | null
}
const holdsOn = (row: Dated, day: string | null): boolean =>
  day === null || ((row.validFrom ?? day) <= day && (row.validTo === null || day < row.validTo))

/** Numbers that lead to the subject: its own code and the organisation code in it, then those on record. */
export async function identifiersOf(ctx: RequestContext, subject: SubjectRow): Promise<IdentifierRow[]> {
  const loader = loaderOf<string, IdentifierRow[]>(ctx, 'identifiers', (keys) =>
    bySubject(ctx, IDENTIFIERS, keys),
  )
  const implied = (identifierKind: IdentifierRow['identifierKind'], value: string): IdentifierRow => ({
    subjectKey: subject.subjectKey,
    identifierKind,
    value,
    validFrom: subject.establishedOn,
    validTo: null,
    source: subject.source,
  })
  const own = subject.uscc
    ? [implied('USCC', subject.uscc), implied('ORG_CODE', orgCodeOf(subject.uscc))]
    : []
  const kept = await loader.load(subject.subjectKey)
  return [...own, ...kept.filter((row) => holdsOn(row, subject.asOf))]
}

/** Present and former names; with asOf, the name of that day and those before it. */
export async function namesOf(ctx: RequestContext, subject: SubjectRow): Promise<SubjectNameRow[]> {
  const loader = loaderOf<string, SubjectNameRow[]>(ctx, 'names', (keys) => bySubject(ctx, NAMES, keys))
  const rows = await loader.load(subject.subjectKey)
  const day = subject.asOf
  return day === null ? rows : rows.filter((row) => (row.validFrom ?? day) <= day)
}

interface PartyArgs {
  readonly relation: readonly string[] | null
  readonly first: number
  readonly after: string | null
}

const partyConditions =
  (args: PartyArgs, asOf: string | null) =>
  (where: Where): void => {
    if (args.relation) where.and(`t.relation = any(${where.param(args.relation)}::text[])`)
    if (asOf !== null) {
      const day = where.param(asOf)
      where.and(
        `coalesce(t.valid_from, '-infinity') <= ${day}::date and coalesce(t.valid_to, 'infinity') > ${day}::date`,
      )
    }
  }

/** A page of related parties, of a subject or of many at once. */
export function partyPage(
  ctx: RequestContext,
  whose: { readonly subjectKey: string | null; readonly asOf: string | null },
  args: PartyArgs,
): compile.PageAsked {
  const { asOf, subjectKey } = whose
  const first = pageSize(args.first)
  const scope = (key: string): string => `parties:${key}:${asOf}:${args.relation?.join() ?? ''}`
  if (args.after && subjectKey === null) throw new compile.Uncompiled('one cursor for many subjects')
  const after = args.after ? String(ctx.cursors.read(args.after, scope(subjectKey ?? ''))[0]) : null
  return {
    first,
    scope,
    order: 't.row_id',
    position: ['row_id'],
    hasPrevious: Boolean(after),
    base: partyConditions(args, asOf),
    beyond: after === null ? null : (where) => where.and(`t.row_id > ${where.param(after)}::uuid`),
  }
}

/** Related parties of a subject, oldest entry first. */
export async function partiesOf(
  ctx: RequestContext,
  subject: SubjectRow,
  args: PartyArgs,
): Promise<Connection<RelatedPartyRow>> {
  const { first, base, beyond, order, scope } = partyPage(ctx, subject, args)
  const name = `${subject.asOf}:${args.relation?.join() ?? ''}`
  const fact = RelatedParty as unknown as Fact
  const rows = await blockLoader<FactRow<typeof RelatedParty>>(ctx, {
    fact,
    name: `${name}:${first}:${args.after}`,
    conditions: (where) => {
      base(where)
      beyond?.(where)
    },
    order,
    limit: first + 1,
  }).load(subject.subjectKey)
  return connectionFrom({
    page: pageFrom(
      rows.map((row) => finish(fact, row, ctx.actor)),
      first,
    ),
    after: args.after,
    cursors: ctx.cursors,
    scope: scope(subject.subjectKey),
    position: (row) => [row.rowId],
    count: () => countLoader(ctx, { fact, name, conditions: base }, COUNT_CAP + 1).load(subject.subjectKey),
  })
}

/** One related party by key, for whoever may see the subject it belongs to. */
export async function partyByKey(
  ctx: RequestContext,
  subjectKey: string,
  rowId: string,
): Promise<RelatedPartyRow | null> {
  const fact = RelatedParty as unknown as Fact
  const subject = UUID.test(rowId) ? await subjectByKey(ctx).load(subjectKey) : null
  if (!subject) return null
  const [row] = await ctx.db.rows<FactRow<typeof RelatedParty>>(
    `select ${selectList(fact, ctx.actor)} from related_party t where t.subject_key = $1 and t.row_id = $2::uuid`,
    [subjectKey, rowId],
  )
  return row ? finish(fact, row, ctx.actor) : null
}

import type { Fact } from '../fact.ts'
import type { Where } from '../where.ts'
import { COUNT_CAP } from '../../kernel/paging.ts'
import { Binder } from './binder.ts'
import {
  type Bound,
  fixed,
  objectText,
  type Planning,
  type Run,
  type Scope,
  type Write,
  writeSql,
} from './planning.ts'
import type { SelectedField, Selection, Variables } from './selected.ts'
import { hole, jsonOrNull, type Piece, sql, text } from './sql-text.ts'
import { Uncompiled } from './uncompiled.ts'

/** One run's page of a connection; making it refuses what the resolver refuses. */
export interface PageAsked {
  readonly first: number
  /** Conditions over alias t, without the subject key, of all rows of the list. */
  readonly base: (where: Where) => void
  /** Conditions of the rows after the cursor; null on the first page. */
  readonly beyond: ((where: Where) => void) | null
  readonly hasPrevious: boolean
  readonly order: string
  /** Columns whose values a cursor holds. */
  readonly position: readonly string[]
  readonly scope: (key: string) => string
}

export interface ConnectionSpec {
  readonly fact: Fact
  /** Whether the list is a subject's; else its rows are subjects themselves. */
  readonly owned: boolean
  /** `key` is null in a statement for many subjects. */
  readonly page: (run: Run, args: Variables, key: string | null) => PageAsked
}

/** Which parts of a page the document asks for. */
interface Needs {
  readonly rows: boolean
  readonly next: boolean
  readonly total: boolean
}

const namesIn = (selection: Selection): string[] =>
  [...selection.fields.values()].map((field) => (field === '__typename' ? field : field.name))

const isCounted = (name: string): boolean => name === 'value' || name === 'capped'

function needsOf(selection: Selection): Needs {
  const names = namesIn(selection)
  const info = [...selection.fields.values()].flatMap((field) =>
    field !== '__typename' && field.name === 'pageInfo' ? namesIn(field.below()) : [],
  )
  const next = info.includes('hasNextPage')
  const cursors = info.includes('startCursor') || info.includes('endCursor')
  return {
    next,
    rows: next || cursors || names.includes('nodes') || names.includes('edges'),
    total: [...selection.fields.values()].some(
      (field) =>
        field !== '__typename' && field.name === 'totalCount' && namesIn(field.below()).some(isCounted),
    ),
  }
}

/** What a run adds to the text, in the order of the slot's SQL. */
const PARTS = { base: 0, page: 1, limit: 2, previous: 3, order: 4, position: 5 } as const
type Part = keyof typeof PARTS

function bind(needs: Needs, binder: Binder, page: PageAsked): Bound {
  if (!needs.rows && !needs.total) return { sql: [`${page.hasPrevious}`] }
  const where = binder.where()
  page.base(where)
  const base = where.sql
  if (needs.rows) page.beyond?.(where)
  return {
    sql: [
      base,
      where.sql,
      needs.rows ? `${binder.param(page.first)}::int` : '',
      `${page.hasPrevious}`,
      page.order,
      page.position.join(),
    ],
    scope: page.scope,
  }
}

class ConnectionText {
  private readonly slot: number
  private readonly cursorSplice: number
  private readonly needs: Needs

  constructor(
    private readonly planning: Planning,
    private readonly spec: ConnectionSpec,
    field: SelectedField,
    selection: Selection,
  ) {
    this.needs = needsOf(selection)
    this.slot = planning.slot({
      bind: (binder, run, key) => bind(this.needs, binder, spec.page(run, field.args(run.variables), key)),
    })
    const { slot } = this
    this.cursorSplice = planning.splice({
      prepare: async ({ ctx }, bounds) => {
        const scope = bounds[slot]?.scope ?? (() => '')
        return (value) => {
          const [key = '', ...position] = JSON.parse(`[${value}]`) as string[]
          return JSON.stringify(ctx.cursors.write(position, scope(key)))
        }
      },
    })
  }

  /** The whole connection: fields over the aggregated page in one scalar subquery. */
  write(selection: Selection): Write {
    const whole = objectText(
      [...selection.fields].map(([key, field]) => [
        key,
        field === '__typename' ? fixed(JSON.stringify(selection.type.name)) : this.part(field),
      ]),
    )
    return (scope) => {
      if (!this.needs.rows) return whole(scope)
      const inner = { ...scope, row: scope.alias(), fact: this.spec.fact }
      return [sql(`(select ${writeSql(whole, inner)} from ${this.page(inner)} ${inner.row})`)]
    }
  }

  private bound(scope: Scope, part: Part): string {
    return scope.bounds[this.slot]?.sql[PARTS[part]] ?? ''
  }

  private owned(scope: Scope): string {
    return this.spec.owned ? `t.subject_key = ${scope.key} and ` : ''
  }

  private page(scope: Scope): string {
    const limit = this.bound(scope, 'limit')
    const rows = `select t.* from ${this.spec.fact.table} t where ${this.owned(scope)}${this.bound(scope, 'page')}
      order by ${this.bound(scope, 'order')} limit ${limit}${this.needs.next ? ' + 1' : ''}`
    return this.needs.next ? `(select t.*, row_number() over () as place from (${rows}) t)` : `(${rows})`
  }

  /** Always names the row: an aggregate over outer columns alone would belong to the outer query. */
  private onPage(scope: Scope): string {
    const { row } = scope
    const limit = this.bound(scope, 'limit')
    return ` filter (where ${this.needs.next ? `${row}.place <= ${limit}` : `${row}.subject_key is not null`})`
  }

  private rows(write: Write): Write {
    return (scope) => {
      const key = this.spec.owned ? scope.key : `${scope.row}.subject_key`
      const row = writeSql(write, { ...scope, key })
      return [text('['), sql(`string_agg(${row}, ',')${this.onPage(scope)}`), text(']')]
    }
  }

  private readonly cursor: Write = (scope) => {
    const key = this.spec.owned ? scope.key : `''::text`
    const position = this.bound(scope, 'position').split(',')
    return hole(this.cursorSplice, [
      jsonOrNull(key),
      ...position.map((column) => jsonOrNull(`${scope.row}.${column}`)),
    ])
  }

  private part(field: SelectedField): Write {
    if (field.name === 'nodes') return this.rows(this.planning.object(field.below()))
    if (field.name === 'edges') return this.rows(this.edge(field.below()))
    if (field.name === 'pageInfo') return this.info(field.below())
    if (field.name === 'totalCount') return this.total(field.below())
    throw new Uncompiled(`${field.parent.name}.${field.name}`)
  }

  private edge(selection: Selection): Write {
    const part = (field: SelectedField): Write => {
      if (field.name === 'node') return this.planning.object(field.below())
      if (field.name === 'cursor') return this.cursor
      throw new Uncompiled(`${field.parent.name}.${field.name}`)
    }
    return this.plain(selection, part)
  }

  private plain(selection: Selection, part: (field: SelectedField) => Write): Write {
    return objectText(
      [...selection.fields].map(([key, field]) => [
        key,
        field === '__typename' ? fixed(JSON.stringify(selection.type.name)) : part(field),
      ]),
    )
  }

  private info(selection: Selection): Write {
    const cursors = (scope: Scope): string =>
      `array_agg(${writeSql(this.cursor, scope)})${this.onPage(scope)}`
    const parts: Readonly<Record<string, Write>> = {
      hasNextPage: (scope) => [sql(`(count(*) > ${this.bound(scope, 'limit')})::text`)],
      hasPreviousPage: (scope) => [text(this.previous(scope))],
      startCursor: (scope) => [sql(`coalesce((${cursors(scope)})[1], 'null')`)],
      endCursor: (scope) => [sql(`coalesce((${cursors(scope)})[cardinality(${cursors(scope)})], 'null')`)],
    }
    return this.plain(selection, ({ name, parent }) => {
      const part = parts[name]
      if (!part) throw new Uncompiled(`${parent.name}.${name}`)
      return part
    })
  }

  private previous(scope: Scope): string {
    const { sql: parts = [] } = scope.bounds[this.slot] ?? {}
    return (parts.length === 1 ? parts[0] : this.bound(scope, 'previous')) ?? 'false'
  }

  private total(selection: Selection): Write {
    const parts: Readonly<Record<string, Piece[]>> = {
      value: [sql(`least(count(*), ${COUNT_CAP})`)],
      capped: [sql(`(count(*) > ${COUNT_CAP})::text`)],
    }
    const write = this.plain(selection, ({ name, parent }) => {
      const pieces = parts[name]
      if (!pieces) throw new Uncompiled(`${parent.name}.${name}`)
      return () => pieces
    })
    if (!namesIn(selection).some(isCounted)) return write
    return (scope) => [
      sql(`(select ${writeSql(write, scope)} from (select from ${this.spec.fact.table} t
        where ${this.owned(scope)}${this.bound(scope, 'base')} limit ${COUNT_CAP + 1}) y)`),
    ]
  }
}

/** A Relay connection over a fact, written in one scalar subquery. */
export function connectionText(planning: Planning, spec: ConnectionSpec, field: SelectedField): Write {
  const selection = field.below()
  return new ConnectionText(planning, spec, field, selection).write(selection)
}

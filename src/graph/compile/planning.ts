import type { GraphQLObjectType } from 'graphql'
import type { RequestContext } from '../../kernel/context.ts'
import { columnFor, type Fact, factOf } from '../fact.ts'
import type { Field } from '../field.ts'
import type { Binder } from './binder.ts'
import { leaf } from './leaf.ts'
import { fieldPlanner } from './registry.ts'
import type { Asked, SelectedField, Selection, Variables } from './selected.ts'
import { concatSql, type Piece, text } from './sql-text.ts'
import { Uncompiled } from './uncompiled.ts'

/** One request that runs a plan. */
export interface Run {
  readonly ctx: RequestContext
  readonly variables: Variables
}

/** A part of a statement that has parameters: bound anew in each run, with SQL that may differ from run to run. */
export interface Slot {
  /** `key` is the subject key of a statement for one subject, null in one for many. */
  bind(binder: Binder, run: Run, key: string | null): Bound
}

export interface Bound {
  readonly sql: readonly string[]
  /** The scope of the part's cursors. */
  readonly scope?: (key: string) => string
}

/** What the process puts into holes: told all of a kind in a round, it fills each. */
export interface Splice {
  prepare(run: Run, bounds: readonly Bound[], values: readonly string[]): Promise<(value: string) => string>
}

/** Where a piece of text is written. */
export interface Scope {
  /** SQL of the subject key everything here hangs on. */
  readonly key: string
  /** Alias and fact of the row whose fields are written. */
  readonly row: string
  readonly fact: Fact
  readonly bounds: readonly Bound[]
  readonly alias: () => string
}

export type Write = (scope: Scope) => Piece[]

/** The plan of one statement in the making. */
export class Planning {
  readonly slots: Slot[] = []
  readonly splices: Splice[] = []

  constructor(readonly asked: Asked) {}

  slot(slot: Slot): number {
    return this.slots.push(slot) - 1
  }

  splice(splice: Splice): number {
    return this.splices.push(splice) - 1
  }

  /** `{…}` of a row; the fields as declared by the fact or by the rooms. */
  object({ type, fields }: Selection): Write {
    return objectText(
      [...fields].map(([key, field]) => [
        key,
        field === '__typename' ? fixed(JSON.stringify(type.name)) : this.field(type, field),
      ]),
    )
  }

  private field(type: GraphQLObjectType, field: SelectedField): Write {
    const planner = fieldPlanner(type, field.name)
    if (planner) return planner(this, field)
    const fact = factOf(type.name)
    const declared = fact?.fields[field.name]
    if (!declared || declared.graph === null || declared.shown === 'INTERNAL' || field.definition.resolve)
      throw new Uncompiled(`${type.name}.${field.name}`)
    return this.leaf(field.name, declared)
  }

  /** A declared field of the row, as far as the reader may see it. */
  leaf(name: string, declared: Field): Write {
    const { clearance } = this.asked.reader
    const seen = declared.shown === 'INTERNAL' || clearance.includes(declared.shown)
    if (!seen && !declared.mask) return fixed('null')
    return ({ row }) => leaf(declared, columnFor(declared, name, clearance, row), !seen || !declared.required)
  }
}

export const fixed = (value: string): Write => {
  const pieces = [text(value)]
  return () => pieces
}

export const objectText =
  (fields: readonly (readonly [key: string, write: Write])[]): Write =>
  (scope) => [
    text('{'),
    ...fields.flatMap(([key, write], at) => [text(`${at === 0 ? '' : ','}"${key}":`), ...write(scope)]),
    text('}'),
  ]

/** SQL of a column of the row in scope, as the reader may see it. */
export function columnIn(scope: Scope, reader: Asked['reader'], name: string): string {
  const declared = scope.fact.fields[name]
  if (!declared) throw new Uncompiled(`${scope.fact.name} has no ${name}`)
  return columnFor(declared, name, reader.clearance, scope.row)
}

export const writeSql = (write: Write, scope: Scope): string => concatSql(write(scope))

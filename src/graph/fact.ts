import { EntitySchema } from '@mikro-orm/core'
import { type ClassType, Extensions, Field as GraphField, InterfaceType, ObjectType } from 'type-graphql'
import type { Actor } from '../kernel/context.ts'
import { columnOf, type Field, type Fields, type RowOf } from './field.ts'
import { namedClass } from './named-class.ts'
import { typeNameOf } from './node.ts'
import { Provenance } from './provenance.ts'
import { Shown } from './visibility.ts'

/** A kind of fact: one declaration gives the table, the GraphQL type, the SQL that reads it and who may see what. */
export interface Fact<F extends Fields = Fields> {
  readonly name: string
  readonly table: string
  readonly zh: string
  readonly en: string
  readonly fields: F
  readonly type: ClassType<object>
  readonly entity: EntitySchema
}

export type FactRow<T> = T extends Fact<infer F> ? RowOf<F> : never

export interface IndexSpec {
  readonly name: string
  readonly expression: string
}

interface FactSpec<F extends Fields> {
  readonly name: string
  readonly table: string
  readonly zh: string
  readonly en: string
  readonly fields: F
  readonly primaryKey: readonly (keyof F & string)[]
  readonly implements?: readonly ClassType<object>[]
  readonly indexes?: readonly IndexSpec[]
}

const describe = (spec: { zh: string; en: string }): string => `${spec.zh} ${spec.en}`

function exposeProvenance(type: ClassType<object>): void {
  GraphField(() => Provenance, { nullable: true, description: '来源 Where the fact comes from.' })(
    type.prototype as object,
    'provenance',
  )
  Shown('GOV_SHARED')(type.prototype as object, 'provenance')
}

/** Adds the fields that have a place in the contract to a GraphQL class. */
function exposeFields(type: ClassType<object>, fields: Fields): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.shown === 'INTERNAL' || field.graph === null) continue
    const graph = field.graph
    const nullable = !field.required || field.shown !== 'PUBLIC'
    GraphField(() => (Array.isArray(graph) ? [...graph] : graph) as never, {
      nullable,
      description: describe(field),
    })(type.prototype as object, name)
    Extensions({ visibility: field.shown })(type.prototype as object, name)
  }
  if ('sourceKey' in fields) exposeProvenance(type)
}

export function objectType(
  spec: { name: string; zh: string; en: string; implements?: readonly ClassType<object>[] },
  fields: Fields,
): ClassType<object> {
  const type = namedClass(spec.name)
  exposeFields(type, fields)
  ObjectType(spec.name, {
    description: describe(spec),
    simpleResolvers: true,
    ...(spec.implements ? { implements: [...spec.implements] } : {}),
  })(type)
  return type
}

export function interfaceType(
  spec: { name: string; zh: string; en: string; implements?: readonly ClassType<object>[] },
  fields: Fields,
): ClassType<object> {
  const type = namedClass(spec.name)
  exposeFields(type, fields)
  InterfaceType(spec.name, {
    description: describe(spec),
    resolveType: typeNameOf as never,
    ...(spec.implements ? { implements: [...spec.implements] } : {}),
  })(type)
  return type
}

function tableOf<F extends Fields>(spec: FactSpec<F>): EntitySchema {
  const property = ([name, field]: [string, Field]) => [
    name,
    {
      type: 'string',
      fieldName: columnOf(name),
      columnType: field.pg,
      nullable: !field.required,
      comment: describe(field),
      ...(field.fallback === undefined ? {} : { defaultRaw: field.fallback }),
      ...(spec.primaryKey.includes(name) ? { primary: true } : {}),
    },
  ]
  return new EntitySchema({
    name: `${spec.name}Row`,
    tableName: spec.table,
    comment: describe(spec),
    properties: Object.fromEntries(Object.entries(spec.fields).map(property)),
    indexes: (spec.indexes ?? []).map((index) => ({ name: index.name, expression: index.expression })),
  } as never)
}

const facts = new Map<string, Fact>()
export const allFacts = (): readonly Fact[] => [...facts.values()]
export const tableNames = (): readonly string[] => [...facts.values()].map((fact) => fact.table)
export const factOf = (name: string): Fact | undefined => facts.get(name)

export function defineFact<const F extends Fields>(spec: FactSpec<F>): Fact<F> {
  const fact: Fact<F> = {
    name: spec.name,
    table: spec.table,
    zh: spec.zh,
    en: spec.en,
    fields: spec.fields,
    type: objectType(spec, spec.fields),
    entity: tableOf(spec),
  }
  facts.set(spec.name, fact as Fact)
  return fact
}

/** SQL of one column for a reader: itself, its mask, or null where the reader may not see it. */
export function columnFor(field: Field, name: string, clearance: Actor['clearance'], alias: string): string {
  const column = `${alias}.${columnOf(name)}`
  const seen = field.shown === 'INTERNAL' || clearance.includes(field.shown)
  if (seen) return column
  return field.mask ? field.mask(column) : `null::${field.pg}`
}

const lists = new WeakMap<Fact, Map<string, string>>()

/** The select list of a fact for a reader: what the reader may not see never leaves the database. */
export function selectList(fact: Fact, actor: Actor, alias = 't'): string {
  const known = lists.get(fact) ?? new Map<string, string>()
  lists.set(fact, known)
  const scope = `${alias}:${actor.clearance.join()}`
  const list =
    known.get(scope) ??
    Object.entries(fact.fields)
      .filter(([, field]) => field.graph !== null || field.shown === 'INTERNAL' || field.pg === 'jsonb')
      .map(([name, field]) => `${columnFor(field, name, actor.clearance, alias)} as "${name}"`)
      .join(', ')
  known.set(scope, list)
  return list
}

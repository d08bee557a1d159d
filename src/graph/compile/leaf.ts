import { GraphQLInt, GraphQLScalarType } from 'graphql'
import type { Field } from '../field.ts'
import {
  DayScalar,
  DivisionCodeScalar,
  DocumentNumberScalar,
  IndustryCodeScalar,
  InstantScalar,
  UsccScalar,
  YuanScalar,
} from '../scalars.ts'
import { guard, jsonOrNull, type Piece, sql, text } from './sql-text.ts'
import { Uncompiled } from './uncompiled.ts'

const TEXTS: readonly unknown[] = [
  String,
  UsccScalar,
  DocumentNumberScalar,
  DivisionCodeScalar,
  IndustryCodeScalar,
]
const quotedList = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

/** Values of an enum field, or null where the graph type is none. */
function enumValues(graph: unknown): string[] | null {
  if (typeof graph !== 'object' || graph === null || graph instanceof GraphQLScalarType) return null
  return Object.values(graph as Readonly<Record<string, string>>)
}

/** A value that needs no escaping, in quotes. */
const quoted = (value: string, nullable: boolean): Piece[] =>
  nullable ? [sql(`coalesce('"' || (${value})::text || '"', 'null')`)] : [text('"'), sql(value), text('"')]

const bare = (value: string, nullable: boolean): Piece[] => [
  sql(nullable ? `coalesce((${value})::text, 'null')` : `(${value})::text`),
]

const json = (value: string, nullable: boolean): Piece[] => [
  sql(nullable ? jsonOrNull(value) : `to_json(${value})`),
]

function list(of: unknown, column: string, nullable: boolean): Piece[] {
  const values = enumValues(of)
  if (of !== String && !values) throw new Uncompiled('list of an unknown type')
  const known = values ? `${column} <@ array[${quotedList(values)}]` : 'true'
  const flat = `coalesce(array_ndims(${column}), 1) = 1`
  return [
    ...json(column, nullable),
    guard(`(case when ${flat} then array_position(${column}, null) is null and ${known} else false end)`),
  ]
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
/** Outside these years JavaScript writes instants in another form. */
const plainYear = (column: string): string =>
  `${column} between '0001-01-01 00:00:00+00' and '9999-12-31 00:00:00+00'`

/** JSON text of one field over an SQL expression of its column type, as its GraphQL type serialises it. */
export function leaf(field: Field, column: string, nullable: boolean): Piece[] {
  const { graph, pg } = field
  if (Array.isArray(graph) && pg === 'text[]') return list(graph[0], column, nullable)
  const values = enumValues(graph)
  if (values && pg === 'text')
    return [...quoted(column, nullable), guard(`${column} in (${quotedList(values)})`)]
  if (pg === 'text' && TEXTS.includes(graph)) return json(column, nullable)
  if (pg === 'date' && graph === DayScalar) return quoted(column, nullable)
  if (pg === 'timestamptz' && graph === InstantScalar)
    return [...quoted(instant(column), nullable), guard(plainYear(column))]
  if (pg === 'bigint' && graph === YuanScalar) return quoted(`${column} * 0.01`, nullable)
  if (pg === 'int' && graph === GraphQLInt) return bare(column, nullable)
  if (pg === 'boolean' && graph === Boolean) return bare(column, nullable)
  if ((pg === 'uuid' || pg.startsWith('numeric')) && graph === String) return quoted(column, nullable)
  throw new Uncompiled(`no JSON text for ${pg}`)
}

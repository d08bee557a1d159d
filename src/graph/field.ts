import { GraphQLInt, type GraphQLScalarType } from 'graphql'
import type { Visibility } from '../standards/visibility.ts'
import type { EnumObject } from './enums.ts'
import {
  DayScalar,
  DivisionCodeScalar,
  DocumentNumberScalar,
  IndustryCodeScalar,
  InstantScalar,
  UsccScalar,
  YuanScalar,
} from './scalars.ts'

type GraphType = GraphQLScalarType | EnumObject | StringConstructor | BooleanConstructor

/** INTERNAL columns never enter the contract. */
export type Shown = Visibility | 'INTERNAL'

/**
 * One field of a fact, declared once: its column, its place in the contract, who may see it. A field without a
 * visibility does not compile; one that is not PUBLIC is nullable in the contract, for whoever may not see it.
 */
export interface Field<T = unknown> {
  readonly pg: string
  readonly graph: GraphType | readonly [GraphType] | null
  readonly shown: Shown
  readonly zh: string
  readonly en: string
  readonly required: boolean
  /** May be used in the filter of the kind's connection. */
  readonly filter: boolean
  readonly fallback?: string
  /** SQL of what a reader without the class gets instead of null. */
  readonly mask?: (column: string) => string
  readonly value?: T
}

export type Fields = Readonly<Record<string, Field>>
export type RowOf<F extends Fields> = {
  -readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never
}

type Declare<T> = (shown: Shown, zh: string, en: string) => Field<T | null>

const declare =
  <T>(pg: string, graph: Field['graph']): Declare<T> =>
  (shown, zh, en) => ({ pg, graph, shown, zh, en, required: false, filter: false })

export const text = declare<string>('text', String)
export const day = declare<string>('date', DayScalar)
export const instant = declare<Date>('timestamptz', InstantScalar)
export const money = declare<string>('bigint', YuanScalar)
export const int = declare<number>('int', GraphQLInt)
export const bool = declare<boolean>('boolean', Boolean)
export const uscc = declare<string>('text', UsccScalar)
export const documentNumber = declare<string>('text', DocumentNumberScalar)
export const division = declare<string>('text', DivisionCodeScalar)
export const industry = declare<string>('text', IndustryCodeScalar)
export const textList = declare<string[]>('text[]', [String])
export const uuid = declare<string>('uuid', String)
export const json = declare<Record<string, unknown>>('jsonb', null)

/** An exact decimal kept as text, e.g. a utility reading. */
export const decimal = declare<string>('numeric(18,3)', String)

export const oneOf = <V extends string>(values: EnumObject<V>): Declare<V> => declare<V>('text', values)
export const someOf = <V extends string>(values: EnumObject<V>): Declare<V[]> =>
  declare<V[]>('text[]', [values])

export const required = <T>(field: Field<T | null>, fallback?: string): Field<T> => ({
  ...(field as unknown as Field<T>),
  required: true,
  ...(fallback === undefined ? {} : { fallback }),
})

export const filterable = <T>(field: Field<T>): Field<T> => ({ ...field, filter: true })

export const masked = <T>(field: Field<T>, mask: (column: string) => string): Field<T> => ({ ...field, mask })

export const columnOf = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

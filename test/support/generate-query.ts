import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** A source of choices: fast-check's generator, so that a failing query shrinks and can be run again by its seed. */
export type Choose = fc.GeneratorValue

const STRINGS = [
  '金华',
  'jhqz',
  '91330702MA28A1C44J',
  '',
  "'; drop table subject; --",
  '%',
  '\\u0000x',
  '一'.repeat(120),
  'W10.x',
  '__proto__',
]
const CODES = [
  '91330702MA28A1C44J',
  '91330702MA28C3E6XB',
  '330700000001013',
  'x',
  '９１３３０７０２ＭＡ２８Ａ１Ｃ４４Ｊ',
]
const SCALARS: Readonly<Record<string, readonly string[]>> = {
  Int: ['1', '2', '5', '0', '-1', '100', '101', '2147483647'],
  Float: ['0.5', '-1'],
  Boolean: ['true', 'false'],
  ID: ['"x"', '"U3ViamVjdHxY"'],
  String: STRINGS.map((text) => JSON.stringify(text)),
  LooseCode: CODES.map((code) => JSON.stringify(code)),
  USCC: ['"91330702MA28A1C44J"'],
  Date: ['"2026-11-21"', '"2010-01-01"', '"0001-01-01"', '"9999-12-31"'],
  DocNo: ['"金市监处罚〔2026〕1号"', '"x"'],
  DivisionCode: ['"330700"', '"000000"'],
  IndustryCode: ['"A"', '"F51"'],
}

export function pick<T>(choose: Choose, values: readonly T[]): T {
  const value = values[choose(fc.integer, { min: 0, max: values.length - 1 })]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}
export const chance = (choose: Choose, percent: number): boolean =>
  choose(fc.integer, { min: 1, max: 100 }) <= percent

function literal(choose: Choose, type: GraphQLInputType, depth: number): string {
  const inner = getNullableType(type)
  if (!isNonNullType(type) && chance(choose, 10)) return 'null'
  if (isListType(inner)) {
    const length = choose(fc.integer, { min: 0, max: 3 })
    return `[${Array.from({ length }, () => literal(choose, inner.ofType, depth)).join(', ')}]`
  }
  if (isEnumType(inner)) return pick(choose, inner.getValues()).name
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth < 2 && chance(choose, 25)),
    )
    return `{${fields.map((field) => `${field.name}: ${literal(choose, field.type, depth + 1)}`).join(', ')}}`
  }
  return pick(choose, SCALARS[inner.name] ?? ['"x"'])
}

function argumentsOf(choose: Choose, args: readonly GraphQLArgument[]): string {
  const given = args.filter(
    (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || chance(choose, 40),
  )
  return given.length === 0
    ? ''
    : `(${given.map((arg) => `${arg.name}: ${literal(choose, arg.type, 0)}`).join(', ')})`
}

interface Room {
  depth: number
  fields: number
}

function selection(choose: Choose, schema: GraphQLSchema, type: GraphQLOutputType, room: Room): string {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return ''
  const fragments = isObjectType(named) ? [] : schema.getPossibleTypes(named)
  const fields = 'getFields' in named ? Object.values(named.getFields()) : []
  const wanted = fields.filter(
    (field) =>
      (room.depth < 6 || !isCompositeType(getNamedType(field.type))) &&
      chance(choose, room.depth < 2 ? 35 : 15),
  )
  const parts = wanted.slice(0, 12).flatMap((field, at) => {
    if (room.fields <= 0) return []
    room.fields -= 1
    room.depth += 1
    const inner = selection(choose, schema, field.type, room)
    room.depth -= 1
    const alias = chance(choose, 10) ? `a${at}_${room.fields}: ` : ''
    return [`${alias}${field.name}${argumentsOf(choose, field.args)}${inner}`]
  })
  const spread = fragments.length > 0 && chance(choose, 50) ? pick(choose, fragments) : null
  if (spread) parts.push(`... on ${spread.name}${selection(choose, schema, spread, room)}`)
  return ` { __typename ${parts.join(' ')} }`
}

/** A document that is valid against the schema, with arguments good and bad. */
export function generatedQuery(choose: Choose, schema: GraphQLSchema): string {
  const query = schema.getQueryType()
  if (!query) throw new Error('no query type')
  const roots = Object.values(query.getFields())
  const root = pick(choose, roots)
  return `{ ${root.name}${argumentsOf(choose, root.args)}${selection(choose, schema, root.type, { depth: 0, fields: 24 })} }`
}

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { chance, type Choose, pick } from './generate-query.ts'

/** Values that occur in the data, and some that do not. */
export interface Pools {
  readonly codes: readonly string[]
  readonly ids: readonly string[]
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[]
}

export interface GeneratedOperation {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | null
  /** Whether the variable `after` pages one of its connections, whose end is in the answer as `atEnd`. */
  readonly pages: boolean
}

const LEAVES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1, 2, 3, 5, 20, 20, 100, 0, 101, 1_000_000],
  Boolean: [true, false],
  Date: ['2026-11-21', '2010-01-01', '2024-06-30', '0001-01-01'],
  DivisionCode: ['330700', '330702', '330000', '000000'],
  IndustryCode: ['A', 'F', 'F51', 'C33'],
  DocNo: ['金市监处罚〔2026〕1号', 'x'],
  String: ['330700-660', '330700-001', '优', 'L03', 'R01', '', '\u0001"\\', 'x'],
}

const FIELDS_MAX = 40
const DEPTH_MAX = 9

const typeOf = (type: GraphQLInputType): string => String(type)

/** One valid operation over the fields the compiler knows and a few it does not. */
class Generation {
  private readonly fragments: string[] = []
  private readonly variables = new Map<string, { type: string; value: unknown; fallback?: string }>()
  private fieldsLeft = FIELDS_MAX
  private names = 0
  pages = false

  constructor(
    private readonly choose: Choose,
    private readonly schema: GraphQLSchema,
    private readonly pools: Pools,
  ) {}

  make(): GeneratedOperation {
    const roots = chance(this.choose, 15) ? 2 : 1
    const query = this.schema.getQueryType()
    if (!query) throw new Error('no query type')
    const parts = Array.from({ length: roots }, () => this.root(query))
    if (chance(this.choose, 10)) parts.push('__typename')
    const name = chance(this.choose, 40) ? 'Generated' : null
    const declared = [...this.variables].map(
      ([variable, { type, fallback }]) => `$${variable}: ${type}${fallback ? ` = ${fallback}` : ''}`,
    )
    const head = `query ${name ?? ''}${declared.length > 0 ? `(${declared.join(', ')})` : ''}`
    const variables = Object.fromEntries(
      [...this.variables]
        .filter(([, { value }]) => value !== undefined)
        .map(([at, { value }]) => [at, value]),
    )
    return {
      query: `${head} { ${parts.join(' ')} }\n${this.fragments.join('\n')}`,
      variables,
      operationName: name,
      pages: this.pages,
    }
  }

  private next(prefix: string): string {
    this.names += 1
    return `${prefix}${this.names}`
  }

  private root(query: GraphQLObjectType): string {
    const name = pick(this.choose, ['subject', 'subject', 'subject', 'subjects', 'subjects', 'node', 'node'])
    const field = query.getFields()[name]
    if (!field) throw new Error(name)
    const args = this.rootArgs(name)
    return `${this.next('r')}: ${name}${args} ${this.selection(getNamedType(field.type), 1, name === 'subjects' ? 3 : 20)}`
  }

  private rootArgs(name: string): string {
    if (name === 'node') return `(id: ${this.given('ID!', pick(this.choose, this.pools.ids))})`
    if (name === 'subject') {
      if (chance(this.choose, 85))
        return `(uscc: ${this.given('LooseCode', pick(this.choose, this.pools.codes))}${chance(this.choose, 4) ? ', asOf: "2020-01-01"' : ''})`
      if (chance(this.choose, 10)) return ''
      const { kind, value } = pick(this.choose, this.pools.identifiers)
      return `(identifier: {kind: ${kind}, value: ${this.given('LooseCode!', value)}})`
    }
    const parts: string[] = []
    if (chance(this.choose, 60)) parts.push(`first: ${this.given('Int!', pick(this.choose, [1, 2, 3, 4]))}`)
    else parts.push('first: 3')
    const query = this.schema.getQueryType()?.getFields().subjects
    for (const arg of query?.args ?? [])
      if (['filter', 'orderBy'].includes(arg.name) && chance(this.choose, 40)) parts.push(this.argument(arg))
    return `(${parts.join(', ')})`
  }

  /** A value as a literal or behind a variable. */
  private given(type: string, value: unknown): string {
    if (chance(this.choose, 45)) return this.variable(type, value)
    return JSON.stringify(value)
  }

  private variable(type: string, value: unknown, fallback?: string): string {
    const name = this.next('v')
    this.variables.set(name, { type, value, ...(fallback ? { fallback } : {}) })
    return `$${name}`
  }

  private argument(arg: GraphQLArgument): string {
    const value = this.value(arg.type, 0)
    if (chance(this.choose, 35)) {
      const absent = !isNonNullType(arg.type) && chance(this.choose, 20)
      return `${arg.name}: ${this.variable(typeOf(arg.type), absent ? undefined : value)}`
    }
    return `${arg.name}: ${this.literal(arg.type, value)}`
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    const inner = getNullableType(type)
    if (!isNonNullType(type) && chance(this.choose, 8)) return null
    if (isListType(inner))
      return Array.from({ length: this.choose1(0, 3) }, () => this.value(inner.ofType, depth))
    if (isEnumType(inner)) return pick(this.choose, inner.getValues()).name
    if (isInputObjectType(inner))
      return Object.fromEntries(
        Object.values(inner.getFields())
          .filter((field) => isNonNullType(field.type) || (depth < 2 && chance(this.choose, 25)))
          .map((field) => [field.name, this.value(field.type, depth + 1)]),
      )
    if (inner.name === 'LooseCode') return pick(this.choose, this.pools.codes)
    return pick(this.choose, LEAVES[inner.name] ?? ['x'])
  }

  private choose1(min: number, max: number): number {
    return pick(
      this.choose,
      Array.from({ length: max - min + 1 }, (_, at) => min + at),
    )
  }

  private literal(type: GraphQLInputType, value: unknown): string {
    const inner = getNullableType(type)
    if (value === null) return 'null'
    if (isListType(inner))
      return `[${(value as unknown[]).map((item) => this.literal(inner.ofType, item)).join(', ')}]`
    if (isEnumType(inner)) return String(value)
    if (isInputObjectType(inner))
      return `{${Object.entries(value as object)
        .map(([name, item]) => `${name}: ${this.literal(inner.getFields()[name]?.type ?? inner, item)}`)
        .join(', ')}}`
    if (isScalarType(inner)) return JSON.stringify(value)
    throw new Error(`no literal of ${String(type)}`)
  }

  private directive(): string {
    if (!chance(this.choose, 8)) return ''
    const how = pick(this.choose, ['include', 'skip'])
    const value = chance(this.choose, 70)
    return ` @${how}(if: ${chance(this.choose, 60) ? this.variable('Boolean!', value) : value})`
  }

  private selection(type: GraphQLNamedType, depth: number, rows: number): string {
    const parts = [chance(this.choose, 30) ? '__typename' : '', ...this.fields(type, depth, rows)]
    const kept = parts.filter((part) => part !== '')
    if (kept.length === 0) kept.push('__typename')
    if (chance(this.choose, 12)) return `{ ...${this.fragment(type, kept)}${this.directive()} __typename }`
    if (chance(this.choose, 12))
      return `{ ... on ${type.name}${this.directive()} { ${kept.join(' ')} } __typename }`
    return `{ ${kept.join(' ')} }`
  }

  private fragment(type: GraphQLNamedType, parts: readonly string[]): string {
    const name = this.next('F')
    this.fragments.push(`fragment ${name} on ${type.name} { ${parts.join(' ')} }`)
    return name
  }

  private fields(type: GraphQLNamedType, depth: number, rows: number): string[] {
    if (!('getFields' in type)) return []
    const all = Object.values(type.getFields() as Record<string, GraphQLField<unknown, unknown>>)
    const share = depth < 3 ? 35 : 22
    const wanted = all.filter((field) => this.wants(type.name, field, depth, share))
    const parts = wanted.flatMap((field) => this.field(field, depth, rows))
    if (isObjectType(type)) {
      for (const shared of type.getInterfaces())
        if (chance(this.choose, 10)) parts.push(`... on ${shared.name} ${this.leaves(shared.name)}`)
    } else if (isCompositeType(type)) {
      for (const possible of this.schema.getPossibleTypes(type))
        if (chance(this.choose, type.name === 'Node' ? 45 : 20))
          parts.push(`... on ${possible.name} ${this.selection(possible, depth + 1, rows)}`)
    }
    return parts
  }

  private leaves(name: string): string {
    const type = this.schema.getType(name)
    if (!type || !('getFields' in type)) return '{ __typename }'
    const fields = Object.values(type.getFields()).filter(
      (field) => !isCompositeType(getNamedType(field.type)),
    )
    return `{ ${pick(this.choose, fields).name} __typename }`
  }

  private wants(type: string, field: GraphQLField<unknown, unknown>, depth: number, share: number): boolean {
    if (this.fieldsLeft <= 0) return false
    const composite = isCompositeType(getNamedType(field.type))
    if (composite && depth >= DEPTH_MAX) return false
    if (field.name === 'timeline') return chance(this.choose, 2)
    if (type.endsWith('Connection')) return chance(this.choose, 55)
    return chance(this.choose, composite && depth > 3 ? share / 2 : share)
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, rows: number): string[] {
    if (this.fieldsLeft <= 0) return []
    this.fieldsLeft -= 1
    const type = getNamedType(field.type)
    const paged = field.args.some((arg) => arg.name === 'first')
    const size = Math.max(1, Math.min(rows, 4))
    const args = field.args.filter(
      (arg) => arg.name !== 'after' && chance(this.choose, arg.name === 'first' ? 15 : 25),
    )
    const given = args.map((arg) => this.argument(arg))
    if (paged && !args.some((arg) => arg.name === 'first')) given.push(`first: ${size}`)
    const paging = paged && !this.pages && chance(this.choose, 15)
    if (paging) given.push('after: $after')
    if (paging) this.variables.set('after', { type: 'String', value: undefined })
    if (paging) this.pages = true
    const alias = given.length > 0 || chance(this.choose, 5) ? `${this.next('f')}: ` : ''
    const inner = isCompositeType(type) ? ` ${this.selection(type, depth + 1, paged ? size : rows)}` : ''
    const text = `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.directive()}`
    const twice = alias === '' && inner !== '' && chance(this.choose, 10)
    return [
      `${text}${paging ? inner.replace('{', '{ pageInfo { atEnd: endCursor }') : inner}`,
      ...(twice ? [`${field.name} ${this.selection(type, depth + 1, rows)}`] : []),
    ]
  }
}

export const generatedOperation = (choose: Choose, schema: GraphQLSchema, pools: Pools): GeneratedOperation =>
  new Generation(choose, schema, pools).make()

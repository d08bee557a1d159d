import { getNullableType, isLeafType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql'
import type { RequestContext } from '../../kernel/context.ts'
import { factOf } from '../fact.ts'
import { Bounded } from './bounded.ts'
import { columnIn } from './planning.ts'
import type { FieldPlanner } from './registry.ts'
import type { SelectedField, Selection } from './selected.ts'
import { hole, jsonOrNull } from './sql-text.ts'
import { Uncompiled } from './uncompiled.ts'

type Row = Readonly<Record<string, unknown>>

/** Rows kept in memory; the same object as long as they are the same rows. */
export type Memory = object

export interface MemorySpec<M extends Memory> {
  /** Fields of the row whose values find it. */
  readonly by: readonly string[]
  readonly memory: (ctx: RequestContext) => Promise<M>
  readonly find: (memory: M, values: readonly (string | null)[], today: string) => object | null | undefined
}

type Relation = (memory: never, row: never, today: string) => readonly object[]
const relations = new Map<string, Relation>()

/** A list of other rows in memory, e.g. the measures a list triggers. */
export const memoryRelation = <M extends Memory, R extends object>(
  type: string,
  field: string,
  rows: (memory: M, row: R, today: string) => readonly object[],
): void => {
  relations.set(`${type}.${field}`, rows as Relation)
}

type WriteRow = (row: Row, memory: Memory, today: string) => string

function serialised(type: GraphQLOutputType, value: unknown): unknown {
  if (isNonNullType(type) && (value === null || value === undefined)) throw new Uncompiled('a null')
  if (value === null || value === undefined) return null
  const inner = getNullableType(type)
  if (isListType(inner)) return (value as unknown[]).map((item) => serialised(inner.ofType, item))
  if (!isLeafType(inner)) throw new Uncompiled('no leaf')
  return inner.serialize(value)
}

function fieldOf(type: string, field: SelectedField): WriteRow {
  const relation = relations.get(`${type}.${field.name}`)
  if (relation) {
    const write = rowText(field.below())
    return (row, memory, today) =>
      `[${relation(memory as never, row as never, today)
        .map((other) => write(other as Row, memory, today))
        .join(',')}]`
  }
  if (!factOf(type)?.fields[field.name] || field.definition.resolve)
    throw new Uncompiled(`${type}.${field.name}`)
  return (row) => JSON.stringify(serialised(field.definition.type, row[field.name]))
}

function rowText({ type, fields }: Selection): WriteRow {
  const writes = [...fields].map(([key, field], at) => {
    const lead = `${at === 0 ? '' : ','}"${key}":`
    if (field === '__typename') return () => `${lead}${JSON.stringify(type.name)}`
    const write = fieldOf(type.name, field)
    return (row: Row, memory: Memory, today: string) => `${lead}${write(row, memory, today)}`
  })
  return (row, memory, today) => `{${writes.map((write) => write(row, memory, today)).join('')}}`
}

/** Values whose text is remembered; past them the row is looked up again, its text is still there. */
const VALUES_MAX = 200

/** Texts of rows, as long as memory and day are the same. */
class RowTexts {
  private readonly byRow = new Map<object, string>()
  private readonly byValue = new Bounded<string, string>(VALUES_MAX)

  constructor(
    readonly memory: Memory,
    readonly today: string,
  ) {}

  text(
    value: string,
    find: (values: (string | null)[]) => object | null | undefined,
    write: WriteRow,
  ): string {
    const known = this.byValue.get(value)
    if (known !== undefined) return known
    const row = find(JSON.parse(`[${value}]`) as (string | null)[])
    return this.byValue.set(value, row ? this.ofRow(row, write) : 'null')
  }

  private ofRow(row: object, write: WriteRow): string {
    const known = this.byRow.get(row) ?? write(row as Row, this.memory, this.today)
    this.byRow.set(row, known)
    return known
  }
}

/** A field whose row is spliced in from memory, e.g. the department of a record; its text is made once. */
export const memoryField =
  <M extends Memory>(spec: MemorySpec<M>): FieldPlanner =>
  (planning, field) => {
    const write = rowText(field.below())
    let texts: RowTexts | null = null
    const at = planning.splice({
      prepare: async ({ ctx }) => {
        const memory = await spec.memory(ctx)
        const { today } = ctx
        const current =
          texts?.memory === memory && texts.today === today ? texts : new RowTexts(memory, today)
        texts = current
        return (value) => current.text(value, (values) => spec.find(memory, values, today), write)
      },
    })
    return (scope) =>
      hole(
        at,
        spec.by.map((name) => jsonOrNull(columnIn(scope, planning.asked.reader, name))),
      )
  }

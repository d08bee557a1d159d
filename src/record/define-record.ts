import { type ClassType } from 'type-graphql'
import { type Fact, type Fields, defineFact } from '../graph/index.ts'
import { recordColumns, recordInterfaces } from './record.fields.ts'

/** A record kind (记录类别) and where it hangs on the subject. */
export interface RecordKind<F extends Fields = Fields> {
  readonly kind: string
  readonly plural: string
  readonly fact: Fact<F & typeof recordColumns>
  readonly type: ClassType<object>
  /** One line in Chinese for the timeline, as SQL over alias t. */
  readonly titleSql: string
}

const kinds: RecordKind[] = []

/** Every record kind of every room, in the order the rooms were loaded. */
export const recordKinds = (): readonly RecordKind[] => kinds

export const recordKindOf = (kind: string): RecordKind | undefined =>
  kinds.find((known) => known.kind === kind)

interface RecordSpec<F extends Fields> {
  readonly name: string
  readonly table: string
  readonly plural: string
  readonly zh: string
  readonly en: string
  readonly titleSql: string
  readonly fields: F
}

/** Declares a record kind: table, GraphQL type, connection on the subject, filter, line in the timeline. */
export function defineRecord<const F extends Fields>(spec: RecordSpec<F>): RecordKind<F> {
  const { table } = spec
  const fact = defineFact({
    ...spec,
    fields: { ...recordColumns, ...spec.fields },
    primaryKey: ['subjectKey', 'rowId'],
    implements: recordInterfaces,
    indexes: [
      {
        name: `${table}_source_key`,
        expression: `create unique index "${table}_source_key" on "${table}" ("subject_key", "source", "source_key")`,
      },
      {
        name: `${table}_by_day`,
        expression: `create index "${table}_by_day" on "${table}" ("subject_key", "occurred_on" desc, "row_id" desc)`,
      },
    ],
  }) as unknown as Fact<F & typeof recordColumns>
  const kind: RecordKind<F> = {
    kind: table.toUpperCase(),
    plural: spec.plural,
    fact,
    type: fact.type,
    titleSql: spec.titleSql,
  }
  kinds.push(kind as unknown as RecordKind)
  return kind
}

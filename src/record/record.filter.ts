import { type ClassType, Field as GraphField, InputType } from 'type-graphql'
import { columnOf, DayScalar, namedClass, type Where } from '../graph/index.ts'
import { Refusal } from '../kernel/errors.ts'
import type { RecordKind } from './define-record.ts'
import { effectiveOn } from './record.policy.ts'

/** What every kind's filter has; the kind's own filterable fields stand beside it as lists. */
export type RecordFilter = Readonly<Record<string, unknown>> & {
  readonly occurredFrom?: string | null
  readonly occurredTo?: string | null
  readonly effective?: boolean | null
}

const VALUES_MAX = 50

const filterFields = (kind: RecordKind) =>
  Object.entries(kind.fact.fields).filter(([, field]) => field.filter)

/** The filter input of a record kind: days, effect, and any-of lists over the fields declared filterable. */
export function filterInput(kind: RecordKind): ClassType<object> {
  const name = `${kind.fact.name}Filter`
  const type = namedClass(name)
  const add = (field: string, graph: () => unknown, description: string) =>
    GraphField(graph as never, { nullable: true, description })(type.prototype as object, field)
  add('occurredFrom', () => DayScalar, '发生日期起 On or after this day.')
  add('occurredTo', () => DayScalar, '发生日期止 Before this day.')
  add('effective', () => Boolean, '是否在效 In effect, or no longer, on the day asked for.')
  for (const [field, spec] of filterFields(kind)) {
    const graph = Array.isArray(spec.graph) ? spec.graph[0] : spec.graph
    add(field, () => [graph], `${spec.zh} Any of these values.`)
  }
  InputType(name, {
    description: `${kind.fact.zh}筛选 Conditions on ${kind.fact.name}; all given ones must hold.`,
  })(type)
  return type
}

/** Adds a filter's conditions over alias t; `day` is the day effect is asked for. */
export function addFilter(where: Where, kind: RecordKind, filter: RecordFilter | null, day: string): void {
  if (!filter) return
  if (filter.occurredFrom) where.and(`t.occurred_on >= ${where.param(filter.occurredFrom)}::date`)
  if (filter.occurredTo) where.and(`t.occurred_on < ${where.param(filter.occurredTo)}::date`)
  if (typeof filter.effective === 'boolean')
    where.and(`${filter.effective ? '' : 'not '}${effectiveOn(where.param(day))}`)
  for (const [field, spec] of filterFields(kind)) {
    const values = filter[field]
    if (!Array.isArray(values)) continue
    if (values.length > VALUES_MAX)
      throw new Refusal('FILTER_INVALID', {
        field,
        reason: `at most ${VALUES_MAX} values 最多${VALUES_MAX}个值`,
      })
    const type = spec.pg.replace('[]', '')
    const column = `t.${columnOf(field)}`
    const list = `${where.param(values)}::${type}[]`
    where.and(spec.pg.endsWith('[]') ? `${column} && ${list}` : `${column} = any(${list})`)
  }
}

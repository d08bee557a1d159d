import type { GraphQLObjectType } from 'graphql'
import { factOf } from '../fact.ts'
import type { Planning, Run, Write } from './planning.ts'
import type { Asked, SelectedField } from './selected.ts'

/** How a field that is not a column of its fact is written. */
export type FieldPlanner = (planning: Planning, field: SelectedField) => Write

/** How a field of Query is answered: the JSON text of its value. Whatever it throws, the resolvers answer instead. */
export type RootPlanner = (asked: Asked, field: SelectedField) => (run: Run) => Promise<string>

/** How `node(id)` reads an object of one type. */
export type NodePlanner = (
  asked: Asked,
  field: SelectedField,
  type: GraphQLObjectType,
) => (run: Run, key: readonly string[]) => Promise<string>

/** Stands for every type whose rows have a source. */
export const SOURCED = '(sourced)'

const fields = new Map<string, FieldPlanner>()
const roots = new Map<string, RootPlanner>()
const nodes = new Map<string, NodePlanner>()

/** Rooms tell the compiler how a field of theirs is read; `type` may be an interface. */
export const compiledField = (type: string, field: string, planner: FieldPlanner): void => {
  fields.set(`${type}.${field}`, planner)
}
export const compiledRoot = (field: string, planner: RootPlanner): void => {
  roots.set(field, planner)
}
export const compiledNode = (type: string, planner: NodePlanner): void => {
  nodes.set(type, planner)
}

export function fieldPlanner(type: GraphQLObjectType, field: string): FieldPlanner | undefined {
  const names = [type, ...type.getInterfaces()].map(({ name }) => name)
  const sourced = factOf(type.name)?.fields.sourceKey ? [SOURCED] : []
  return [...names, ...sourced]
    .map((name) => fields.get(`${name}.${field}`))
    .find((planner) => planner !== undefined)
}
export const rootPlanner = (field: string): RootPlanner | undefined => roots.get(field)
export const nodePlanner = (type: string): NodePlanner | undefined => nodes.get(type)

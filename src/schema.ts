import type { GraphQLSchema } from 'graphql'
import { buildSchema, type ClassType, type NonEmptyArray } from 'type-graphql'
import { catalogueResolvers } from './catalogue/index.ts'
import './grade/index.ts'
import { allFacts, NodeResolver, undeclaredFields, unreadableNodes } from './graph/index.ts'
import { handlingCheckResolvers } from './handling-check/index.ts'
import { ingestResolvers } from './ingest/index.ts'
import { listingResolvers } from './listing/index.ts'
import { recordKinds, recordResolvers } from './record/index.ts'
import { subjectResolvers } from './subject/index.ts'
import './utility-signal/index.ts'

/** The published contract, from every room. Refuses to be built while a field hides who may see it. */
export async function hubSchema(): Promise<GraphQLSchema> {
  const resolvers: ClassType<object>[] = [
    NodeResolver,
    ...subjectResolvers,
    ...recordResolvers(),
    ...listingResolvers,
    ...catalogueResolvers(),
    ...handlingCheckResolvers,
    ...ingestResolvers,
  ]
  const schema = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<() => void>,
    orphanedTypes: [...recordKinds().map(({ type }) => type), ...allFacts().map(({ type }) => type)],
    validate: false,
    nullableByDefault: false,
  })
  const undeclared = undeclaredFields(schema)
  if (undeclared.length > 0) throw new Error(`Fields without a declared visibility: ${undeclared.join(', ')}`)
  const unreadable = unreadableNodes(schema)
  if (unreadable.length > 0) throw new Error(`Node types that node(id) cannot read: ${unreadable.join(', ')}`)
  return schema
}

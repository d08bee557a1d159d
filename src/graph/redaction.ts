import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Visibility } from '../standards/visibility.ts'
import { visibilityOf } from './visibility.ts'

interface AskedField {
  readonly field: string
  readonly visibility: Visibility
}

const asked = new WeakMap<DocumentNode, readonly AskedField[]>()

function fieldsAsked(schema: GraphQLSchema, document: DocumentNode): readonly AskedField[] {
  const info = new TypeInfo(schema)
  const found = new Map<string, AskedField>()
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        const definition = info.getFieldDef()
        const visibility = definition ? visibilityOf(definition) : null
        const parent = info.getParentType()
        if (!definition || !visibility || visibility === 'PUBLIC' || !parent) return
        const field = `${getNamedType(parent).name}.${definition.name}`
        found.set(field, { field, visibility })
      },
    }),
  )
  return [...found.values()]
}

/** Fields a document asks for that the reader's clearance withholds; the answer names them. */
export function redactedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  clearance: readonly Visibility[],
): AskedField[] {
  const known = asked.get(document) ?? fieldsAsked(schema, document)
  asked.set(document, known)
  return known.filter(({ visibility }) => !clearance.includes(visibility))
}

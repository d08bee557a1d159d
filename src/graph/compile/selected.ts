import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  visit,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import type { Actor } from '../../kernel/context.ts'
import { Uncompiled } from './uncompiled.ts'

export type Variables = Readonly<Record<string, unknown>>
export type Reader = Pick<Actor, 'clearance'>

/** What planning a document needs to know; `switches` are the variables of @include and @skip. */
export interface Asked {
  readonly schema: GraphQLSchema
  readonly fragments: Record<string, FragmentDefinitionNode>
  readonly switches: Variables
  readonly reader: Reader
}

const hasVariable = (node: FieldNode): boolean => {
  let found = false
  for (const argument of node.arguments ?? [])
    visit(argument, {
      Variable: () => {
        found = true
      },
    })
  return found
}

/** One field of the merged selection: where graphql-js would call one resolver. */
export class SelectedField {
  readonly definition: GraphQLField<unknown, unknown>
  private readonly fixed: Variables | null

  constructor(
    readonly asked: Asked,
    readonly parent: GraphQLObjectType,
    readonly nodes: readonly [FieldNode, ...FieldNode[]],
  ) {
    const definition = parent.getFields()[this.name]
    if (!definition) throw new Uncompiled(`${parent.name}.${this.name}`)
    this.definition = definition
    this.fixed = hasVariable(nodes[0]) ? null : getArgumentValues(definition, nodes[0], {})
  }

  get name(): string {
    return this.nodes[0].name.value
  }

  /** Arguments as graphql-js gives them to a resolver. */
  args(variables: Variables): Variables {
    return this.fixed ?? getArgumentValues(this.definition, this.nodes[0], variables)
  }

  /** The object type of the field; a field of an abstract type has to be told its runtime type. */
  get type(): GraphQLObjectType {
    const type = getNamedType(this.definition.type)
    if (!isObjectType(type)) throw new Uncompiled(`${type.name} is no object type`)
    return type
  }

  /** The merged selection below, for one runtime type, in the order of the answer. */
  below(type: GraphQLObjectType = this.type): Selection {
    const { schema, fragments, switches } = this.asked
    return selectionOf(this.asked, type, collectSubfields(schema, fragments, switches, type, this.nodes))
  }
}

/** A field, or the name of the type where `__typename` is asked for. */
export interface Selection {
  readonly type: GraphQLObjectType
  readonly fields: ReadonlyMap<string, SelectedField | '__typename'>
}

export function selectionOf(
  asked: Asked,
  type: GraphQLObjectType,
  collected: ReadonlyMap<string, readonly FieldNode[]>,
): Selection {
  const fields = new Map<string, SelectedField | '__typename'>()
  for (const [key, [first, ...rest]] of collected) {
    if (!first) continue
    const field =
      first.name.value === '__typename' ? '__typename' : new SelectedField(asked, type, [first, ...rest])
    fields.set(key, field)
  }
  return { type, fields }
}

export const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node] as const),
  )

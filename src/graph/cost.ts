import {
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { PAGE_MAX } from '../kernel/paging.ts'

/** Rows one document may ask for at most, pages multiplied by the pages around them. */
export const ROWS_MAX = 20_000
const PAGE_DEFAULT = 20

type Variables = Readonly<Record<string, unknown>>
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

function pageSizeOf(args: readonly ArgumentNode[] | undefined, variables: Variables): number | null {
  const first = args?.find((argument) => argument.name.value === 'first')?.value
  if (!first) return null
  const value =
    first.kind === Kind.INT
      ? Number(first.value)
      : first.kind === Kind.VARIABLE
        ? variables[first.name.value]
        : null
  return typeof value === 'number' ? Math.min(Math.max(value, 1), PAGE_MAX) : PAGE_DEFAULT
}

const isPage = (set: SelectionSetNode | undefined): boolean =>
  set?.selections.some(
    (node) => node.kind === Kind.FIELD && ['edges', 'nodes', 'pageInfo'].includes(node.name.value),
  ) ?? false

/** Most rows a selection can bring, before anything is read. Fragments are measured once each. */
function rowsOf(
  set: SelectionSetNode,
  context: { fragments: Fragments; variables: Variables; known: Map<string, number> },
): number {
  let rows = 0
  for (const node of set.selections) {
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const name = node.name.value
      const fragment = context.fragments.get(name)
      if (!context.known.has(name) && fragment)
        context.known.set(name, rowsOf(fragment.selectionSet, context))
      rows += context.known.get(name) ?? 0
    } else if (node.selectionSet) {
      const inner = rowsOf(node.selectionSet, context)
      const page = node.kind === Kind.FIELD ? pageSizeOf(node.arguments, context.variables) : null
      const size = page ?? (isPage(node.selectionSet) ? PAGE_DEFAULT : 1)
      rows += node.kind === Kind.FIELD ? size * (1 + inner) - (size === 1 ? 1 : 0) : inner
    }
  }
  return rows
}

export function rowCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node] as const),
  )
  return rowsOf(operation.selectionSet, { fragments, variables, known: new Map() })
}

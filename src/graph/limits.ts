import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { Refusal, type RefusalCode } from '../kernel/errors.ts'

/** Published limits of one document; `docs/limits.md` lists them. */
export interface Limits {
  readonly tokens: number
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  readonly fields: number
  readonly bodyBytes: number
}

export const LIMITS: Limits = {
  tokens: 4_000,
  depth: 14,
  aliases: 30,
  directives: 30,
  fields: 2_500,
  bodyBytes: 1_048_576,
}

interface Size {
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
}

const EMPTY: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 }
const CYCLE: Size = { ...EMPTY, depth: Number.POSITIVE_INFINITY }

const beside = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
})

/** Size of a selection with its fragments spread out; every fragment is measured once, so bombs cost nothing. */
function measure(
  set: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Size>,
): Size {
  let total = EMPTY
  for (const selection of set?.selections ?? []) {
    const own: Size = { ...EMPTY, directives: selection.directives?.length ?? 0 }
    total = beside(total, own)
    if (selection.kind === Kind.FIELD) {
      const inner = measure(selection.selectionSet, fragments, known)
      total = beside(total, {
        depth: inner.depth + 1,
        fields: inner.fields + 1,
        aliases: inner.aliases + (selection.alias ? 1 : 0),
        directives: inner.directives,
      })
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      total = beside(total, measure(selection.selectionSet, fragments, known))
    } else {
      const name = selection.name.value
      if (!known.has(name)) {
        known.set(name, CYCLE)
        known.set(name, measure(fragments.get(name)?.selectionSet, fragments, known))
      }
      total = beside(total, known.get(name) ?? EMPTY)
    }
  }
  return total
}

const INTROSPECTION = new Set(['__schema', '__type'])

function isIntrospection(set: SelectionSetNode): boolean {
  return set.selections.every((node) => node.kind === Kind.FIELD && INTROSPECTION.has(node.name.value))
}

/** Validation rule that refuses documents past the limits, before anything runs. */
export function limitRules(limits: Limits): ValidationRule[] {
  const rule = (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      const fragments = new Map(
        document.definitions
          .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
          .map((node) => [node.name.value, node]),
      )
      const known = new Map<string, Size>()
      const refuse = (code: RefusalCode, details: Record<string, number>) =>
        context.reportError(new Refusal(code, details) as GraphQLError)
      for (const node of document.definitions) {
        if (node.kind !== Kind.OPERATION_DEFINITION) continue
        const size = measure(node.selectionSet, fragments, known)
        const directives = size.directives + (node.directives?.length ?? 0)
        const deepest = isIntrospection(node.selectionSet) ? limits.depth + 6 : limits.depth
        if (size.depth > deepest)
          refuse('QUERY_TOO_DEEP', {
            depth: Number.isFinite(size.depth) ? size.depth : 9_999,
            limit: deepest,
          })
        if (size.aliases > limits.aliases)
          refuse('QUERY_TOO_MANY_ALIASES', { count: size.aliases, limit: limits.aliases })
        if (directives > limits.directives)
          refuse('QUERY_TOO_MANY_DIRECTIVES', { count: directives, limit: limits.directives })
        if (size.fields > limits.fields)
          refuse('QUERY_TOO_LARGE', { count: size.fields, limit: limits.fields })
      }
    },
  })
  return [rule]
}

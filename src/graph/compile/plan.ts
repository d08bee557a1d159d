import {
  type DocumentNode,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import type { RequestContext } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/errors.ts'
import { Bounded } from './bounded.ts'
import type { Run } from './planning.ts'
import { rootPlanner } from './registry.ts'
import { type Asked, fragmentsOf, type Reader, selectionOf, type Variables } from './selected.ts'
import { Uncompiled } from './uncompiled.ts'

/** Answers an operation: the JSON text of `data`. */
type Plan = (run: Run) => Promise<string>

/** Plans of one document: operations × readers × switches. */
const PLANS_MAX = 12
const DOCUMENTS_MAX = 500
const REASONS_MAX = 200

interface AskedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Variables
}

interface DocumentPlans {
  readonly switches: readonly string[]
  readonly plans: Bounded<string, Plan | Uncompiled>
}

/** Variables that stand in an @include or @skip. */
function switchesIn(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(node) {
      for (const { value } of node.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}

function planOf(asked: Asked, operation: OperationDefinitionNode): Plan {
  const query = asked.schema.getQueryType()
  if (!query || operation.operation !== 'query') throw new Uncompiled(operation.operation)
  const { schema, fragments, switches } = asked
  const collected = collectFields(schema, fragments, switches, query, operation.selectionSet)
  const roots = [...selectionOf(asked, query, collected).fields].map(([key, field]) => {
    if (field === '__typename') return { key, read: async () => JSON.stringify(query.name) }
    const planner = rootPlanner(field.name)
    if (!planner) throw new Uncompiled(`Query.${field.name}`)
    return { key, read: planner(asked, field) }
  })
  return async (run) => {
    const texts = await Promise.all(roots.map(({ read }) => read(run)))
    return `{${roots.map(({ key }, at) => `"${key}":${texts[at]}`).join(',')}}`
  }
}

/** Refusals the resolvers would only run into a second time: there is no room, or no time left. */
const BUSY: ReadonlySet<string> = new Set(['OVERLOADED', 'QUERY_TIMEOUT'])

/** Compiles operations of one schema. A plan is made once per document; those used last are kept. */
export class Compiler {
  /** Operations answered by a plan, operations left to the resolvers, and plans made, since start. */
  readonly counts = { compiled: 0, resolved: 0, planned: 0 }
  /** Why operations were left to the resolvers, and how often. */
  readonly reasons = new Map<string, number>()
  private readonly documents = new Bounded<DocumentNode, DocumentPlans>(DOCUMENTS_MAX)

  constructor(private readonly schema: GraphQLSchema) {}

  /** The JSON text of `data`, or null where the resolvers have to answer; refuses where the hub is too busy. */
  async answer(ctx: RequestContext, asked: AskedOperation): Promise<string | null> {
    try {
      const text = await this.text(ctx, asked)
      this.counts.compiled += 1
      return text
    } catch (reason) {
      if (reason instanceof Refusal && BUSY.has(reason.code)) throw reason
      this.counts.resolved += 1
      this.note(reason, ctx)
      return null
    }
  }

  private async text(
    ctx: RequestContext,
    { document, operation, variables }: AskedOperation,
  ): Promise<string> {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables)
    if (!coerced) throw new Uncompiled('a variable of another type')
    const plan = this.plan(document, operation, coerced, ctx.actor)
    if (plan instanceof Uncompiled) throw plan
    return plan({ ctx, variables: coerced })
  }

  private note(reason: unknown, ctx: RequestContext): void {
    const refusal = reason instanceof GraphQLError
    const uncompiled = reason instanceof Uncompiled
    if (!refusal && !uncompiled)
      ctx.log.warn({ err: reason }, 'a compiled operation failed; the resolvers answer it')
    const name = uncompiled ? reason.message : refusal ? 'a refusal' : 'a fault'
    if (this.reasons.size < REASONS_MAX || this.reasons.has(name))
      this.reasons.set(name, (this.reasons.get(name) ?? 0) + 1)
  }

  private plan(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    reader: Reader,
  ): Plan | Uncompiled {
    const known =
      this.documents.get(document) ??
      this.documents.set(document, { switches: switchesIn(document), plans: new Bounded(PLANS_MAX) })
    const switches = Object.fromEntries(
      known.switches.filter((name) => name in variables).map((name) => [name, variables[name]]),
    )
    const key = JSON.stringify([operation.name?.value ?? '', reader.clearance, switches])
    return known.plans.get(key) ?? known.plans.set(key, this.make(document, operation, switches, reader))
  }

  private make(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    switches: Variables,
    { clearance }: Reader,
  ): Plan | Uncompiled {
    this.counts.planned += 1
    if (!clearance.includes('PUBLIC')) return new Uncompiled('a reader who may see nothing')
    const asked: Asked = {
      schema: this.schema,
      fragments: fragmentsOf(document),
      switches,
      reader: { clearance: [...clearance] },
    }
    try {
      return planOf(asked, operation)
    } catch (reason) {
      if (reason instanceof Uncompiled) return reason
      throw reason
    }
  }
}

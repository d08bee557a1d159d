import type { GraphQLObjectType } from 'graphql'
import { isObjectType } from 'graphql'
import { readGlobalId } from '../../kernel/ids.ts'
import { Bounded } from './bounded.ts'
import type { Run } from './planning.ts'
import { compiledRoot, nodePlanner } from './registry.ts'
import { Uncompiled } from './uncompiled.ts'

type Read = (run: Run, key: readonly string[]) => Promise<string>

/** `node(id)`: planned per type when an id of that type first comes. */
export function declareNodeRoot(): void {
  compiledRoot('node', (asked, field) => {
    const plans = new Bounded<string, Read>(64)
    const planFor = (name: string): Read => {
      const known = plans.get(name)
      if (known) return known
      const planner = nodePlanner(name)
      const type = asked.schema.getType(name)
      if (!planner || !isObjectType(type)) throw new Uncompiled(`node of ${name}`)
      return plans.set(name, planner(asked, field, type satisfies GraphQLObjectType))
    }
    return async (run) => {
      const parts = readGlobalId(String(field.args(run.variables).id))
      if (!parts) throw new Uncompiled('not an id')
      return planFor(parts.type)(run, parts.key)
    }
  })
}

import { type GraphQLSchema, isInterfaceType } from 'graphql'
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { readGlobalId } from '../kernel/ids.ts'
import { Node, nodeReader } from './node.ts'

const NODES_MAX = 100

/** Types with an id that `node(id)` would not find; the hub does not start while there is one. */
export const unreadableNodes = (schema: GraphQLSchema): string[] => {
  const node = schema.getType('Node')
  if (!isInterfaceType(node)) return ['Node']
  return schema
    .getPossibleTypes(node)
    .map(({ name }) => name)
    .filter((name) => !nodeReader(name))
}

function nodeOf(ctx: RequestContext, id: string): Promise<object | null> {
  const parts = readGlobalId(id)
  const read = parts ? nodeReader(parts.type) : undefined
  if (!parts || !read) throw new Refusal('NODE_ID_INVALID', { id: id.slice(0, 80) })
  return read(ctx, parts.key)
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: '按全局标识查对象 Any object by its id; null when it is not there or may not be seen.',
  })
  node(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<object | null> {
    return nodeOf(ctx, id)
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: '批量按标识查对象 Several objects, in the order of the ids; at most 100.',
  })
  nodes(@Ctx() ctx: RequestContext, @Arg('ids', () => [ID]) ids: string[]): Promise<(object | null)[]> {
    if (ids.length > NODES_MAX) throw new Refusal('PAGE_SIZE', { first: ids.length })
    return Promise.all(ids.map((id) => nodeOf(ctx, id)))
  }
}

import { ID, Int, InterfaceType, Field as GraphField, ObjectType } from 'type-graphql'
import type { RequestContext } from '../kernel/context.ts'
import { Shown } from './visibility.ts'

@InterfaceType({ description: '对象 Anything with an opaque global id (Relay Node).' })
export class Node {
  @Shown('PUBLIC')
  @GraphField(() => ID, { description: '全局标识 Opaque global id; stable.' })
  id!: string
}

@ObjectType({ description: '翻页信息 Where a page stands in its list (Relay PageInfo).' })
export class PageInfo {
  @GraphField(() => Boolean) hasNextPage!: boolean
  @GraphField(() => Boolean) hasPreviousPage!: boolean
  @GraphField(() => String, { nullable: true }) startCursor!: string | null
  @GraphField(() => String, { nullable: true }) endCursor!: string | null
}

@ObjectType({
  description: '总数 How many rows a list has: exact up to 25,000, beyond that 25,000 and capped.',
})
export class TotalCount {
  @GraphField(() => Int, { description: '数量 Rows, at most 25,000.' }) value!: number
  @GraphField(() => Boolean, { description: '是否封顶 True when there are more rows than were counted.' })
  capped!: boolean
}

export interface NodeRow {
  readonly id: string
}

type NodeReader = (ctx: RequestContext, key: readonly string[]) => Promise<object | null>

const readers = new Map<string, NodeReader>()

/** Tells how `node(id)` finds an object of a type; the same reading rules as the lists apply. */
export function registerNode(type: string, read: NodeReader): void {
  readers.set(type, read)
}

export const nodeReader = (type: string): NodeReader | undefined => readers.get(type)
export const nodeTypes = (): readonly string[] => [...readers.keys()]

const TYPE_OF = new WeakMap<object, string>()

/** Marks a row with its GraphQL type, so that interfaces and unions resolve. */
export function typed<Row extends object>(row: Row, type: string): Row {
  TYPE_OF.set(row, type)
  return row
}
export const typeNameOf = (row: object): string | undefined => TYPE_OF.get(row)

import { Field as GraphField, ID, Int, InterfaceType, ObjectType } from 'type-graphql'
import type { RequestContext } from '../kernel/context.ts'
import { Shown } from './visibility.ts'

const TYPE_OF = new WeakMap<object, string>()

/** Marks a row with its GraphQL type, so that interfaces and unions resolve. */
export function typed<Row extends object>(row: Row, type: string): Row {
  TYPE_OF.set(row, type)
  return row
}
export const typeNameOf = (row: object): string | undefined => TYPE_OF.get(row)

@InterfaceType({
  description: '对象 Anything with an opaque global id (Relay Node).',
  resolveType: typeNameOf as never,
})
export class Node {
  @Shown('PUBLIC')
  @GraphField(() => ID, { description: '全局标识 Opaque global id; stable.' })
  id!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '翻页信息 Where a page stands in its list (Relay PageInfo).',
})
export class PageInfo {
  @GraphField(() => Boolean, { description: '后面还有 More rows follow.' }) hasNextPage!: boolean
  @GraphField(() => Boolean, { description: '前面还有 The page is not the first.' }) hasPreviousPage!: boolean
  @GraphField(() => String, { nullable: true, description: '首行游标 Cursor of the first row.' })
  startCursor!: string | null
  @GraphField(() => String, { nullable: true, description: '末行游标 Cursor of the last row.' })
  endCursor!: string | null
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

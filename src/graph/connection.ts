import { type ClassType, Field as GraphField, ObjectType } from 'type-graphql'
import { COUNT_CAP, type Cursors, type Page } from '../kernel/paging.ts'
import { namedClass } from './named-class.ts'
import { PageInfo, TotalCount } from './node.ts'

export interface Connection<Row> {
  readonly edges: readonly { node: Row; cursor: string }[]
  readonly nodes: readonly Row[]
  readonly pageInfo: PageInfo
  /** Counted only when asked for. */
  totalCount(): Promise<TotalCount>
}

interface ConnectionTypes {
  readonly Connection: ClassType<object>
  readonly Edge: ClassType<object>
}

const made = new Map<string, ConnectionTypes>()

const field = (type: ClassType<object>, key: string, graph: () => unknown, description: string): void =>
  GraphField(graph as never, { description })(type.prototype as object, key)

/** Relay connection and edge types of a node type; `extra` adds edge fields such as a search rank. */
export function connectionTypes(
  name: string,
  node: () => ClassType<object>,
  extra?: (edge: ClassType<object>) => void,
): ConnectionTypes {
  const known = made.get(name)
  if (known) return known
  const Edge = namedClass(`${name}Edge`)
  field(Edge, 'node', node, '条目 The row.')
  field(Edge, 'cursor', () => String, '游标 Where this row stands; give it as `after`.')
  extra?.(Edge)
  ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `${name} 列表中的一行 A row of a list of ${name}.`,
  })(Edge)

  const Connection = namedClass(`${name}Connection`)
  field(Connection, 'edges', () => [Edge], '行与游标 Rows with their cursors.')
  field(Connection, 'nodes', () => [node()], '行 The rows alone.')
  field(Connection, 'pageInfo', () => PageInfo, '翻页信息 Where this page stands.')
  field(Connection, 'totalCount', () => TotalCount, '总数 All rows of the list, counted only when asked.')
  ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `${name} 列表的一页 A page of ${name}.`,
  })(Connection)
  const types = { Connection, Edge }
  made.set(name, types)
  return types
}

interface ConnectionParts<Row> {
  readonly page: Page<Row>
  readonly after: string | null | undefined
  readonly cursors: Cursors
  readonly scope: string
  readonly position: (row: Row) => readonly (string | number | null)[]
  /** Rows of the whole list, counting no further than one past the cap. */
  readonly count: () => Promise<number>
}

export function connectionFrom<Row>(parts: ConnectionParts<Row>): Connection<Row> {
  const edges = parts.page.rows.map((node) => ({
    node,
    cursor: parts.cursors.write(parts.position(node), parts.scope),
  }))
  return {
    edges,
    nodes: parts.page.rows,
    pageInfo: {
      hasNextPage: parts.page.hasNextPage,
      hasPreviousPage: Boolean(parts.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: async () => {
      const counted = await parts.count()
      return { value: Math.min(counted, COUNT_CAP), capped: counted > COUNT_CAP }
    },
  }
}

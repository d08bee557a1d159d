import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { FastifyInstance } from 'fastify'
import { print } from 'graphql'
import { DEMONSTRATION_OFFICER } from '../../src/access/index.ts'
import { Database, type DatabaseOptions } from '../../src/kernel/db.ts'
import type { Door } from '../../src/kernel/door.ts'
import { hubSchema } from '../../src/schema.ts'
import { buildServer } from '../../src/server.ts'
import { freshDatabase } from './database.ts'
import { NOW } from './now.ts'

export interface Answer<Data> {
  readonly status: number
  readonly data: Data
  readonly errors: readonly {
    message: string
    path?: (string | number)[]
    extensions: { code: string; messageEn?: string }
  }[]
  readonly extensions: Readonly<Record<string, unknown>>
}

export interface TestHub {
  readonly db: Database
  readonly url: string
  readonly app: FastifyInstance
  /** Sends a typed operation; fails on errors in the answer. */
  ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>
  /** Sends any text; gives whatever comes back. */
  send<Data = never>(query: string, variables?: object): Promise<Answer<Data>>
  stop(): Promise<void>
}

export const SECRET = 'test-secret-of-32-characters-or-more'

/** A hub over a database of its own, spoken to through HTTP without a socket. */
export async function startHub(
  options: { database?: DatabaseOptions; door?: Door; resolversOnly?: boolean } = {},
): Promise<TestHub> {
  const fresh = await freshDatabase()
  const db = new Database({ ...fresh.connection, max: 6, ...options.database })
  const app = await buildServer({
    db,
    schema: await hubSchema(),
    clock: () => NOW,
    actor: DEMONSTRATION_OFFICER,
    secret: SECRET,
    logLevel: process.env.XINSHU_TEST_LOG ?? 'silent',
    ...(options.door ? { door: options.door } : {}),
    ...(options.resolversOnly ? { compiler: null } : {}),
  })
  await app.ready()
  const send = async <Data>(query: string, variables: object = {}): Promise<Answer<Data>> => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { accept: 'application/graphql-response+json' },
      payload: { query, variables },
    })
    const body = response.json()
    return {
      status: response.statusCode,
      data: body.data,
      errors: body.errors ?? [],
      extensions: body.extensions ?? {},
    }
  }
  return {
    db,
    url: fresh.url,
    app,
    send,
    async ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) {
      const answer = await send<Data>(print(document), variables as object)
      if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors, null, 2))
      return answer.data
    },
    async stop() {
      await app.close()
      await db.close()
      await fresh.drop()
    },
  }
}

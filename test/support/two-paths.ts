import type { FastifyInstance } from 'fastify'
import { compile } from '../../src/graph/index.ts'
import type { Actor } from '../../src/kernel/context.ts'
import { Database } from '../../src/kernel/db.ts'
import { hubSchema } from '../../src/schema.ts'
import { buildServer } from '../../src/server.ts'
import type { Visibility } from '../../src/standards/visibility.ts'
import { freshDatabase } from './database.ts'
import { SECRET } from './hub.ts'
import { NOW } from './now.ts'

export interface Body {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string | null
}

export interface BothAnswers {
  readonly compiled: string
  readonly resolved: string
  /** Whether a plan gave the first answer, or the resolvers did after all. */
  readonly planned: boolean
  readonly statements: number
}

/** Two servers over one database for one reader: with the compiler, and with resolvers alone. */
export interface TwoPaths {
  readonly compiler: compile.Compiler
  ask(body: Body): Promise<BothAnswers>
}

export interface TwoPathsHub {
  readonly db: Database
  readonly paths: (clearance: readonly Visibility[]) => Promise<TwoPaths>
  stop(): Promise<void>
}

async function raw(app: FastifyInstance, body: Body): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { accept: 'application/graphql-response+json' },
    payload: body,
  })
  const { statusCode, headers, payload } = response
  return `${statusCode} ${headers['content-type']}\n${payload.replaceAll(/[0-9a-f-]{36}(?=[。,"])/g, (id) =>
    payload.includes(`"faultId":"${id}"`) ? 'fault' : id,
  )}`
}

export async function startTwoPaths(): Promise<TwoPathsHub> {
  const fresh = await freshDatabase()
  const db = new Database({ ...fresh.connection, max: 4 })
  const schema = await hubSchema()
  const apps: FastifyInstance[] = []
  const serve = async (actor: Actor, compiler: compile.Compiler | null) => {
    const app = await buildServer({
      db,
      schema,
      clock: () => NOW,
      actor,
      secret: SECRET,
      logLevel: process.env.XINSHU_TEST_LOG ?? 'silent',
      compiler,
    })
    await app.ready()
    apps.push(app)
    return app
  }
  return {
    db,
    async paths(clearance) {
      const actor = { account: 'test', department: '330700-701', clearance }
      const compiler = new compile.Compiler(schema)
      const [one, other] = [await serve(actor, compiler), await serve(actor, null)]
      return {
        compiler,
        async ask(body) {
          const before = { compiled: compiler.counts.compiled, statements: db.statements }
          const compiled = await raw(one, body)
          const planned = compiler.counts.compiled > before.compiled
          const statements = db.statements - before.statements
          return { compiled, planned, statements, resolved: await raw(other, body) }
        },
      }
    },
    async stop() {
      for (const app of apps) await app.close()
      await db.close()
      await fresh.drop()
    },
  }
}

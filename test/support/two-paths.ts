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
import { statementsOf } from './shadow.ts'

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
  /** Statements over facts; the catalogues look for a new edition once a second. */
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

/** Status, type and body; ids of faults, made anew for each, are numbered. */
async function raw(app: FastifyInstance, asked: Body): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { accept: 'application/graphql-response+json' },
    payload: asked,
  })
  const { statusCode, headers, payload } = response
  const faults = [...payload.matchAll(/"faultId":"([^"]+)"/g)].map(([, id]) => id ?? '')
  const body = faults.reduce((text, id, at) => text.replaceAll(id, `fault ${at}`), payload)
  return `${statusCode} ${headers['content-type']}\n${body}`
}

type Told = { readonly path?: unknown }
const placeOf = (error: Told): string => JSON.stringify(error.path ?? [])

/** An answer without its errors, and its errors by path. */
function taken(answer: string): { rest: object; errors: Map<string, Told> } {
  const at = answer.indexOf('\n')
  const { errors = [], ...rest } = JSON.parse(answer.slice(at)) as { errors?: Told[] }
  return {
    rest: { head: answer.slice(0, at), ...rest },
    errors: new Map(errors.map((error) => [placeOf(error), error])),
  }
}

/**
 * Two answers of the resolvers to the same operation, made comparable. Parallel resolvers tell their errors in the
 * order they happen, and one that comes after another has made all of `data` null is not told: graphql-js itself does
 * not answer such an operation twice alike. Everything but the errors is kept, and of those what both tell.
 */
export function withoutRaces(one: string, other: string): [one: object, other: object] {
  const [a, b] = [taken(one), taken(other)]
  const both = [...a.errors.keys()].filter((place) => b.errors.has(place)).sort()
  const kept = ({ rest, errors }: typeof a) => ({
    ...rest,
    failed: errors.size > 0,
    errors: both.map((place) => errors.get(place)),
  })
  return [kept(a), kept(b)]
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
          const before = compiler.counts.compiled
          let compiled = ''
          const sent = await statementsOf(db, async () => {
            compiled = await raw(one, body)
          })
          const planned = compiler.counts.compiled > before
          const statements = sent.filter(({ text }) => text.includes('subject_key')).length
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

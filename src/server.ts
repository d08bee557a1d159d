import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { unwrapResolverError } from '@apollo/server/errors'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { guard, HTTP_OPTIONS } from './admission.ts'
import { acceptDocumentIds, checkedDocuments, DocumentStore, trustedDocuments } from './documents/index.ts'
import { compile, LIMITS, limitRules, redactedFields, rowCost, ROWS_MAX } from './graph/index.ts'
import { type Clock, dayOf } from './kernel/clock.ts'
import type { Actor, RequestContext } from './kernel/context.ts'
import type { Database } from './kernel/db.ts'
import { Door } from './kernel/door.ts'
import { Refusal, refusalText } from './kernel/errors.ts'
import { registerHealth } from './health.ts'
import { metrics } from './kernel/metrics.ts'
import { Cursors } from './kernel/paging.ts'
import { personKeyOf } from './subject/index.ts'

/** What a running hub is made of; `main.ts` and the tests put it together. */
export interface Hub {
  readonly db: Database
  readonly schema: GraphQLSchema
  readonly clock: Clock
  readonly actor: Actor
  readonly secret: string
  readonly logLevel: string
  /** Who lets requests in; one with the default limits where none is given. */
  readonly door?: Door
  /** Name of this process among its workers. */
  readonly worker?: string
  /** Answers operations that compile; a hub of its own kind may pass one, or null for resolvers alone. */
  readonly compiler?: compile.Compiler | null
}

type HubContext = RequestContext & BaseContext

/** Faults of the document itself keep graphql-js's text; ours show an id and nothing else. */
const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
])

const refused = metrics.counter('xinshu_errors_total', 'Errors in GraphQL answers, by code.')

function formatError(log: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(thrown)
    if (
      original instanceof Refusal ||
      (thrown instanceof GraphQLError && thrown.originalError instanceof Refusal)
    ) {
      const refusal =
        original instanceof Refusal ? original : ((thrown as GraphQLError).originalError as Refusal)
      const { zh, en } = refusalText(refusal.code, refusal.details)
      refused({ code: refusal.code })
      return {
        ...formatted,
        message: zh,
        extensions: { code: refusal.code, messageEn: en, details: refusal.details },
      }
    }
    const code = String(formatted.extensions?.code ?? '')
    refused({ code: code || 'none' })
    if (CLIENT_CODES.has(code)) return { ...formatted, extensions: { code } }
    const faultId = randomUUID()
    log.error({ faultId, err: original }, 'fault')
    return {
      message: `系统内部错误，编号 ${faultId}。`,
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR', messageEn: `Internal fault, id ${faultId}.`, faultId },
    }
  }
}

/** Names, in every answer, what was withheld from this reader. */
const redactionPlugin = (schema: GraphQLSchema): ApolloServerPlugin<HubContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ document, contextValue, response }) => {
      if (!document || response.body.kind !== 'single') return
      const redacted = redactedFields(schema, document, contextValue.actor.clearance)
      if (redacted.length === 0) return
      response.body.singleResult.extensions = { ...response.body.singleResult.extensions, redacted }
    },
  }),
})

/** Refuses documents that could bring more rows than the limit, before one is read. */
const costPlugin = (documents: DocumentStore): ApolloServerPlugin<HubContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request }) => {
      if (documents.isTrusted(document)) return
      const cost = operation ? rowCost(document, operation, request.variables ?? {}) : 0
      if (cost <= ROWS_MAX) return
      const refusal = new Refusal('QUERY_TOO_COSTLY', { cost, limit: ROWS_MAX })
      throw new GraphQLError(refusal.message, {
        originalError: refusal,
        extensions: { ...refusal.extensions, http: { status: 400 } },
      })
    },
  }),
})

const contextOf = (hub: Hub, log: FastifyBaseLogger, cursors: Cursors) => async (request: { id: string }) => {
  const now = hub.clock()
  const context: HubContext = {
    requestId: request.id,
    db: hub.db,
    actor: hub.actor,
    now,
    today: dayOf(now),
    cursors,
    log,
    personKey: (kind, number) => personKeyOf(hub.secret, kind, number),
  }
  return context
}

/** The HTTP side of a hub: GraphQL with its limits, health, and what `extend` adds (console, uploads). */
export async function buildServer(
  hub: Hub,
  extend: (app: FastifyInstance) => Promise<void> = async () => undefined,
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: LIMITS.bodyBytes,
    logger: { level: hub.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    ...HTTP_OPTIONS,
  })
  const door = hub.door ?? new Door()
  guard(app, door)
  const documents = new DocumentStore(checkedDocuments(hub.schema))
  acceptDocumentIds(app, trustedDocuments())
  const compiler = hub.compiler === undefined ? new compile.Compiler(hub.schema) : hub.compiler
  const apollo = new ApolloServer<HubContext>({
    schema: hub.schema,
    documentStore: documents,
    stringifyResult: compile.stringifyResult,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: limitRules(LIMITS),
    formatError: formatError(app.log),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text) => app.log.warn(text),
      error: (text) => app.log.error(text),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      redactionPlugin(hub.schema),
      costPlugin(documents),
      ...(compiler ? [compile.compilerPlugin(compiler)] : []),
    ],
  })
  await apollo.start()
  registerHealth(app, { db: hub.db, door, worker: hub.worker ?? '0' })
  await extend(app)
  await app.register(fastifyApollo(apollo), { context: contextOf(hub, app.log, new Cursors(hub.secret)) })
  return app
}

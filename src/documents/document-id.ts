import type { FastifyInstance } from 'fastify'
import { Refusal } from '../kernel/errors.ts'
import type { TrustedDocument } from './trusted.ts'

const PREFIX = 'sha256:'
const SHOWN_MAX = 80

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * `documentId` in the JSON body instead of `query` (GraphQL over HTTP, appendix A: persisted documents), with or
 * without the prefix `sha256:`. Where it is given, a `query` beside it is not read. Refuses DOCUMENT_UNKNOWN.
 */
export function acceptDocumentIds(app: FastifyInstance, documents: readonly TrustedDocument[]): void {
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  app.addHook('preHandler', async (request, reply) => {
    const { body } = request
    if (request.routeOptions.url !== '/graphql' || !isObject(body) || body.documentId === undefined) return
    const asked = String(body.documentId)
    const text = texts.get(asked.startsWith(PREFIX) ? asked.slice(PREFIX.length) : asked)
    if (text === undefined) {
      const { message, extensions } = new Refusal('DOCUMENT_UNKNOWN', {
        documentId: asked.slice(0, SHOWN_MAX),
      })
      return reply.code(400).send({ errors: [{ message, extensions }] })
    }
    const { documentId: _, ...rest } = body
    request.body = { ...rest, query: text }
  })
}

import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Actor } from '../kernel/context.ts'
import type { Database } from '../kernel/db.ts'
import { Refusal, refusalText } from '../kernel/errors.ts'
import { batchOf } from './batch.store.ts'
import { type Desk, deskOf, openDesk, storeUpload } from './desk.ts'
import { errorFile } from './error-file.ts'
import { mayIngest } from './ingest.policy.ts'

export interface UploadOptions extends Omit<Desk, 'loading'> {
  readonly db: Database
  /** Connections that write files; those that answer where none are given. */
  readonly loading?: Database
  readonly actor: Actor
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const STATUS: Partial<Record<Refusal['code'], number>> = {
  FILE_TOO_LARGE: 413,
  FORBIDDEN: 403,
  NODE_ID_INVALID: 404,
}

function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { zh, en } = refusalText(refusal.code, refusal.details)
  return reply.code(STATUS[refusal.code] ?? 400).send({ code: refusal.code, message: zh, messageEn: en })
}

/**
 * `PUT /files` takes the bytes of a file as they are (no multipart) and answers `{ fileId, bytes }` for
 * `submitBatch`; `GET /batches/:id/errors.csv` gives the rejected rows back. Both live in a scope of their own,
 * so that taking raw bodies stays with this route.
 */
export function registerUpload(app: FastifyInstance, options: UploadOptions): void {
  const { db, actor } = options
  const { folder, maxBytes, personSecret, loading = db } = options
  openDesk(db, { folder, maxBytes, personSecret, loading })
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { bodyLimit: options.maxBytes }, (_request, payload, done) =>
      done(null, payload),
    )

    scope.put('/files', { bodyLimit: options.maxBytes }, async (request, reply) => {
      if (!mayIngest(actor)) return refuse(reply, new Refusal('FORBIDDEN', { action: 'PUT /files' }))
      const body = request.body instanceof Readable ? request.body : request.raw
      try {
        return await storeUpload(deskOf(db), body)
      } catch (fault) {
        if (fault instanceof Refusal) return refuse(reply.header('connection', 'close'), fault)
        throw fault
      }
    })

    scope.get<{ Params: { id: string } }>('/batches/:id/errors.csv', async (request, reply) => {
      if (!mayIngest(actor)) return refuse(reply, new Refusal('FORBIDDEN', { action: 'errors.csv' }))
      const { id } = request.params
      const batch = UUID.test(id) ? await batchOf(db, id) : null
      if (!batch) return refuse(reply, new Refusal('NODE_ID_INVALID', { id: id.slice(0, 80) }))
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="errors-${batch.id}.csv"`)
        .send(Readable.from(errorFile(db, batch)))
    })
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BUSY, Refusal, refusalText } from './kernel/errors.ts'
import type { Door } from './kernel/door.ts'
import { metrics } from './kernel/metrics.ts'

/** Time limits of a connection; `docs/limits.md` has a line for each. */
export const HTTP_TIMES = {
  headersMs: 10_000,
  /** For the body of a request, uploads excepted. */
  bodyMs: 12_000,
  uploadMs: 3_600_000,
  /** Without a byte in either direction while a request runs. */
  silenceMs: 120_000,
  keepAliveMs: 72_000,
  checkedEveryMs: 2_000,
} as const

/** What fastify and node:http are told. */
export const HTTP_OPTIONS = {
  requestTimeout: HTTP_TIMES.uploadMs,
  connectionTimeout: HTTP_TIMES.silenceMs,
  keepAliveTimeout: HTTP_TIMES.keepAliveMs,
  return503OnClosing: false,
  http: { headersTimeout: HTTP_TIMES.headersMs, connectionsCheckingInterval: HTTP_TIMES.checkedEveryMs },
} as const

const counted = metrics.counter('xinshu_requests_total', 'HTTP requests answered, by route and status.')
const neverRefused = new Set(['/healthz', '/readyz', '/metrics'])
const isUpload = (request: FastifyRequest): boolean => request.method === 'PUT'

/** The answer of a full house, at once and before the body is read; a file on its way is not read to its end. */
function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code } = new Refusal('OVERLOADED')
  const { zh, en } = refusalText(code)
  if (isUpload(request)) reply.header('connection', 'close')
  return reply
    .code(BUSY.status)
    .header('retry-after', String(BUSY.retryAfterSeconds))
    .send({ errors: [{ message: zh, extensions: { code, messageEn: en, details: {} } }] })
}

/** Cuts a request whose body does not arrive in time. */
function watchBody(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request
  if (raw.readableEnded || isUpload(request)) return
  const timer = setTimeout(() => raw.destroy(), HTTP_TIMES.bodyMs)
  timer.unref()
  for (const [stream, event] of [
    [raw, 'end'],
    [reply.raw, 'close'],
  ] as const)
    stream.once(event, () => clearTimeout(timer))
}

/** Lets requests in while there is room, counts them, and tells clients to go elsewhere while the hub closes. */
export function guard(app: FastifyInstance, door: Door): void {
  app.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    reply.raw.once('close', () => counted({ route, status: String(reply.statusCode) }))
    if (neverRefused.has(route)) return
    if (!door.enter()) return refuse(request, reply)
    reply.raw.once('close', () => door.leave())
    watchBody(request, reply)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (door.closing) reply.header('connection', 'close')
  })
  app.addHook('onClose', async () => door.remove())
}

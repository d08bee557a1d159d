import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { EXAMPLES } from './examples.ts'

/** The built console page; both src/ and dist/ stand beside web/. */
const PAGE = fileURLToPath(new URL('../web/dist/console/', import.meta.url))

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const wantsPage = (request: {
  method: string
  url: string
  headers: { accept?: string | undefined }
}): boolean =>
  request.method === 'GET' &&
  (request.url === '/graphql' || request.url === '/graphql/' || request.url === '/') &&
  (request.headers.accept ?? '').includes('text/html')

/** GraphiQL at /graphql for browsers, from files of our own: it works with the network cut. */
export async function serveConsole(app: FastifyInstance): Promise<void> {
  const page = await readFile(`${PAGE}index.html`, 'utf8')
  app.addHook('onRequest', async (request, reply) => {
    if (!wantsPage(request)) return
    await reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(page)
  })
  app.get('/console/examples.json', async () => EXAMPLES)
  await app.register(fastifyStatic, {
    root: PAGE,
    prefix: '/console/',
    immutable: true,
    maxAge: '30d',
    index: false,
  })
}

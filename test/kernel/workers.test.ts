import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeAll, expect, test } from '@jest/globals'
import { Database } from '../../src/kernel/db.ts'
import { aSubject } from '../support/builders.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CODE = '91330783MA28D8H254'
const BODY = JSON.stringify({
  query: `mutation { checkHandling(input: { matter: "M09", purpose: "p", caseNo: "c", subjects: [{ code: "${CODE}" }] })
    { check { checkNo } userErrors { code } } }`,
})

interface Started {
  readonly child: ChildProcess
  readonly url: string
  readonly fresh: FreshDatabase
  readonly db: Database
}

let started: Started | null = null

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['scripts/build-web.mjs'], { cwd: ROOT })
}, 60_000)

afterEach(async () => {
  if (!started) return
  const { child, db, fresh } = started
  started = null
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await db.close()
  await fresh.drop()
})

async function start(...args: string[]): Promise<Started> {
  const fresh = await freshDatabase()
  const db = new Database({ ...fresh.connection, max: 2 })
  await aSubject(db, { subjectKey: CODE, name: '东阳市乐善针织有限公司' })
  const env = {
    ...process.env,
    PORT: '0',
    DATABASE_URL: fresh.url,
    XINSHU_SECRET: 'test-secret-of-32-characters-or-more',
    XINSHU_POOL: '4',
  }
  const child = spawn(process.execPath, ['dist/main.js', ...args], {
    env,
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let output = ''
  child.once('exit', () => reject(new Error(`the hub did not start: ${output}`)))
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    const url = /ready: (\S+)/.exec(output)?.[1]
    if (url) resolve(url.replace('localhost', '127.0.0.1'))
  })
  started = { child, url: await promise, fresh, db }
  return started
}

const workersOf = async ({ child: { pid } }: Started): Promise<number[]> => {
  const threads = await readdir(`/proc/${pid}/task`)
  const lists = await Promise.all(threads.map((id) => readFile(`/proc/${pid}/task/${id}/children`, 'utf8')))
  return lists.flatMap((list) => list.trim().split(' ').filter(Boolean).map(Number))
}

interface Answer {
  readonly status: number
  readonly text: string
  /** The connection was there: what happens now happens to a request in flight. */
  readonly sent: boolean
}

const ask = (agent: Agent, url: string, body?: string): Promise<Answer> =>
  new Promise((resolve) => {
    let sent = false
    const headers = { 'content-type': 'application/json' }
    const asked = request(url, { method: body ? 'POST' : 'GET', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, sent: true }))
      response.on('error', () => resolve({ status: 0, text: 'cut', sent: true }))
    })
    asked.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => (sent = true))
      else sent = true
    })
    asked.on('error', (fault) => resolve({ status: 0, text: fault.message, sent }))
    asked.end(body)
  })

/** Callers that go on as long as the hub says it is ready, as a load balancer does. */
async function loadUntilUnready(url: string, callers: number) {
  const agent = new Agent({ keepAlive: true })
  const probe = new Agent()
  const ready = new AbortController()
  const answers: Answer[] = []
  const readyz = url.replace('/graphql', '/readyz')
  const watch = (async () => {
    for (;;) {
      const { status } = await ask(probe, readyz)
      if (status !== 200) break
      await pause(40)
    }
    ready.abort()
  })()
  await Promise.all([
    watch,
    ...Array.from({ length: callers }, async () => {
      while (!ready.signal.aborted) {
        answers.push(await ask(agent, url, BODY))
        await pause(15)
      }
    }),
  ])
  agent.destroy()
  return answers
}

for (const args of [[], ['--workers', '2']])
  test(`SIGTERM under load fails no request in flight: ${args.join(' ') || 'one process'}`, async () => {
    const hub = await start(...args)
    const load = loadUntilUnready(hub.url, 8)
    await pause(1_500)
    const began = performance.now()
    hub.child.kill('SIGTERM')
    const [answers, [code]] = await Promise.all([load, once(hub.child, 'exit')])
    const drained = performance.now() - began
    const failed = answers.filter(
      ({ status, text, sent }) => sent && !(status === 200 && text.includes('HC2')),
    )
    process.stdout.write(
      `${args.join(' ') || 'one process'}: ${answers.length} answered, drained in ${Math.round(drained)} ms\n`,
    )
    expect(failed).toEqual([])
    expect(answers.length).toBeGreaterThan(20)
    expect(code).toBe(0)
    expect(drained).toBeLessThan(15_000)
    const [kept] = await hub.db.rows<{ count: number }>('select count(*)::int as count from handling_check')
    expect(kept?.count).toBe(answers.filter(({ status }) => status === 200).length)
  }, 60_000)

test('a worker that dies is replaced; each tells its own figures', async () => {
  const hub = await start('--workers', '2')
  const before = await workersOf(hub)
  expect(before).toHaveLength(2)
  process.kill(before[0] ?? 0, 'SIGKILL')
  const names = new Set<string>()
  for (let tries = 0; tries < 200 && names.size < 2; tries += 1) {
    await pause(50)
    const now = await workersOf(hub)
    if (now.length < 2 || now.includes(before[0] ?? 0)) continue
    const { text } = await ask(new Agent(), hub.url.replace('/graphql', '/metrics'))
    const name = /xinshu_uptime_seconds\{worker="(\d)"\}/.exec(text)?.[1]
    if (name) names.add(name)
  }
  expect([...names].sort()).toEqual(['1', '2'])
  expect((await ask(new Agent(), hub.url, BODY)).status).toBe(200)
}, 60_000)

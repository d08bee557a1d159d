// Checks a second with 1, 16, 32 and 64 callers: node bench/checks.mjs [--dist FOLDER] [--seconds 4] [-- hub arguments]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string', default: 'dist' }, seconds: { type: 'string', default: '4' } },
})
const folder = await mkdtemp(join(tmpdir(), 'xinshu-bench-'))
const say = (text) => process.stdout.write(`${text}\n`)

async function start() {
  const env = { ...process.env, PORT: '0', XINSHU_DATA: folder, XINSHU_DEMO_SUBJECTS: '2000' }
  const main = resolve(values.dist, 'main.js')
  const child = spawn(process.execPath, [main, ...positionals], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  const { promise, resolve: ready, reject } = Promise.withResolvers()
  child.once('exit', () => reject(new Error(`the hub did not start:\n${output}`)))
  child.stdout.on('data', (chunk) => {
    output += chunk
    const url = /ready: (\S+)/.exec(output)?.[1]
    if (url) ready({ child, url: url.replace('localhost', '127.0.0.1') })
  })
  return promise
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

const post = (url, body) =>
  new Promise((answer, fail) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => answer({ status: response.statusCode, text }))
    })
    sent.on('error', fail)
    sent.end(body)
  })

const CHECK = `mutation Check($input: CheckHandlingInput!) { checkHandling(input: $input) {
  check { checkNo decision verdicts { decision reasons { measureName text } notices { code } } }
  userErrors { code } } }`

const bodyOf = (code) =>
  JSON.stringify({
    query: CHECK,
    variables: { input: { matter: 'M08', subjects: [{ code }], purpose: '办理前信用核查', caseNo: 'B-1' } },
  })

async function round(url, bodies, callers) {
  const until = performance.now() + values.seconds * 1000
  const times = []
  let refused = 0
  const caller = async (at) => {
    for (let turn = at; performance.now() < until; turn += callers) {
      const began = performance.now()
      const { status, text } = await post(url, bodies[turn % bodies.length])
      if (status !== 200 || !text.includes('"checkNo"')) refused += 1
      else times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, at) => caller(at)))
  times.sort((a, b) => a - b)
  const at = (share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  const rate = Math.round(times.length / values.seconds)
  say(`${callers} callers: ${rate} checks/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, refused ${refused}`)
}

try {
  const { child, url } = await start()
  const list = await post(url, JSON.stringify({ query: '{ subjects(first: 100) { nodes { uscc } } }' }))
  const codes = JSON.parse(list.text).data.subjects.nodes.flatMap(({ uscc }) => uscc ?? [])
  const bodies = codes.map(bodyOf)
  for (const callers of [16, 1, 16, 32, 64]) await round(url, bodies, callers)
  agent.destroy()
  child.kill('SIGTERM')
  await once(child, 'exit')
} finally {
  await rm(folder, { recursive: true, force: true })
}

// Checks a second with 1, 16, 32 and 64 callers, builds in turns (A B A B), medians:
// node bench/checks.mjs [--dist dist --dist OTHER] [--seconds 1.5] [--rounds 5] [-- hub arguments]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: 'string', multiple: true, default: ['dist'] },
    seconds: { type: 'string', default: '1.5' },
    rounds: { type: 'string', default: '5' },
  },
})
const folders = []
const say = (text) => process.stdout.write(`${text}\n`)

async function start(dist) {
  const folder = await mkdtemp(join(tmpdir(), 'xinshu-bench-'))
  folders.push(folder)
  const env = { ...process.env, PORT: '0', XINSHU_DATA: folder, XINSHU_DEMO_SUBJECTS: '2000' }
  const main = resolve(dist, 'main.js')
  const child = spawn(process.execPath, [main, ...positionals], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  const { promise, resolve: ready, reject } = Promise.withResolvers()
  child.once('exit', () => reject(new Error(`the hub did not start:\n${output}`)))
  child.stdout.on('data', (chunk) => {
    output += chunk
    const url = /ready: (\S+)/.exec(output)?.[1]
    if (url) ready({ dist, child, url: url.replace('localhost', '127.0.0.1') })
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
  const at = (share) => times[Math.floor(times.length * share)] ?? 0
  return { rate: times.length / values.seconds, p50: at(0.5), p95: at(0.95), refused }
}

async function bodiesOf(url) {
  const list = await post(url, JSON.stringify({ query: '{ subjects(first: 100) { nodes { uscc } } }' }))
  return JSON.parse(list.text).data.subjects.nodes.flatMap(({ uscc }) => (uscc ? [bodyOf(uscc)] : []))
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

try {
  const hubs = []
  for (const dist of values.dist) hubs.push(await start(dist))
  for (const hub of hubs) {
    hub.bodies = await bodiesOf(hub.url)
    await round(hub.url, hub.bodies, 32)
  }
  for (const callers of [1, 16, 32, 64]) {
    const results = hubs.map(() => [])
    for (let turn = 0; turn < values.rounds; turn += 1)
      for (const [at, { url, bodies }] of hubs.entries()) results[at].push(await round(url, bodies, callers))
    for (const [at, { dist }] of hubs.entries()) {
      const of = (name) => median(results[at].map((result) => result[name]))
      const ratio = median(results[at].map(({ rate }, turn) => rate / results[0][turn].rate))
      say(
        `${callers} callers, ${dist}: ${Math.round(of('rate'))} checks/s (× ${ratio.toFixed(2)}), ` +
          `p50 ${of('p50').toFixed(1)} ms, p95 ${of('p95').toFixed(1)} ms, refused ${of('refused')}`,
      )
    }
  }
  agent.destroy()
  for (const { child } of hubs) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
} finally {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}

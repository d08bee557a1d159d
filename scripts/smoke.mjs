// The hub as a newcomer meets it: first start, every example of the console, kill -9, second start, SIGTERM.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'xinshu-smoke-'))
const say = (text) => process.stdout.write(`${text}\n`)

async function start() {
  const env = {
    ...process.env,
    PORT: '0',
    XINSHU_DATA: folder,
    XINSHU_DEMO_SUBJECTS: '300',
    LOG_LEVEL: 'warn',
  }
  const began = performance.now()
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const chunk of child.stdout) {
    output += chunk
    const url = /ready: (\S+)/.exec(output)?.[1]
    if (url) {
      child.stdout.resume()
      say(`started in ${Math.round(performance.now() - began)} ms: ${url}`)
      return { child, url }
    }
  }
  throw new Error(`the hub did not start:\n${output}`)
}

async function ask(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  assert.equal(response.status, 200)
  return response.json()
}

async function look({ url }) {
  const page = await fetch(url, { headers: { accept: 'text/html' } })
  assert.equal(page.status, 200)
  const html = await page.text()
  assert.doesNotMatch(html, /(src|href)="https?:/)
  for (const [, asset] of html.matchAll(/(?:src|href)="(\/console\/[^"]+)"/g))
    assert.equal((await fetch(new URL(asset, url))).status, 200)
  const examples = await (await fetch(new URL('/console/examples.json', url))).json()
  assert.ok(examples.length >= 6)
  for (const { title, query, variables } of examples) {
    const answer = await ask(url, { query, variables })
    assert.equal(answer.errors, undefined, `${title}: ${JSON.stringify(answer.errors)}`)
    assert.doesNotMatch(JSON.stringify(answer.data), /^\{"\w+":null\}$/, title)
  }
  say(`the page and ${examples.length} examples answer`)
}

try {
  const first = await start()
  await look(first)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await start()
  await look(second)
  second.child.kill('SIGTERM')
  const [code] = await once(second.child, 'exit')
  assert.equal(code, 0)
  say('kill -9, second start, SIGTERM: 1 passed, 0 failed')
} finally {
  await rm(folder, { recursive: true, force: true })
}

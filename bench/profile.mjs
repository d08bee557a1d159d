// Profile of 9 blocks over HTTP: resolvers, compiled, and the limit (bare node:http, one prepared statement).
// node scripts/build.mjs && node bench/profile.mjs [seconds per turn] [rounds] [connections]
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CONTESTANTS = ['resolvers', 'compiled', 'limit']
const BLOCKS = {
  licences: 'licence',
  penalties: 'penalty',
  listings: 'listing',
  inspections: 'inspection',
  rewards: 'reward',
  commitments: 'commitment',
  judgments: 'judgment',
  evaluations: 'evaluation',
  annualReports: 'annual_report',
}
const ROW = 'occurredOn validTo status documentNo authorityName authority { nameZh }'
const QUERY = `query Profile($uscc: LooseCode!) { subject(uscc: $uscc) {
  name uscc status kind establishedOn legalRepresentative registeredCapital address
  ${Object.keys(BLOCKS)
    .map((block) => `${block}(first: 10) { nodes { ${ROW} } }`)
    .join('\n  ')} } }`

const text = (column) => `coalesce(to_json(${column}), 'null'::json)`
const day = (column) => `coalesce('"' || ${column}::text || '"', 'null')`
const block = ([
  name,
  table,
]) => `',"${name}":{"nodes":[', (select string_agg(concat('{"occurredOn":"', t.occurred_on,
  '","validTo":', ${day('t.valid_to')}, ',"status":"', t.status, '","documentNo":', ${text('t.document_no')},
  ',"authorityName":', ${text('t.authority_name')}, ',"authority":',
  coalesce('{"nameZh":' || to_json(d.name_zh)::text || '}', 'null'), '}'), ',')
  from (select * from ${table} t where t.subject_key = $1 and t.visibility in ('PUBLIC', 'GOV_SHARED')
    and t.status <> 'REPAIRED' order by t.occurred_on desc, t.row_id desc limit 10) t
  left join department d on d.code = t.authority_code and d.valid_from <= t.occurred_on
    and (d.valid_to is null or t.occurred_on < d.valid_to)), ']}'`
const LIMIT = `select concat('{"data":{"subject":{"name":', to_json(s.name), ',"uscc":', ${text('s.uscc')},
  ',"status":"', s.status, '","kind":"', s.kind, '","establishedOn":', ${day('s.established_on')},
  ',"legalRepresentative":', ${text('s.legal_representative')}, ',"registeredCapital":',
  coalesce('"' || (s.registered_capital * 0.01)::text || '"', 'null'), ',"address":', ${text('s.address')},
  ${Object.entries(BLOCKS).map(block).join(',\n')}, '}}}') as text
  from subject s where s.subject_key = $1 and s.visibility in ('PUBLIC', 'GOV_SHARED')`

const dist = (path) => import(new URL(`../dist/${path}`, import.meta.url).href)
const SECRET = 'a-secret-of-32-characters-for-the-bench'

async function serve(name, connection) {
  const { Database } = await dist('kernel/db.js')
  const db = new Database({ ...connection, max: 8 })
  if (name === 'limit') {
    const server = http.createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', async () => {
        const [row] = await db.rows(LIMIT, [JSON.parse(body).variables.uscc])
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(`${row.text}\n`)
      })
    })
    server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
    return
  }
  const { buildServer } = await dist('server.js')
  const { hubSchema } = await dist('schema.js')
  const { DEMONSTRATION_OFFICER } = await dist('access/index.js')
  const app = await buildServer({
    db,
    schema: await hubSchema(),
    clock: () => new Date(),
    actor: DEMONSTRATION_OFFICER,
    secret: SECRET,
    logLevel: 'warn',
    ...(name === 'resolvers' ? { compiler: null } : {}),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  process.send({ port: app.server.address().port })
}

const ask = (agent, port, uscc) =>
  new Promise((resolve, reject) => {
    const payload = JSON.stringify({ query: QUERY, variables: { uscc } })
    const request = http.request(
      {
        agent,
        port,
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) },
      },
      (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => resolve(Buffer.concat(chunks).toString()))
      },
    )
    request.on('error', reject)
    request.end(payload)
  })

async function turn(port, keys, { seconds, connections }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + seconds * 1000
  const times = []
  let at = 0
  const work = async () => {
    while (performance.now() < until) {
      const began = performance.now()
      await ask(agent, port, keys[(at += 1) % keys.length])
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / seconds,
    p50: times[times.length >> 1],
    p95: times[Math.floor(times.length * 0.95)],
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

async function main() {
  const [seconds = 3, rounds = 3, connections = 16] = process.argv.slice(2).map(Number)
  const folder = await mkdtemp(join(tmpdir(), 'xinshu-bench-'))
  const { startPostgres } = await dist('kernel/embedded-postgres.js')
  const postgres = await startPostgres({ folder })
  const { user, host, port, database } = postgres.connection
  const { migrate } = await dist('migrate.js')
  await migrate(`postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`)
  const { Database } = await dist('kernel/db.js')
  const db = new Database({ ...postgres.connection, max: 4 })
  const now = new Date()
  const { ensurePartitions } = await dist('ledger/index.js')
  await ensurePartitions(db, now)
  const { loadCatalogues } = await dist('catalogue/index.js')
  const { HUB_ITSELF } = await dist('access/index.js')
  await loadCatalogues(db, { actor: HUB_ITSELF, now, today: now.toISOString().slice(0, 10) })
  const { buildCity } = await dist('demo/index.js')
  await buildCity(db, { subjects: 2_000, seed: 1, now, personSecret: SECRET })
  const rows = Object.values(BLOCKS).map(
    (table) =>
      `select subject_key, least(10, count(*)) n from ${table} where status <> 'REPAIRED' group by 1`,
  )
  const subjects =
    await db.rows(`select subject_key as key, sum(n)::int as n from (${rows.join(' union all ')}) x
    where subject_key ~ '^9' group by 1 having sum(n) between 20 and 40 order by 1 limit 50`)
  const keys = subjects.map(({ key }) => key)
  const mean = subjects.reduce((sum, { n }) => sum + n, 0) / subjects.length
  process.stdout.write(`${keys.length} subjects, ${mean.toFixed(1)} rows each\n`)
  const children = {}
  for (const name of CONTESTANTS) {
    const child = fork(fileURLToPath(import.meta.url), ['serve', name, JSON.stringify(postgres.connection)])
    children[name] = {
      child,
      port: await new Promise((resolve) => child.once('message', (told) => resolve(told.port))),
    }
  }
  try {
    const agent = new http.Agent()
    const answers = {}
    for (const name of CONTESTANTS) answers[name] = await ask(agent, children[name].port, keys[0])
    const equal = answers.resolvers === answers.compiled
    process.stdout.write(
      `${answers.compiled.length} characters; compiled = resolvers: ${equal}; limit = compiled: ${answers.limit === answers.compiled}\n`,
    )
    const results = Object.fromEntries(CONTESTANTS.map((name) => [name, []]))
    for (const name of CONTESTANTS) await turn(children[name].port, keys, { seconds: 2, connections })
    for (let round = 0; round < rounds; round += 1)
      for (const name of CONTESTANTS)
        results[name].push(await turn(children[name].port, keys, { seconds, connections }))
    const limit = median(results.limit.map(({ perSecond }) => perSecond))
    for (const name of CONTESTANTS) {
      const rate = median(results[name].map(({ perSecond }) => perSecond))
      const [p50, p95] = ['p50', 'p95'].map((part) =>
        median(results[name].map((result) => result[part])).toFixed(1),
      )
      process.stdout.write(
        `${name.padEnd(10)} ${rate.toFixed(0).padStart(6)}/s  ${(rate / limit).toFixed(2)} of the limit  p50 ${p50} ms  p95 ${p95} ms\n`,
      )
    }
  } finally {
    for (const { child } of Object.values(children)) child.kill()
    await db.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.argv[2] === 'serve') await serve(process.argv[3], JSON.parse(process.argv[4]))
else await main()

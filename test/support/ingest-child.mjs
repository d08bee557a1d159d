// A process of its own that loads a file, to be killed: node ingest-child.mjs '{"connection":…,"path":…}'
import { HUB_ITSELF } from '../../dist/access/index.js'
import { ingestFile } from '../../dist/ingest/index.js'
import { Database } from '../../dist/kernel/db.js'

const { connection, path, format, now, chunkRows } = JSON.parse(process.argv[2] ?? '')
const db = new Database(connection)
const report = await ingestFile(db, {
  path,
  format,
  source: '100000-660',
  actor: HUB_ITSELF,
  now: new Date(now),
  personSecret: 'test-secret-of-32-characters-or-more',
  chunkRows,
  onProgress: (rows) => process.stdout.write(`rows ${rows}\n`),
})
process.stdout.write(`done ${JSON.stringify(report.counts)}\n`)
await db.close()

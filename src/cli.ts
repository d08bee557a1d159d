import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { HUB_ITSELF } from './access/index.ts'
import { CITY_SEED, buildDemonstration } from './demonstration.ts'
import { ingestFile, INGEST_FORMATS, printReport } from './ingest/index.ts'
import { systemClock } from './kernel/clock.ts'
import { readConfig } from './kernel/config.ts'
import { openDatabase } from './open.ts'
import { printPages } from './pages.ts'
import { progressBar } from './progress.ts'
import { secretOf } from './secret.ts'

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const USAGE = `用法 usage:
  npm run ingest -- <${INGEST_FORMATS.join('|')}> FILE [--source DEPARTMENT]
  npm run demo -- --subjects N [--seed S]
  npm run schema`

class UsageFault extends Error {}

async function withDatabase(
  work: (open: Awaited<ReturnType<typeof openDatabase>>, secret: string) => Promise<void>,
) {
  const config = readConfig(process.env)
  const secret = await secretOf(config)
  const open = await openDatabase(config, say, { join: true })
  const leave = () => void open.close().then(() => process.exit(130))
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  try {
    await work(open, secret)
  } finally {
    await open.close()
  }
}

async function ingest(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { source: { type: 'string' } },
  })
  const [format, path] = positionals
  const known = INGEST_FORMATS.find((name) => name === format)
  if (!known || !path) throw new UsageFault(USAGE)
  await withDatabase(async ({ loading }, secret) => {
    const bar = progressBar('行 lines')
    const report = await ingestFile(loading, {
      path,
      format: known,
      source: values.source ?? '100000-660',
      actor: HUB_ITSELF,
      now: systemClock(),
      personSecret: secret,
      onProgress: bar.show,
    })
    bar.end()
    for (const line of printReport(report)) say(line)
  })
}

async function demo(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { subjects: { type: 'string' }, seed: { type: 'string' } } })
  const subjects = Number(values.subjects ?? 2_000)
  const seed = Number(values.seed ?? CITY_SEED)
  if (!Number.isInteger(subjects) || subjects < 1 || subjects > 10_000_000 || !Number.isInteger(seed))
    throw new UsageFault(`--subjects: 1 … 10000000, --seed: a whole number\n${USAGE}`)
  await withDatabase(({ loading }, secret) => buildDemonstration(loading, { subjects, secret, say, seed }))
}

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  ingest,
  demo,
  schema: () => printPages(join(import.meta.dirname, '..')),
}

const [command = '', ...args] = process.argv.slice(2)
try {
  const run = COMMANDS[command]
  if (!run) throw new UsageFault(USAGE)
  await run(args)
} catch (fault) {
  const text = fault instanceof Error ? fault.message : String(fault)
  process.stderr.write(`${text}\n`)
  process.exitCode = fault instanceof UsageFault ? 2 : 1
}

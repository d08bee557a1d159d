import { parseArgs } from 'node:util'
import { startCluster, startWorker } from './cluster.ts'
import { type Config, readConfig } from './kernel/config.ts'
import { type RunningHub, startHub } from './hub.ts'

const isWorker = process.env.XINSHU_WORKER !== undefined

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
// Whoever read our words may go before us; that is no reason to leave requests unanswered.
process.stdout.on('error', () => undefined)

/** Time beyond the drain after which the process ends all the same; a worker before the first process. */
const GRACE_MS = isWorker ? 4_000 : 8_000

let stop: (() => Promise<void>) | null = null
let drainMs = 0
let ending = false

async function end(reason: string): Promise<void> {
  if (ending) return
  ending = true
  if (!isWorker) say(`${reason}：正在停止，等待在办请求结束 stopping, letting running requests end …`)
  setTimeout(() => process.exit(1), drainMs + GRACE_MS).unref()
  await stop?.()
  if (!isWorker) say('已停止 stopped')
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(signal))

/** `npm start -- --workers N` says the same as XINSHU_WORKERS=N. */
function settings(): Config {
  const { values } = parseArgs({ options: { workers: { type: 'string' } } })
  return readConfig({ ...process.env, ...(values.workers ? { XINSHU_WORKERS: values.workers } : {}) })
}

function start(with_: Config): Promise<RunningHub> {
  const orders = process.env.XINSHU_WORKER
  if (orders) return startWorker(with_, orders, { say, end: (reason) => void end(reason) })
  return with_.workers > 1 ? startCluster(with_, say) : startHub(with_, say)
}

try {
  const config = settings()
  drainMs = config.unreadyMs + config.drainMs
  const running = await start(config)
  stop = running.stop
} catch (fault) {
  process.stderr.write(
    `启动失败 could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`,
  )
  process.exitCode = 1
  if (isWorker) process.exit(1)
}

import { startHub } from './hub.ts'
import { readConfig } from './kernel/config.ts'

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Time beyond the drain after which the process ends all the same. */
const GRACE_MS = 5_000

let stop: (() => Promise<void>) | null = null
let drainMs = 0
let ending = false

async function end(reason: string): Promise<void> {
  if (ending) return
  ending = true
  say(`${reason}：正在停止，等待在办请求结束 stopping, letting running requests end …`)
  setTimeout(() => process.exit(1), drainMs + GRACE_MS).unref()
  await stop?.()
  say('已停止 stopped')
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(signal))

try {
  const config = readConfig(process.env)
  drainMs = config.drainMs
  const running = await startHub(config, say)
  stop = running.stop
} catch (fault) {
  process.stderr.write(`启动失败 could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = 1
}

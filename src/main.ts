import { readConfig } from './kernel/config.ts'
import { startHub } from './hub.ts'

const config = readConfig(process.env)
const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

let stop: (() => Promise<void>) | null = null
let ending = false

async function end(reason: string): Promise<void> {
  if (ending) return
  ending = true
  say(`${reason}：正在停止，等待在办请求结束 stopping, letting running requests end …`)
  const late = setTimeout(() => process.exit(1), config.drainMs + 5_000)
  late.unref()
  await stop?.()
  say('已停止 stopped')
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(signal))

try {
  const running = await startHub(config, say)
  stop = running.stop
  if (ending) await running.stop()
} catch (fault) {
  process.stderr.write(
    `启动失败 could not start: ${fault instanceof Error ? fault.message : String(fault)}\n`,
  )
  process.exitCode = 1
}

import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  readonly show: (done: number, total: number, phase?: string) => void
  readonly end: () => void
}

const EVERY_MS = 3_000

/** Progress in lines, for logs and pipes. */
function lines(unit: string): Progress {
  let toldAt = Date.now()
  return {
    show: (done, total, phase = '') => {
      if (Date.now() - toldAt < EVERY_MS) return
      toldAt = Date.now()
      const percent = total > 0 ? ` ${Math.floor((100 * done) / total)}%` : ''
      process.stdout.write(`  ${done}/${total} ${unit}${percent} ${phase}\n`)
    },
    end: () => undefined,
  }
}

function bar(unit: string): Progress {
  const format = `  [{bar}] {percentage}% | {value}/{total} ${unit} | {duration_formatted} | {phase}`
  const single = new SingleBar({ format, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic)
  let started = false
  return {
    show: (done, total, phase = '') => {
      if (!started) single.start(total, done, { phase })
      started = true
      single.setTotal(total)
      single.update(done, { phase })
    },
    end: () => {
      if (started) single.stop()
    },
  }
}

/** How far long work is: a bar on a terminal, a line every few seconds elsewhere. */
export const progressBar = (unit: string): Progress => (process.stdout.isTTY ? bar(unit) : lines(unit))

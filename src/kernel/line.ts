import { Refusal } from './errors.ts'

export interface Waiting {
  reject(fault: unknown): void
}

/** How many may wait and how long, before they are refused OVERLOADED. */
export interface LineLimits {
  readonly waitingMax: number
  readonly waitMs: number
}

/** A waiting line that refuses whoever would make it too long, and whoever has waited too long. */
export class Line<Entry extends Waiting> {
  private readonly entries: { readonly entry: Entry; readonly since: number }[] = []
  private timer: NodeJS.Timeout | null = null
  /** Refused since start. */
  refused = 0

  constructor(private readonly limits: LineLimits) {}

  get length(): number {
    return this.entries.length
  }

  push(entry: Entry): void {
    if (this.entries.length >= this.limits.waitingMax) {
      this.refuse(entry)
      return
    }
    this.entries.push({ entry, since: performance.now() })
    this.watch()
  }

  peek(): Entry | undefined {
    return this.entries[0]?.entry
  }

  shift(): Entry | undefined {
    return this.entries.shift()?.entry
  }

  private refuse(entry: Entry): void {
    this.refused += 1
    entry.reject(new Refusal('OVERLOADED'))
  }

  /** One timer for the whole line: all wait equally long, so the first is always the first to be late. */
  private watch(): void {
    const [first] = this.entries
    if (!first || this.timer) return
    const due = first.since + this.limits.waitMs - performance.now()
    this.timer = setTimeout(() => this.refuseLate(), Math.max(1, due))
    this.timer.unref()
  }

  private refuseLate(): void {
    this.timer = null
    const late = performance.now() - this.limits.waitMs
    while (this.entries[0] && this.entries[0].since <= late) {
      const entry = this.shift()
      if (entry) this.refuse(entry)
    }
    this.watch()
  }
}

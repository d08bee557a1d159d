import { Line, type LineLimits, type Waiting } from './line.ts'

export interface GroupLimits extends LineLimits {
  /** Groups that may run at the same time. */
  readonly inFlight: number
  /** Weight of a group at most; an item that is heavier goes alone. */
  readonly weightMax: number
}

export interface GroupWork<Item, Result> {
  /** Does all items together, results in their order; throws when it can do none of them. */
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>
  readonly weight: (item: Item) => number
  /** Whether a fault may be that of one item only, so that the others are to be tried without it. */
  readonly mayBeOfOne: (fault: unknown) => boolean
  readonly seen?: (groupSize: number) => void
}

interface Pending<Item, Result> extends Waiting {
  readonly item: Item
  resolve(result: Result): void
}

/** From this length on, a line is shared among the groups that may start. */
const WORTH_SHARING = 32

/**
 * Items that arrive while groups are in flight go together into the next one, and so do those that arrive in one
 * turn of the event loop. Nobody waits for company longer than that. Each is answered when its own group is done.
 */
export class Group<Item, Result> {
  private readonly line: Line<Pending<Item, Result>>
  private running = 0
  private starting = false

  constructor(
    private readonly work: GroupWork<Item, Result>,
    private readonly limits: GroupLimits,
  ) {
    this.line = new Line(limits)
  }

  get waiting(): number {
    return this.line.length
  }

  do(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.line.push({ item, resolve, reject })
      this.startSoon()
    })
  }

  private startSoon(): void {
    if (this.starting || this.running >= this.limits.inFlight) return
    this.starting = true
    setImmediate(() => {
      this.starting = false
      this.startMore()
    })
  }

  private startMore(): void {
    while (this.running < this.limits.inFlight && this.line.length > 0) {
      const free = this.limits.inFlight - this.running
      const share = this.line.length < WORTH_SHARING ? this.line.length : Math.ceil(this.line.length / free)
      const group = this.nextGroup(share)
      this.running += 1
      this.work.seen?.(group.length)
      void this.answer(group).finally(() => {
        this.running -= 1
        this.startSoon()
      })
    }
  }

  private nextGroup(share: number): Pending<Item, Result>[] {
    const group: Pending<Item, Result>[] = []
    let weight = 0
    for (let next = this.line.peek(); next; next = this.line.peek()) {
      weight += this.work.weight(next.item)
      if (group.length >= share || (group.length > 0 && weight > this.limits.weightMax)) break
      group.push(next)
      this.line.shift()
    }
    return group
  }

  /** Answers every one of the group; a fault that may be one item's is looked for by halves. */
  private async answer(group: readonly Pending<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work.run(group.map(({ item }) => item))
      group.forEach((one, at) => one.resolve(results[at] as Result))
    } catch (fault) {
      if (group.length > 1 && this.work.mayBeOfOne(fault)) {
        const half = group.length >> 1
        await this.answer(group.slice(0, half))
        await this.answer(group.slice(half))
      } else for (const one of group) one.reject(fault)
    }
  }
}

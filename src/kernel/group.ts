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

/**
 * Items that arrive while groups are in flight go together into the next one. Nobody waits for company: with
 * room, an item goes at once. Each is answered when its own group is done.
 */
export class Group<Item, Result> {
  private readonly line: Line<Pending<Item, Result>>
  private running = 0

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
      this.startMore()
    })
  }

  private startMore(): void {
    while (this.running < this.limits.inFlight && this.line.length > 0) {
      this.running += 1
      const group = this.nextGroup()
      this.work.seen?.(group.length)
      void this.answer(group).finally(() => {
        this.running -= 1
        this.startMore()
      })
    }
  }

  private nextGroup(): Pending<Item, Result>[] {
    const group: Pending<Item, Result>[] = []
    let weight = 0
    for (let next = this.line.peek(); next; next = this.line.peek()) {
      weight += this.work.weight(next.item)
      if (group.length > 0 && weight > this.limits.weightMax) break
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

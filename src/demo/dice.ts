import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

const UINT32 = 4_294_967_296

/** Spreads integers over 32 bits (finaliser of MurmurHash3), so that neighbouring ordinals have nothing in common. */
export function mixed(...parts: readonly number[]): number {
  let hash = 0x9e3779b9
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** Repeatable chance: the same parts give the same throws on every machine. */
export class Dice {
  private readonly source: { next(): number }

  constructor(...parts: readonly number[]) {
    const words = [1, 2, 3, 4].map((salt) => mixed(salt, ...parts) | 0)
    this.source = xoroshiro128plusFromState(words)
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    return (this.source.next() >>> 0) / UINT32
  }

  /** A whole number 0 ≤ x < n. */
  below(n: number): number {
    return Math.floor(this.fraction() * n)
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction())
  }

  /** How many events of a rare kind: Poisson, by Knuth's product; means above 30 by the normal. */
  count(mean: number): number {
    if (mean <= 0) return 0
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    const floor = Math.exp(-mean)
    let events = 0
    for (let product = this.fraction(); product > floor; product *= this.fraction()) events += 1
    return events
  }

  /** A number of digits, e.g. `digits(4)` → `'0417'`. */
  digits(length: number): string {
    return String(this.below(10 ** length)).padStart(length, '0')
  }
}

/** Items with weights. */
export class Wheel<T> {
  private readonly bounds: number[] = []

  constructor(private readonly items: readonly (readonly [item: T, weight: number])[]) {
    let sum = 0
    for (const [, weight] of items) this.bounds.push((sum += weight))
  }

  spin(dice: Dice): T {
    const at = dice.fraction() * (this.bounds.at(-1) ?? 0)
    const index = this.bounds.findIndex((bound) => at < bound)
    return this.items[index < 0 ? this.items.length - 1 : index]?.[0] as T
  }
}

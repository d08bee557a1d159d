/** A map of bounded size that forgets what was not used for longest. */
export class Bounded<Key, Value> {
  private readonly entries = new Map<Key, Value>()

  constructor(private readonly max: number) {}

  get(key: Key): Value | undefined {
    const value = this.entries.get(key)
    // While there is much room nothing will be forgotten soon, and the order of use costs more than it gives.
    if (value !== undefined && this.entries.size * 2 > this.max) {
      this.entries.delete(key)
      this.entries.set(key, value)
    }
    return value
  }

  set(key: Key, value: Value): Value {
    if (!this.entries.has(key) && this.entries.size >= this.max) {
      const [oldest] = this.entries.keys()
      if (oldest !== undefined) this.entries.delete(oldest)
    }
    this.entries.set(key, value)
    return value
  }
}

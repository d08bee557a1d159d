/** A map that forgets its oldest entry when it is full. */
export class Bounded<Key, Value> {
  private readonly entries = new Map<Key, Value>()

  constructor(private readonly max: number) {}

  get(key: Key): Value | undefined {
    return this.entries.get(key)
  }

  set(key: Key, value: Value): Value {
    if (!this.entries.has(key) && this.entries.size >= this.max)
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest)
        break
      }
    this.entries.set(key, value)
    return value
  }
}

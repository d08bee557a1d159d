type Labels = Readonly<Record<string, string>>

interface Sample {
  readonly labels?: Labels
  readonly value: number
  readonly suffix?: string
}

interface Family {
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly read: () => readonly Sample[]
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

interface Tally {
  readonly labels: Labels
  value: number
}

interface Spread {
  readonly labels: Labels
  readonly counts: number[]
  sum: number
  total: number
}

/** Value of a label set, made at its first use. */
function slot<Value>(slots: Map<string, Value>, labels: Labels, make: () => Value): Value {
  const key = JSON.stringify(labels)
  let value = slots.get(key)
  if (!value) slots.set(key, (value = make()))
  return value
}

/**
 * Figures of this process in Prometheus' text format. Rooms add theirs; a name that is declared again (another
 * hub in the same process) replaces the one before.
 */
export class Metrics {
  private readonly families = new Map<string, Family>()

  gauge(name: string, help: string, read: () => number | readonly Sample[]): void {
    this.families.set(name, {
      type: 'gauge',
      help,
      read: () => {
        const value = read()
        return typeof value === 'number' ? [{ value }] : value
      },
    })
  }

  /** A counter that something else counts. */
  counted(name: string, help: string, read: () => number): void {
    this.families.set(name, { type: 'counter', help, read: () => [{ value: read() }] })
  }

  counter(name: string, help: string): (labels?: Labels, by?: number) => void {
    const tallies = new Map<string, Tally>()
    this.families.set(name, { type: 'counter', help, read: () => [...tallies.values()] })
    return (labels = {}, by = 1) => {
      slot(tallies, labels, () => ({ labels, value: 0 })).value += by
    }
  }

  histogram(name: string, help: string, bounds: readonly number[]): (value: number, labels?: Labels) => void {
    const spreads = new Map<string, Spread>()
    const read = (): Sample[] => [...spreads.values()].flatMap((spread) => samplesOf(spread, bounds))
    this.families.set(name, { type: 'histogram', help, read })
    return (value, labels = {}) => {
      const spread = slot(spreads, labels, () => ({ labels, counts: bounds.map(() => 0), sum: 0, total: 0 }))
      const at = bounds.findIndex((bound) => value <= bound)
      if (at >= 0) spread.counts[at] = (spread.counts[at] ?? 0) + 1
      spread.sum += value
      spread.total += 1
    }
  }

  text(common: Labels = {}): string {
    const lines: string[] = []
    for (const [name, { type, help, read }] of this.families) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`)
      for (const { labels = {}, value, suffix = '' } of read())
        lines.push(`${name}${suffix}${labelText({ ...common, ...labels })} ${value}`)
    }
    return `${lines.join('\n')}\n`
  }
}

function samplesOf({ labels, counts, sum, total }: Spread, bounds: readonly number[]): Sample[] {
  let below = 0
  const buckets = bounds.map((bound, at) => {
    below += counts[at] ?? 0
    return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: below }
  })
  return [
    ...buckets,
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: total },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: total },
  ]
}

/** The figures of this process. */
export const metrics = new Metrics()

import { Line, type LineLimits, type Waiting } from './line.ts'

interface Turn extends Waiting {
  resolve(): void
}

/** Lets a number in at once; the others wait in order, not many and not long, else they are refused OVERLOADED. */
export class Gate {
  inside = 0
  private readonly line: Line<Turn>

  constructor(
    private readonly places: number,
    limits: LineLimits,
  ) {
    this.line = new Line(limits)
  }

  get waiting(): number {
    return this.line.length
  }

  get refused(): number {
    return this.line.refused
  }

  /** Nothing to await where there is room. Whoever has entered must leave. */
  enter(): Promise<void> | null {
    if (this.inside < this.places) {
      this.inside += 1
      return null
    }
    return new Promise((resolve, reject) => this.line.push({ resolve, reject }))
  }

  leave(): void {
    const next = this.line.shift()
    if (next) next.resolve()
    else this.inside -= 1
  }
}

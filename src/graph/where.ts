import type { Actor } from '../kernel/context.ts'

/** Conditions of one statement with their parameters, in the order they are added. */
export class Where {
  private readonly conditions: string[] = []

  /** `params` may be those of a larger statement these conditions are part of. */
  constructor(readonly params: unknown[] = []) {}

  /** Adds a parameter; gives its placeholder. */
  param(value: unknown): string {
    this.params.push(value)
    return `$${this.params.length}`
  }

  and(condition: string): this {
    this.conditions.push(condition)
    return this
  }

  get sql(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.join(' and ')
  }
}

/** Rows whose visibility class the reader holds; classes are a fixed set, so they stand in the text. */
export const seenBy = (actor: Pick<Actor, 'clearance'>, alias = 't'): string =>
  `${alias}.visibility in (${actor.clearance.map((visibility) => `'${visibility}'`).join(', ') || 'null'})`

import { Where } from '../where.ts'

/** The parameters of one statement, in the order its parts bind them. */
export class Binder {
  readonly params: unknown[]
  private readonly shared = new Map<string, string>()

  constructor(params: readonly unknown[] = []) {
    this.params = [...params]
  }

  param(value: unknown): string {
    this.params.push(value)
    return `$${this.params.length}`
  }

  /** A parameter that several parts share. */
  once(name: string, value: unknown): string {
    const known = this.shared.get(name) ?? this.param(value)
    this.shared.set(name, known)
    return known
  }

  /** Conditions over this statement's parameters. */
  where(): Where {
    return new Where(this.params)
  }
}

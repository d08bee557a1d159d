import type { Visibility } from '../standards/visibility.ts'
import type { Database } from './db.ts'
import type { Cursors } from './paging.ts'

/** Who acts: an account of a department, and the visibility classes it may see. */
export interface Actor {
  readonly account: string
  readonly department: string
  readonly clearance: readonly Visibility[]
}

export interface Logger {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

/** What every use case gets first. The time is read once per request. */
export interface RequestContext {
  readonly requestId: string
  readonly db: Database
  readonly actor: Actor
  readonly now: Date
  /** Today's legal day in Asia/Shanghai. */
  readonly today: string
  readonly cursors: Cursors
  readonly log: Logger
  /** The key under which the register knows a person; absent where the hub has no secret for it. */
  readonly personKey?: (kind: 'RESIDENT_ID', number: string) => string
}

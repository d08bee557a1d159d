import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from './errors.ts'

export const PAGE_MAX = 100
export const COUNT_CAP = 25_000

/** Checked page size, 1–100 (refuses PAGE_SIZE). */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > PAGE_MAX) throw new Refusal('PAGE_SIZE', { first })
  return first
}

type Position = readonly (string | number | null)[]

/**
 * Keyset cursors: the sort values of a row, signed together with the filter and order they belong to, so that
 * a forged cursor or one from another list is refused instead of shifting the rows.
 */
export class Cursors {
  constructor(private readonly secret: string) {}

  private seal(body: string, scope: string): string {
    return createHmac('sha256', this.secret)
      .update(scope)
      .update('\0')
      .update(body)
      .digest('base64url')
      .slice(0, 16)
  }

  write(position: Position, scope: string): string {
    const body = Buffer.from(JSON.stringify(position)).toString('base64url')
    return `${body}.${this.seal(body, scope)}`
  }

  /** Refuses CURSOR_INVALID unless the cursor was written for this scope. */
  read(cursor: string, scope: string): Position {
    const [body, seal, ...rest] = cursor.split('.')
    const expected = this.seal(body ?? '', scope)
    const given = Buffer.from(seal ?? '')
    if (
      !body ||
      rest.length > 0 ||
      given.length !== expected.length ||
      !timingSafeEqual(given, Buffer.from(expected))
    )
      throw new Refusal('CURSOR_INVALID')
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Position
  }
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly hasNextPage: boolean
}

/** A page from one row more than was asked for. */
export const pageFrom = <Row>(rows: readonly Row[], first: number): Page<Row> => ({
  rows: rows.length > first ? rows.slice(0, first) : rows,
  hasNextPage: rows.length > first,
})

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Cell =
  | string
  | number
  | bigint
  | boolean
  | Date
  | null
  | undefined
  | readonly (string | number)[]
  | object

const HAS_SPECIAL = /[\\\t\n\r]/
const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (text: string): string =>
  HAS_SPECIAL.test(text) ? text.replace(SPECIAL, (character) => ESCAPES[character] ?? character) : text

const arrayItem = (item: string | number): string =>
  typeof item === 'number' ? String(item) : `"${item.replace(/["\\]/g, '\\$&')}"`

/** One value in COPY's text format; arrays (of one kind of item, as PostgreSQL has them) as PostgreSQL arrays, other objects as JSON. */
export function copyCell(value: Cell): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return typeof value[0] === 'number' ? `{${value.join()}}` : escaped(`{${value.map(arrayItem).join()}}`)
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  return String(value)
}

export function copyLine(cells: readonly Cell[]): string {
  let line = copyCell(cells[0])
  for (let at = 1; at < cells.length; at += 1) line += `\t${copyCell(cells[at])}`
  return `${line}\n`
}

const BLOCK_BYTES = 65_536
/** No UTF-16 unit takes more bytes in UTF-8. */
const UNIT_BYTES_MAX = 3

/** Lines in blocks of bytes, each encoded once, straight into its place; what comes as bytes is a block already. */
function* blocksOf(lines: Iterable<string | Buffer>): Generator<Buffer> {
  let block = Buffer.allocUnsafe(BLOCK_BYTES)
  let at = 0
  for (const line of lines) {
    if (typeof line !== 'string') {
      yield line
      continue
    }
    const room = line.length * UNIT_BYTES_MAX
    if (at + room > block.length) {
      if (at > 0) yield block.subarray(0, at)
      block = Buffer.allocUnsafe(Math.max(BLOCK_BYTES, room))
      at = 0
    }
    at += block.write(line, at)
  }
  if (at > 0) yield block.subarray(0, at)
}

/** Streams lines (from `copyLine`; either all text or all bytes) into a table on this connection; back-pressure keeps memory flat. */
export async function copyInto(
  client: pg.ClientBase,
  target: { table: string; columns: readonly string[] },
  lines: Iterable<string | Buffer>,
): Promise<void> {
  const into = client.query(copyFrom(`copy ${target.table} (${target.columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(blocksOf(lines)), into)
}

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

const BLOCK_CHARS = 65_536

/** Lines joined to blocks of a good size; what comes as bytes is a block already. */
function* blocksOf(lines: Iterable<string | Buffer>): Generator<string | Buffer> {
  let block = ''
  for (const line of lines) {
    if (typeof line !== 'string') {
      yield line
      continue
    }
    block += line
    if (block.length < BLOCK_CHARS) continue
    yield block
    block = ''
  }
  if (block) yield block
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

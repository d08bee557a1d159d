import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Refusal } from '../kernel/errors.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface FileFacts {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string
  readonly bytes: number
  readonly isZip: boolean
  /** Null for a zip, which an XLSX is. */
  readonly encoding: Encoding | null
}

const BLOCK_BYTES = 262_144
/** Of the characters that are not ASCII, so many may be damaged before a text is no longer taken for UTF-8. */
const DAMAGED_UTF8 = 0.2

const NO_CHARACTER = '\ufffd'

const blocksOf = (path: string): AsyncIterable<Buffer> =>
  createReadStream(path, { highWaterMark: BLOCK_BYTES })

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte)

const encodingByMark = (head: Buffer): Encoding | null =>
  startsWith(head, 0xef, 0xbb, 0xbf)
    ? 'utf-8'
    : startsWith(head, 0xff, 0xfe)
      ? 'utf-16le'
      : startsWith(head, 0xfe, 0xff)
        ? 'utf-16be'
        : null

const sequenceBytes = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1)

/** Bytes at the end of a block that begin a UTF-8 sequence the block does not finish. */
function unfinished(block: Buffer): number {
  for (let back = 1; back <= Math.min(3, block.length); back += 1) {
    const byte = block[block.length - back] ?? 0
    if ((byte & 0xc0) !== 0x80) return sequenceBytes(byte) > back ? back : 0
  }
  return 0
}

/** Whether a block that is no UTF-8 is nevertheless mostly UTF-8: a damaged file, which GB18030 would garble. */
function isDamagedUtf8(block: Buffer): boolean {
  const text = block.toString('utf8')
  let foreign = 0
  let damaged = 0
  for (const character of text) {
    if (character < '\u0080') continue
    foreign += 1
    if (character === '\ufffd') damaged += 1
  }
  return foreign > 0 && damaged / foreign < DAMAGED_UTF8
}

class Utf8Check {
  holds = true
  damaged = false
  private carried = Buffer.alloc(0)

  take(block: Buffer): void {
    if (!this.holds) return
    const whole = this.carried.length > 0 ? Buffer.concat([this.carried, block]) : block
    const cut = whole.length - unfinished(whole)
    this.carried = Buffer.from(whole.subarray(cut))
    if (isUtf8(whole.subarray(0, cut))) return
    this.holds = false
    this.damaged = isDamagedUtf8(whole.subarray(0, cut))
  }

  end(): boolean {
    return this.holds && this.carried.length === 0
  }
}

async function decodes(path: string, encoding: Encoding): Promise<boolean> {
  try {
    for await (const text of textOf(path, encoding))
      if (text.includes(NO_CHARACTER) && encoding === 'gb18030') return false
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return false
    throw fault
  }
}

/**
 * Hash and encoding of a file in one pass: a byte order mark decides, else UTF-8 when every byte fits, else
 * GB18030 (which GBK and GB2312 are part of). Refuses FILE_ENCODING_UNKNOWN rather than garble a character.
 */
export async function fileFactsOf(path: string): Promise<FileFacts> {
  const hash = createHash('sha256')
  const utf8 = new Utf8Check()
  let bytes = 0
  let head = Buffer.alloc(0)
  for await (const block of blocksOf(path)) {
    if (bytes === 0) head = Buffer.from(block.subarray(0, 4))
    bytes += block.length
    hash.update(block)
    utf8.take(block)
  }
  const facts = { hash: hash.digest('hex'), bytes }
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return { ...facts, isZip: true, encoding: null }
  const encoding = encodingByMark(head) ?? (utf8.end() ? 'utf-8' : utf8.damaged ? null : 'gb18030')
  if (encoding === null || !(await decodes(path, encoding))) throw new Refusal('FILE_ENCODING_UNKNOWN')
  return { ...facts, isZip: false, encoding }
}

/** PostgreSQL keeps no NUL; it becomes the mark of a damaged character, which the row rules report. */
const withoutNul = (text: string): string =>
  text.includes('\0') ? text.replaceAll('\0', NO_CHARACTER) : text

/** The text of a file in blocks, without its byte order mark; throws TypeError where a byte does not fit. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const block of blocksOf(path)) yield withoutNul(decoder.decode(block, { stream: true }))
  yield withoutNul(decoder.decode())
}

export async function isReadable(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  await file?.close()
  return file !== null
}

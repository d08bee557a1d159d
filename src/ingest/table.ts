import { Refusal } from '../kernel/errors.ts'
import { csvRows, type FileRow } from './csv-rows.ts'
import { type Encoding, type FileFacts, textOf } from './file-text.ts'
import { xlsxRows } from './xlsx-rows.ts'

/** In Chinese text, where most characters take three bytes in UTF-8 and two elsewhere. */
const BYTES_PER_CHARACTER: Readonly<Record<Encoding, number>> = {
  'utf-8': 2.4,
  'utf-16le': 2,
  'utf-16be': 2,
  gb18030: 1.8,
}

/** A file as a table: its header line, then its rows in blocks. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: AsyncIterable<readonly FileRow[]>
  bytesRead(): number
  close(): Promise<void>
}

async function* counted(text: AsyncIterable<string>, onRead: (share: number) => void) {
  let characters = 0
  for await (const block of text) {
    characters += block.length
    onRead(characters)
    yield block
  }
}

async function* rest(first: readonly FileRow[], more: AsyncGenerator<readonly FileRow[]>) {
  yield first
  yield* more
}

async function withHeader(
  blocks: AsyncGenerator<readonly FileRow[]>,
): Promise<{ header: readonly string[]; rows: AsyncGenerator<readonly FileRow[]> }> {
  for (;;) {
    const { value, done } = await blocks.next()
    if (done) throw new Refusal('FILE_UNREADABLE', { reason: '文件为空 the file is empty' })
    const [header, ...first] = value
    if (header) return { header: header.cells, rows: rest(first, blocks) }
  }
}

/** Opens a CSV or XLSX file; refuses FILE_UNREADABLE. The share read is a guess good enough for a progress bar. */
export async function openTable(path: string, facts: FileFacts): Promise<Table> {
  let read = 0
  const blocks = facts.isZip
    ? xlsxRows(path)
    : csvRows(
        counted(textOf(path, facts.encoding ?? 'utf-8'), (characters) => {
          read = characters * (BYTES_PER_CHARACTER[facts.encoding ?? 'utf-8'] ?? 2)
        }),
      )
  const { header, rows } = await withHeader(blocks)
  return {
    header,
    rows,
    bytesRead: () => Math.min(facts.bytes, Math.round(read)),
    close: async () => {
      await rows.return(undefined)
      await blocks.return(undefined)
    },
  }
}

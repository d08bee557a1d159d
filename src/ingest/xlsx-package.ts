import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import yauzl from 'yauzl'
import { Refusal } from '../kernel/errors.ts'

/** Bounds against bombs: what a workbook may unpack to, and how far one part may be packed. */
const UNPACKED_MAX = 512 * 1_048_576
const RATIO_MAX = 300
const RATIO_FROM_BYTES = 4 * 1_048_576
const ENTRIES_MAX = 2_000

export const unreadable = (reason: string): Refusal => new Refusal('FILE_UNREADABLE', { reason })

/** What the events of one XML part call. */
export interface XmlEvents {
  open?(tag: SaxesTagPlain): void
  text?(text: string): void
  close?(name: string): void
}

const open = promisify((path: string, done: (fault: Error | null, zip?: yauzl.ZipFile) => void) =>
  yauzl.open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, done),
)

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An XLSX file as a package of parts, opened only after its bounds are known to hold. */
export class XlsxPackage {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  static async open(path: string): Promise<XlsxPackage> {
    const zip = await open(path).catch((fault: Error) => {
      throw unreadable(`不是完整的 XLSX 文件 ${fault.message}`)
    })
    if (!zip) throw unreadable('不是完整的 XLSX 文件')
    try {
      const file = new XlsxPackage(zip, await entriesOf(zip))
      await file.refuseActive()
      return file
    } catch (fault) {
      zip.close()
      throw fault
    }
  }

  close(): void {
    this.zip.close()
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  private stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name)
    if (!entry) return Promise.reject(unreadable(`缺少部件 ${name}`))
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (fault, stream) => (fault || !stream ? reject(fault) : resolve(stream)))
    })
  }

  /** Feeds a part to the events block by block; between blocks, `afterBlock` may hand on what has been read. */
  async *parse<T>(name: string, events: XmlEvents, afterBlock: () => T): AsyncGenerator<T> {
    const parser = new SaxesParser()
    // Document types are how XML bombs and outside entities come in; a workbook has none.
    parser.on('doctype', () => {
      throw unreadable('含有 DOCTYPE has a document type declaration')
    })
    parser.on('opentag', (tag) => events.open?.({ ...tag, name: localName(tag.name) } as SaxesTagPlain))
    parser.on('text', (text) => events.text?.(text))
    parser.on('cdata', (text) => events.text?.(text))
    parser.on('closetag', (tag) => events.close?.(localName(tag.name)))
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      for await (const block of await this.stream(name)) {
        parser.write(decoder.decode(block as Buffer, { stream: true }))
        yield afterBlock()
      }
      parser.write(decoder.decode()).close()
    } catch (fault) {
      if (fault instanceof Refusal) throw fault
      throw unreadable(`${name}: ${fault instanceof Error ? fault.message.slice(0, 200) : String(fault)}`)
    }
    yield afterBlock()
  }

  /** Reads a small part whole. */
  async read(name: string, events: XmlEvents): Promise<void> {
    for await (const _ of this.parse(name, events, () => null)) continue
  }

  private async refuseActive(): Promise<void> {
    const names = [...this.entries.keys()]
    if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw unreadable('含有宏 has macros')
    if (names.some((name) => name.startsWith('xl/externalLinks/')))
      throw unreadable('含有外部链接 links to other workbooks')
    await this.read('[Content_Types].xml', {
      open: ({ attributes }) => {
        if (/macroEnabled|vbaProject/i.test(String(attributes.ContentType ?? '')))
          throw unreadable('含有宏 has macros')
      },
    })
  }
}

function checkEntry(entry: yauzl.Entry, total: number): void {
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (total > UNPACKED_MAX) throw unreadable('解压后超过 512 MB unpacks to more than 512 MB')
  if (entry.uncompressedSize > RATIO_FROM_BYTES && ratio > RATIO_MAX)
    throw unreadable(`压缩比异常 packed ${Math.round(ratio)} to 1`)
}

function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  let total = 0
  return new Promise((resolve, reject) => {
    if (zip.entryCount > ENTRIES_MAX) reject(unreadable('部件过多 too many parts'))
    zip.on('error', (fault: Error) => reject(unreadable(fault.message.slice(0, 200))))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: yauzl.Entry) => {
      total += entry.uncompressedSize
      try {
        checkEntry(entry, total)
      } catch (fault) {
        reject(fault)
        return
      }
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

import type { SaxesTagPlain } from 'saxes'
import { csvLine, type FileRow } from './csv-rows.ts'
import { unreadable, XlsxPackage } from './xlsx-package.ts'

const COLUMNS_MAX = 1_024
const CELL_CHARS_MAX = 100_000
/** Shared strings stay in memory while the sheet is read; a larger book is to be sent as CSV. */
const SHARED_CHARS_MAX = 40_000_000
const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

const attribute = (tag: SaxesTagPlain, name: string): string | undefined => {
  const value: unknown = tag.attributes[name]
  return typeof value === 'string' ? value : undefined
}

interface Workbook {
  readonly sheet: string
  readonly is1904: boolean
}

async function workbookOf(book: XlsxPackage): Promise<Workbook> {
  let relation: string | undefined
  let is1904 = false
  await book.read('xl/workbook.xml', {
    open: (tag) => {
      if (tag.name === 'sheet') relation ??= attribute(tag, 'r:id')
      if (tag.name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')
    },
  })
  let target = 'worksheets/sheet1.xml'
  await book.read('xl/_rels/workbook.xml.rels', {
    open: (tag) => {
      if (tag.name === 'Relationship' && attribute(tag, 'Id') === relation)
        target = attribute(tag, 'Target') ?? target
    },
  })
  return { sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`, is1904 }
}

/** Built-in number formats of days and times, ECMA-376 18.8.30, with those of the Chinese locale. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const isDayFormat = (code: string): boolean =>
  /[ymd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** For every cell style, whether it shows a day. */
async function dayStylesOf(book: XlsxPackage): Promise<readonly boolean[]> {
  if (!book.has('xl/styles.xml')) return []
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let isCellStyles = false
  await book.read('xl/styles.xml', {
    open: (tag) => {
      const id = Number(attribute(tag, 'numFmtId') ?? Number.NaN)
      if (tag.name === 'numFmt') formats.set(id, attribute(tag, 'formatCode') ?? '')
      if (tag.name === 'cellXfs') isCellStyles = true
      if (tag.name === 'xf' && isCellStyles)
        styles.push(isBuiltInDay(id) || isDayFormat(formats.get(id) ?? ''))
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return styles
}

/** Text of `<t>` elements, without the phonetic hints beside them. */
class TextParts {
  value = ''
  private isText = false
  private isHint = false

  open(name: string): void {
    if (name === 'rPh') this.isHint = true
    this.isText = name === 't' && !this.isHint
  }

  text(text: string): void {
    if (!this.isText) return
    this.value += text
    if (this.value.length > CELL_CHARS_MAX) throw unreadable('单元格过长 a cell is too long')
  }

  close(name: string): void {
    if (name === 'rPh') this.isHint = false
    if (name === 't') this.isText = false
  }

  take(): string {
    const { value } = this
    this.value = ''
    return value
  }
}

async function sharedStringsOf(book: XlsxPackage): Promise<readonly string[]> {
  const name = 'xl/sharedStrings.xml'
  if (!book.has(name)) return []
  const strings: string[] = []
  const parts = new TextParts()
  let total = 0
  await book.read(name, {
    open: (tag) => parts.open(tag.name),
    text: (text) => parts.text(text),
    close: (tag) => {
      parts.close(tag)
      if (tag !== 'si') return
      const text = parts.take()
      total += text.length
      if (total > SHARED_CHARS_MAX) throw unreadable('文字过多，请改用 CSV too much text, send it as CSV')
      strings.push(text)
    },
  })
  return strings
}

/** A1 → 0, AB7 → 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

const dayOfSerial = (serial: number, is1904: boolean): string => {
  const days = Math.floor(serial)
  // Serial 60 is the day 1900-02-29 that never was; earlier ones count from one day later.
  const shift = !is1904 && days < 60 ? 1 : 0
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY_MS).toISOString().slice(0, 10)
}

interface Looks {
  readonly strings: readonly string[]
  readonly dayStyles: readonly boolean[]
  readonly is1904: boolean
}

/** Rows of a worksheet, built from its XML events. */
class SheetRows {
  private rows: FileRow[] = []
  private cells: string[] = []
  private line = 0
  private column = -1
  private type = 'n'
  private style = -1
  private value = ''
  private isValue = false
  private readonly inline = new TextParts()
  private width = 0

  constructor(private readonly looks: Looks) {}

  take(): FileRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  open(tag: SaxesTagPlain): void {
    this.inline.open(tag.name)
    if (tag.name === 'row') this.line = Number(attribute(tag, 'r') ?? this.line + 1)
    else if (tag.name === 'c') this.openCell(tag)
    else if (tag.name === 'v') this.isValue = true
  }

  private openCell(tag: SaxesTagPlain): void {
    const reference = attribute(tag, 'r')
    this.column = reference === undefined ? this.column + 1 : columnOf(reference)
    if (this.column < 0 || this.column >= COLUMNS_MAX) throw unreadable('列数过多 too many columns')
    this.type = attribute(tag, 't') ?? 'n'
    this.style = Number(attribute(tag, 's') ?? -1)
    this.value = ''
    this.inline.take()
  }

  text(text: string): void {
    this.inline.text(text)
    if (!this.isValue) return
    this.value += text
    if (this.value.length > CELL_CHARS_MAX) throw unreadable('单元格过长 a cell is too long')
  }

  close(name: string): void {
    this.inline.close(name)
    if (name === 'v') this.isValue = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
  }

  private closeCell(): void {
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = this.cellText()
  }

  private cellText(): string {
    const { strings, dayStyles, is1904 } = this.looks
    if (this.type === 's') return strings[Number(this.value)] ?? ''
    if (this.type === 'inlineStr') return this.inline.take()
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE'
    if (this.type !== 'n' || this.value === '') return this.value
    const number = Number(this.value)
    if (!Number.isFinite(number)) return this.value
    return dayStyles[this.style] === true ? dayOfSerial(number, is1904) : String(number)
  }

  /** Trailing blanks are not written to the file: a row is as wide as the header unless it holds more. */
  private closeRow(): void {
    const { cells, line } = this
    this.cells = []
    this.column = -1
    while (cells.length > 0 && cells.at(-1) === '') cells.pop()
    if (cells.length === 0) return
    if (this.width === 0) this.width = cells.length
    while (cells.length < this.width) cells.push('')
    this.rows.push({ cells, line, raw: csvLine(cells) })
  }
}

/** Rows of the first sheet in blocks, streaming; only shared strings are held in memory. */
export async function* xlsxRows(
  path: string,
  onBlock: () => void = () => undefined,
): AsyncGenerator<FileRow[]> {
  const book = await XlsxPackage.open(path)
  try {
    const { sheet, is1904 } = await workbookOf(book)
    const [strings, dayStyles] = [await sharedStringsOf(book), await dayStylesOf(book)]
    const rows = new SheetRows({ strings, dayStyles, is1904 })
    const events = {
      open: (tag: SaxesTagPlain) => rows.open(tag),
      text: (text: string) => rows.text(text),
      close: (name: string) => rows.close(name),
    }
    for await (const block of book.parse(sheet, events, () => rows.take())) {
      onBlock()
      yield block
    }
  } finally {
    book.close()
  }
}

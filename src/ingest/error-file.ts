import type { Sql } from '../kernel/db.ts'
import { neutralCell } from './cell.rules.ts'
import { CsvSplitter, csvLine } from './csv-rows.ts'
import { isRowCode, ROW_CODES } from './row-codes.ts'
import { type RejectedRow, rejectedAfter } from './verdict.store.ts'

const PAGE_ROWS = 500
const REASON_COLUMNS = ['行号 line', '错误代码 code', '列 column', '原因 reason']

function cellsOf(rawLine: string): readonly string[] {
  const splitter = new CsvSplitter()
  return [...splitter.push(rawLine), ...splitter.push('', true)][0]?.cells ?? []
}

function lineOf(row: RejectedRow, width: number): string {
  const cells = cellsOf(row.rawLine ?? '')
  const codes = row.findings.map(({ code }) => code)
  const reasons = row.findings.map(({ code, column }) =>
    isRowCode(code) ? `${column}: ${ROW_CODES[code].zh} ${ROW_CODES[code].en}` : code,
  )
  const columns = row.findings.map(({ column }) => column)
  const padding = Array.from({ length: Math.max(0, width - cells.length) }, () => '')
  return csvLine(
    [...cells, ...padding, String(row.lineNo), codes.join(';'), columns.join(';'), reasons.join('；')].map(
      neutralCell,
    ),
  )
}

/**
 * The rejected rows of a batch, as they arrived, with reasons beside them: to be corrected and sent again.
 * UTF-8 with a byte order mark; cells a spreadsheet would take for formulas are neutralised.
 */
export async function* errorFile(
  sql: Sql,
  batch: { readonly id: string; readonly header: string },
): AsyncGenerator<string> {
  const header = cellsOf(batch.header)
  yield `\ufeff${csvLine([...header, ...REASON_COLUMNS])}\r\n`
  for (let line = 0; ; ) {
    const rows = await rejectedAfter(sql, batch.id, line, PAGE_ROWS)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => `${lineOf(row, header.length)}\r\n`).join('')
    line = last.lineNo
  }
}

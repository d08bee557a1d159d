import type { Counts } from './format.ts'
import type { BatchReport } from './ingest.service.ts'

/** Names of the figures of a load, in the order they are shown. */
export const COUNT_LABELS = {
  rows: ['数据行', 'rows'],
  inserted: ['新增', 'inserted'],
  updated: ['变更', 'updated'],
  unchanged: ['无变化', 'unchanged'],
  kept: ['代码有误仍入库', 'kept with a faulty code'],
  rejected: ['退回（隔离）', 'rejected'],
  duplicates: ['文件内重复', 'duplicates in the file'],
  warnings: ['提示', 'with a warning'],
  validRows: ['代码有效行', 'rows with a valid code'],
  distinctSubjects: ['不同主体', 'distinct subjects'],
  repeatedCodeRows: ['重复代码行', 'rows repeating a code'],
  legacy15DigitNumber: ['旧注册号', 'old registration numbers'],
  invalidCode: ['无效代码', 'invalid codes'],
  raggedRows: ['列数不符', 'ragged rows'],
} as const satisfies Record<string, readonly [string, string]>

const LABEL_WIDTH = 20

/** Characters that take two columns of a terminal. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)

const padded = (text: string): string => text + ' '.repeat(Math.max(0, LABEL_WIDTH - columnsOf(text)))

function figureLines(counts: Counts): string[] {
  return Object.entries(COUNT_LABELS)
    .filter(([name]) => counts[name] !== undefined)
    .map(([name, [zh, en]]) => `  ${padded(zh)}${String(counts[name] ?? 0).padStart(10)}  ${en}`)
}

/** What a load found, in lines for a terminal. */
export function printReport(report: BatchReport): string[] {
  const { batchId, fileName, counts, isRepeat, milliseconds } = report
  const rows = counts.rows ?? 0
  const speed = Math.round((rows / Math.max(1, milliseconds)) * 1_000)
  const head = isRepeat
    ? `${fileName}: 此前已入库，本次未作任何更改 loaded before, nothing was changed`
    : `${fileName}: 入库完成 loaded in ${(milliseconds / 1_000).toFixed(1)} s (${speed} rows/s)`
  const hasVerdicts = [counts.rejected, counts.kept, counts.warnings, counts.duplicates].some(
    (count) => (count ?? 0) > 0,
  )
  const where = [
    `  问题行 rows with findings: GraphQL ingestBatch(id: "${batchId}") { rowVerdicts }`,
    `  退回行 rejected rows:      GET /batches/${batchId}/errors.csv`,
  ]
  return [head, ...figureLines(counts), ...(hasVerdicts ? where : [])]
}

import type { Sql } from '../kernel/db.ts'

export interface VerdictRow {
  readonly lineNo: number
  readonly ordinal: number
  readonly column: string
  readonly code: string
  readonly outcome: string
  readonly value: string | null
  readonly rawLine: string | null
}

export interface VerdictFilter {
  readonly batchId: string
  readonly outcome: string | null
  readonly code: string | null
}

const FITS = `batch_id = $1 and ($2::text is null or outcome = $2) and ($3::text is null or code = $3)`

const paramsOf = ({ batchId, outcome, code }: VerdictFilter) => [batchId, outcome, code]

/** Findings of a batch in the order of the file. */
export const verdictsAfter = (
  sql: Sql,
  filter: VerdictFilter,
  after: { lineNo: number; ordinal: number },
  limit: number,
): Promise<VerdictRow[]> =>
  sql.rows<VerdictRow>(
    `select line_no as "lineNo", ordinal, column_name as "column", code, outcome, value, raw_line as "rawLine"
     from ingest_row_verdict
     where ${FITS} and (line_no, ordinal) > ($4::int, $5::int)
     order by line_no, ordinal limit $6`,
    [...paramsOf(filter), after.lineNo, after.ordinal, limit],
  )

export async function countVerdicts(sql: Sql, filter: VerdictFilter, cap: number): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from (select 1 from ingest_row_verdict where ${FITS} limit $4) x`,
    [...paramsOf(filter), cap],
  )
  return row?.count ?? 0
}

export interface RejectedRow {
  readonly lineNo: number
  readonly rawLine: string | null
  readonly findings: readonly { readonly code: string; readonly column: string }[]
}

/** Rejected rows of a batch after a line, each with everything that was found in it. */
export const rejectedAfter = (
  sql: Sql,
  batchId: string,
  afterLine: number,
  limit: number,
): Promise<RejectedRow[]> =>
  sql.rows<RejectedRow>(
    `select line_no as "lineNo", max(raw_line) as "rawLine",
       jsonb_agg(jsonb_build_object('code', code, 'column', column_name) order by ordinal) as findings
     from ingest_row_verdict where batch_id = $1 and line_no > $2
     group by line_no having bool_or(outcome = 'REJECTED')
     order by line_no limit $3`,
    [batchId, afterLine, limit],
  )

import type { Actor } from '../kernel/context.ts'
import { globalId } from '../kernel/ids.ts'
import type { Fact } from './fact.ts'
import { typed } from './node.ts'
import type { Provenance, ProvenanceRow } from './provenance.ts'

const provenanceOf = (row: ProvenanceRow): Provenance => ({
  source: row.source,
  sourceKey: row.sourceKey,
  batchId: row.batchId,
  lineNo: row.lineNo,
  receivedAt: row.receivedAt,
  recordedAt: row.recordedAt,
  version: row.version,
  raw: row.raw,
  quality: row.quality,
})

export type Finished<Row> = Row & { readonly id: string; readonly provenance: Provenance | null }

/** A row as read, ready for its GraphQL type: global id, provenance for whoever may see it, type mark. */
export function finish<Row extends { subjectKey: string }>(
  fact: Fact,
  row: Row,
  actor: Actor,
): Finished<Row> {
  const key = 'rowId' in row ? [row.subjectKey, String(row.rowId)] : [row.subjectKey]
  const seesSource = 'sourceKey' in row && actor.clearance.includes('GOV_SHARED')
  const provenance = seesSource ? provenanceOf(row as unknown as ProvenanceRow) : null
  return typed({ ...row, id: globalId(fact.name, ...key), provenance }, fact.name)
}

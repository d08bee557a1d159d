import { createHmac } from 'node:crypto'
import type { Transaction } from '../kernel/db.ts'
import type { RegistrationLoad } from './registration.ts'

export interface PersonRow {
  readonly subjectKey: string
  readonly name: string
  readonly lineNo: number
}

/** The key of a natural person: a keyed hash of kind and number; the number itself is kept nowhere. */
export const personKeyOf = (secret: string, idKind: string, idNumber: string): string =>
  `P-${createHmac('sha256', secret).update(`${idKind}${idNumber}`).digest('hex').slice(0, 24)}`

/** Adds natural persons the hub does not have yet: restricted, and without a line in the name search. */
export async function addPersons(
  tx: Transaction,
  rows: readonly PersonRow[],
  load: RegistrationLoad,
): Promise<void> {
  if (rows.length === 0) return
  await tx.rows(
    `insert into subject (subject_key, code_status, kind, name, status, visibility, source, source_key, batch_id,
       line_no, received_at, recorded_at)
     select key, 'ABSENT', 'NATURAL_PERSON', name, 'ACTIVE', 'RESTRICTED', $4, key, $5, line_no, $6, $6
     from unnest($1::text[], $2::text[], $3::int[]) x (key, name, line_no)
     order by key on conflict (subject_key) do nothing`,
    [
      rows.map((row) => row.subjectKey),
      rows.map((row) => row.name),
      rows.map((row) => row.lineNo),
      load.source,
      load.batchId,
      load.now,
    ],
  )
}

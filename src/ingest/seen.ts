import type { Transaction } from '../kernel/db.ts'

/** What a row is about: a subject, or one document about a subject. */
export interface SeenKey {
  readonly key: string
  readonly sourceKey?: string
}

export const seenName = ({ key, sourceKey = '' }: SeenKey): string => `${key}\n${sourceKey}`

/** Names of the keys already met in this batch, of the ones asked for. */
export async function seenKeys(
  tx: Transaction,
  batchId: string,
  keys: readonly SeenKey[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx.fresh<{ key: string; sourceKey: string }>(
    `select s.subject_key as key, s.source_key as "sourceKey"
     from unnest($2::text[], $3::text[]) k (key, source_key)
     join ingest_seen s on s.batch_id = $1 and s.subject_key = k.key and s.source_key = k.source_key`,
    [batchId, keys.map(({ key }) => key), keys.map(({ sourceKey }) => sourceKey ?? '')],
  )
  return new Set(rows.map(seenName))
}

export async function markSeen(
  tx: Transaction,
  batchId: string,
  rows: readonly (SeenKey & { readonly lineNo: number })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.fresh(
    `insert into ingest_seen (batch_id, subject_key, source_key, line_no)
     select $1, key, source_key, line_no from unnest($2::text[], $3::text[], $4::int[]) x (key, source_key, line_no)
     order by key, source_key on conflict (batch_id, subject_key, source_key) do nothing`,
    [
      batchId,
      rows.map(({ key }) => key),
      rows.map(({ sourceKey }) => sourceKey ?? ''),
      rows.map(({ lineNo }) => lineNo),
    ],
  )
}

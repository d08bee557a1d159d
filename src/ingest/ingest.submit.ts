import { setTimeout as pause } from 'node:timers/promises'
import type { RequestContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { batchOf, type BatchRow } from './batch.store.ts'
import { deskOf, uploadedFile } from './desk.ts'
import type { FormatName } from './format.ts'
import { ingestFile } from './ingest.service.ts'

export interface Submission {
  readonly format: FormatName
  readonly fileId: string
  readonly fileName: string
  readonly source: string
}

/** A short file is answered with its figures, a longer one while it runs. */
const WAIT_MS = 2_000

/**
 * Loads an uploaded file. Answers the batch once it is done, or after two seconds while the load goes on; a
 * refusal that comes before the batch stands is the answer itself.
 */
export async function submitFile(ctx: RequestContext, submission: Submission): Promise<BatchRow> {
  const { db, actor, now, log } = ctx
  const desk = deskOf(db)
  const path = await uploadedFile(desk, submission.fileId)
  let begun: BatchRow | null = null
  const { format, source, fileName } = submission
  const { promise: standing, resolve: stands } = Promise.withResolvers<void>()
  const options = {
    path,
    format,
    source,
    fileName,
    actor,
    now,
    personSecret: desk.personSecret,
    onBegun: (batch: BatchRow) => {
      begun = batch
      stands()
    },
  }
  const load = ingestFile(desk.loading, options).then(
    ({ batchId }) => batchId,
    (fault: unknown) => {
      if (begun === null) throw fault
      // The batch itself tells of it: state FAILED with the reason.
      if (!(fault instanceof Refusal)) log.error({ err: fault, batchId: begun.id }, 'ingest failed')
      return begun.id
    },
  )
  const batchId = await Promise.race([load, standing.then(() => pause(WAIT_MS, null))])
  const running = begun as BatchRow | null
  const row = await batchOf(db, batchId ?? running?.id ?? '')
  if (!row) throw new Error('the batch has no row')
  return row
}

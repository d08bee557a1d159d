import { createHash } from 'node:crypto'
import type { Actor } from '../kernel/context.ts'
import { copyInto } from '../kernel/copy.ts'
import type { Database } from '../kernel/db.ts'
import { record } from '../ledger/index.ts'
import type { City } from './city.ts'
import { LOAD_ACTION, stretchName } from './city-plan.ts'
import { dayText } from './days.ts'
import type { Sheet, Sheets } from './sheets.ts'
import type { Stretch } from './stretch.ts'

const LOADER: Actor = { account: 'demo', department: '330700-001', clearance: [] }

/** SHA-256 over the rows as they are copied; the ledger's own digest, SM3, covers it. */
function rowsDigestOf(sheets: readonly Sheet[]): string {
  const hash = createHash('sha256')
  for (const sheet of sheets) for (const block of sheet.blocks()) hash.update(block)
  return hash.digest('hex')
}

/** Puts a stretch into the database with its ledger entry, whole or not at all. */
export async function loadStretch(
  db: Database,
  of: { city: City; stretch: Stretch; sheets: Sheets; now: Date },
): Promise<void> {
  const sheets = of.sheets.all()
  const facts = {
    seed: of.city.seed,
    day: dayText(of.city.today),
    rows: Object.fromEntries(sheets.map((sheet) => [sheet.table, sheet.rows])),
    rowsSha256: rowsDigestOf(sheets),
  }
  await db.transaction(async (tx) => {
    // Nothing is lost by it: the mark that makes the city whole is committed to disk after all stretches.
    await tx.client.query('set local synchronous_commit = off')
    for (const sheet of sheets) await copyInto(tx.client, sheet, sheet.blocks())
    await record(
      tx,
      { actor: LOADER, now: of.now },
      { action: LOAD_ACTION, objectType: 'DemoCity', objectId: stretchName(of.stretch), facts },
    )
  })
}

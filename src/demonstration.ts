import { buildCity, cityExists, cityLines, restoreIndexes } from './demo/index.ts'
import { systemClock } from './kernel/clock.ts'
import type { Database } from './kernel/db.ts'
import { progressBar } from './progress.ts'

type Say = (text: string) => void

/** Seed of the city that comes with the hub: the same city on every machine. */
export const CITY_SEED = 20_261_121

export interface Demonstration {
  readonly subjects: number
  readonly secret: string
  readonly say: Say
  readonly seed?: number
}

/** Builds a demonstration city of this size, showing how far it is. */
export async function buildDemonstration(
  db: Database,
  { subjects, secret, say, seed }: Demonstration,
): Promise<void> {
  say(`正在生成演示城市 building the demonstration city: ${subjects} 个主体 subjects`)
  const bar = progressBar('主体 subjects')
  const report = await buildCity(db, {
    subjects,
    seed: seed ?? CITY_SEED,
    now: systemClock(),
    personSecret: secret,
    onProgress: bar.show,
  })
  bar.end()
  for (const line of cityLines(report)) say(line)
}

/** Loads the city the first time; completes one whose load was cut short, with the indexes it had set aside. */
export async function loadDemonstration(db: Database, options: Demonstration): Promise<void> {
  await restoreIndexes(db)
  if (options.subjects === 0 || (await cityExists(db))) return
  await buildDemonstration(db, options)
}

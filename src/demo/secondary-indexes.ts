import type { Database } from '../kernel/db.ts'
import { subjectFacts } from './sheets.ts'

interface Index {
  readonly name: string
  readonly definition: string
}

/** The indexes the code declares on facts of subjects, beside the primary keys: the list that must stand. */
export const declaredIndexes = (): Index[] =>
  subjectFacts().flatMap((fact) =>
    fact.entity.meta.indexes.map((index) => ({
      name: String(index.name),
      definition: String(index.expression),
    })),
  )

async function missing(db: Database): Promise<Index[]> {
  const present = await db.rows<{ name: string }>(
    'select indexname as name from pg_indexes where schemaname = current_schema()',
  )
  const names = new Set(present.map(({ name }) => name))
  return declaredIndexes().filter(({ name }) => !names.has(name))
}

export async function dropIndexes(db: Database): Promise<void> {
  const names = declaredIndexes().map(({ name }) => `"${name}"`)
  await db.rows(`drop index if exists ${names.join(', ')}`)
}

const create = (db: Database, index: Index): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.client.query(`set local maintenance_work_mem = '256MB'`)
    await tx.client.query('set local max_parallel_maintenance_workers = 0')
    await tx.client.query(index.definition)
  })

const BUILDERS = 2

/**
 * Makes every declared index that is not there, two at a time. A load that was killed after it had dropped them is
 * healed by this alone: the declarations in the code say what must stand, so nothing else has to be remembered.
 */
export async function restoreIndexes(
  db: Database,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const due = await missing(db)
  const queue = due.toReversed()
  let done = 0
  const build = async () => {
    for (let index = queue.pop(); index; index = queue.pop()) {
      await create(db, index)
      onProgress((done += 1), due.length)
    }
  }
  await Promise.all(Array.from({ length: BUILDERS }, build))
  return due.length
}

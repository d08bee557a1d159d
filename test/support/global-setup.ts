import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningPostgres, startPostgres } from '../../src/kernel/embedded-postgres.ts'
import { prepareTemplate } from './template.ts'

/** What one jest process carries from set-up to teardown. */
export type TestPostgres = { folder: string; postgres: RunningPostgres }

export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xinshu-test-'))
  await chmod(folder, 0o755)
  const postgres = await startPostgres({ folder, tune: 'test' })
  Object.assign(globalThis, { xinshuTestPostgres: { folder, postgres } satisfies TestPostgres })
  process.env.XINSHU_TEST_PG = JSON.stringify(postgres.connection)
  await prepareTemplate(postgres.connection)
}

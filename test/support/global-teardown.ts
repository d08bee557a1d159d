import { rm } from 'node:fs/promises'
import type { TestPostgres } from './global-setup.ts'

export default async function globalTeardown(): Promise<void> {
  const { xinshuTestPostgres: running } = globalThis as { xinshuTestPostgres?: TestPostgres }
  await running?.postgres.stop()
  if (running) await rm(running.folder, { recursive: true })
}

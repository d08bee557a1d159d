import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The hub's secret: from the settings, else one made once and kept in the data folder, readable by its owner only. */
export async function secretOf(config: { secret: string | null; dataFolder: string }): Promise<string> {
  if (config.secret) return config.secret
  await mkdir(config.dataFolder, { recursive: true })
  const file = join(config.dataFolder, 'secret')
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EEXIST') throw fault
    },
  )
  return (await readFile(file, 'utf8')).trim()
}

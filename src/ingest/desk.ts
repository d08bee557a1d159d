import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../kernel/db.ts'
import { Refusal } from '../kernel/errors.ts'

/** Where a hub keeps uploaded files until they are loaded, and the key under which it files persons. */
export interface Desk {
  readonly folder: string
  readonly maxBytes: number
  readonly personSecret: string
  /** Connections that write files, apart from those that answer. */
  readonly loading: Database
}

const desks = new WeakMap<Database, Desk>()

export const openDesk = (db: Database, desk: Desk): void => void desks.set(db, desk)

export function deskOf(db: Database): Desk {
  const desk = desks.get(db)
  if (!desk) throw new Error('registerUpload has not been called for this database')
  return desk
}

const FILE_ID = /^[0-9a-f]{64}$/

/** Path of an uploaded file by its id, which is the SHA-256 of its bytes. Refuses FILE_NOT_FOUND. */
export async function uploadedFile(desk: Desk, fileId: string): Promise<string> {
  const path = FILE_ID.test(fileId) ? join(desk.folder, fileId) : null
  const found = path === null ? null : await stat(path).catch(() => null)
  if (path === null || !found?.isFile()) throw new Refusal('FILE_NOT_FOUND', { fileId: fileId.slice(0, 80) })
  return path
}

export interface Stored {
  readonly fileId: string
  readonly bytes: number
}

/** Streams bytes into the desk's folder under their hash; the same bytes again are the same file. */
export async function storeUpload(desk: Desk, body: Readable): Promise<Stored> {
  await mkdir(desk.folder, { recursive: true, mode: 0o700 })
  const draft = join(desk.folder, `.${randomUUID()}`)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(
      body,
      async function* measured(source: AsyncIterable<Buffer>) {
        for await (const block of source) {
          bytes += block.length
          if (bytes > desk.maxBytes)
            throw new Refusal('FILE_TOO_LARGE', { limitMb: Math.floor(desk.maxBytes / 1_048_576) })
          hash.update(block)
          yield block
        }
      },
      createWriteStream(draft, { mode: 0o600 }),
    )
    const fileId = hash.digest('hex')
    await rename(draft, join(desk.folder, fileId))
    return { fileId, bytes }
  } finally {
    await rm(draft, { force: true })
  }
}

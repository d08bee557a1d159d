import { v7 } from 'uuid'

/** A time-ordered id (UUIDv7) made by the application, as the distribution rules ask. */
export const newId = (): string => v7()

/** The opaque id (Relay global id) of one object: its GraphQL type and its key parts. */
export const globalId = (type: string, ...key: readonly string[]): string =>
  Buffer.from([type, ...key].join('|')).toString('base64url')

/** Type and key parts of an opaque id, or null when it is none of ours. */
export function readGlobalId(id: string): { type: string; key: readonly string[] } | null {
  if (id.length > 400 || !/^[\w-]+$/.test(id)) return null
  const text = Buffer.from(id, 'base64url').toString('utf8')
  const [type, ...key] = text.split('|')
  if (!type || key.length === 0 || globalId(type, ...key) !== id) return null
  return { type, key }
}

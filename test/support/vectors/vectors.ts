import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

const rowsAt = (url: URL): Record<string, string>[] =>
  parse(readFileSync(url, 'utf8'), { columns: true, bom: true, trim: false }) as Record<string, string>[]

/** Rows of a vector file beside this one. */
export const vectors = (file: string): Record<string, string>[] => rowsAt(new URL(file, import.meta.url))

/** Rows of a seed file of the catalogue. */
export const seed = (file: string): Record<string, string>[] =>
  rowsAt(new URL(`../../../src/catalogue/data/${file}`, import.meta.url))

/** Vector files write invisible and full-width characters as \uXXXX. */
export const unescaped = (text: string): string => JSON.parse(`"${text.replaceAll('"', '\\"')}"`) as string

import { writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { hubSchema } from './schema.ts'

const NOTE = '# 由代码打印，请勿手改 Printed from the code by `npm run schema`; do not edit.\n\n'

/** The published contract as text: what `schema/hub.graphql` must hold. */
export const schemaText = async (): Promise<string> =>
  `${NOTE}${printSchema(lexicographicSortSchema(await hubSchema()))}\n`

export const writeSchema = async (path: string): Promise<void> => writeFile(path, await schemaText())

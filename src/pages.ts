import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { trustedDocuments } from './documents/index.ts'
import { NOTICES } from './handling-check/index.ts'
import { ROW_CODES } from './ingest/index.ts'
import { REFUSALS } from './kernel/errors.ts'
import { hubSchema } from './schema.ts'

const NOTE = '由代码打印，请勿手改 Printed from the code by `npm run schema`; do not edit.'

/** The published contract as text: what `schema/hub.graphql` must hold. */
export const schemaPage = async (): Promise<string> =>
  `# ${NOTE}\n\n${printSchema(lexicographicSortSchema(await hubSchema()))}\n`

interface Text {
  readonly zh: string
  readonly en: string
}

const section = (title: string, lead: string, texts: Readonly<Record<string, Text>>): string => {
  const lines = Object.entries(texts).map(([code, { zh, en }]) => `### ${code}\n\n${zh}\n\n${en}\n`)
  return `## ${title}\n\n${lead}\n\n${lines.join('\n')}`
}

/** `docs/errors.md`: every code the hub can answer with. */
export const errorsPage = (): string =>
  [
    `# 错误与提示 Errors\n\n<!-- ${NOTE} -->\n`,
    section(
      '拒绝 Refusals',
      'In mutations as `userErrors`, elsewhere as `extensions.code` with `extensions.details`; never a 5xx, but for `OVERLOADED` (503 with `Retry-After`).',
      REFUSALS,
    ),
    section(
      '核查提示 Notices of a check',
      'In `notices` of a verdict: what the officer must know besides.',
      NOTICES,
    ),
    section('逐行校验 Row verdicts', 'In `rowVerdicts` of an ingest batch, with line and column.', ROW_CODES),
    '## 故障 Faults\n\n`INTERNAL_SERVER_ERROR`: a fault of the hub. The answer has an id and nothing else; give it to whoever runs the hub.\n',
  ].join('\n')

/** `schema/documents.json`: the ids of the trusted documents, by name. */
export const documentsPage = (): string =>
  `${JSON.stringify(Object.fromEntries(trustedDocuments().map(({ name, id }) => [name, id])), null, 2)}\n`

/** Writes the pages that are printed from the code. */
export async function printPages(root: string): Promise<void> {
  await writeFile(join(root, 'schema/hub.graphql'), await schemaPage())
  await writeFile(join(root, 'schema/documents.json'), documentsPage())
  await writeFile(join(root, 'docs/errors.md'), errorsPage())
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DocumentNode, type GraphQLSchema, Kind, parse, specifiedRules, validate } from 'graphql'
import { LIMITS, limitRules, rowCost, ROWS_MAX } from '../graph/index.ts'
import { PAGE_MAX } from '../kernel/paging.ts'

/** A document the hub brings along: its id is the SHA-256 of its text, byte for byte. */
export interface TrustedDocument {
  readonly name: string
  readonly id: string
  readonly text: string
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const ENDING = '.graphql'

function read(file: string): TrustedDocument {
  const text = readFileSync(`${FOLDER}${file}`, 'utf8')
  return {
    name: file.slice(0, -ENDING.length),
    id: createHash('sha256').update(text).digest('hex'),
    text,
  }
}

let known: readonly TrustedDocument[] | null = null

export const trustedDocuments = (): readonly TrustedDocument[] =>
  (known ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map(read))

export function trustedDocument(name: string): TrustedDocument {
  const found = trustedDocuments().find((document) => document.name === name)
  if (!found) throw new Error(`There is no document ${name}${ENDING}`)
  return found
}

/** The most rows a document can bring: every page as large as a page may be. */
function costAtMost(document: DocumentNode): number {
  const costs = document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return []
    const names = definition.variableDefinitions?.map(({ variable }) => variable.name.value) ?? []
    const variables = Object.fromEntries(names.map((name) => [name, PAGE_MAX]))
    return [rowCost(document, definition, variables)]
  })
  return Math.max(0, ...costs)
}

function checked(schema: GraphQLSchema, { name, text }: TrustedDocument): DocumentNode {
  const fault = (reason: string): Error =>
    new Error(`The document ${name}${ENDING} cannot be used: ${reason}`)
  const document = parse(text, { maxTokens: LIMITS.tokens })
  const errors = validate(schema, document, [...specifiedRules, ...limitRules(LIMITS)])
  if (errors.length > 0) throw fault(errors.map(({ message }) => message).join(' '))
  const cost = costAtMost(document)
  if (cost > ROWS_MAX) throw fault(`it may bring ${cost} rows, the limit is ${ROWS_MAX}`)
  return document
}

/** Every trusted document parsed, by id; throws when one does not fit the contract or the limits. */
export const checkedDocuments = (
  schema: GraphQLSchema,
  documents: readonly TrustedDocument[] = trustedDocuments(),
): Map<string, DocumentNode> => new Map(documents.map((one) => [one.id, checked(schema, one)]))

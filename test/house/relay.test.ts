import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type GraphQLField, type GraphQLSchema, getNamedType, isObjectType, printSchema } from 'graphql'
import { hubSchema } from '../../src/schema.ts'

const run = promisify(execFile)
const COMPILER = fileURLToPath(new URL('../../node_modules/.bin/relay-compiler', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xinshu-relay-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type AnyField = GraphQLField<unknown, unknown>

const isConnection = (field: AnyField): boolean => getNamedType(field.type).name.endsWith('Connection')

const required = (field: AnyField) =>
  field.args.filter((arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined)

function connections(schema: GraphQLSchema): { type: string; field: AnyField }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields())
          .filter(isConnection)
          .map((field) => ({ type: type.name, field }))
      : [],
  )
}

/** A document as a Relay client writes it: the connection paged by its own @connection key. */
function document(type: string, field: AnyField): string {
  const name = `Relay${type}${field.name}`
  const own = required(field)
  const variables = own.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  const given = own.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const page = `${field.name}(first: 10, after: $after${given ? `, ${given}` : ''}) @connection(key: "${name}__${field.name}") { edges { node { __typename } } }`
  if (type === 'Query')
    return `query ${name}Query($after: String${variables ? `, ${variables}` : ''}) { ${page} }`
  return `query ${name}Query($id: ID!, $after: String${variables ? `, ${variables}` : ''}) { node(id: $id) { ... on ${type} { ${page} } } }`
}

async function compile(sdl: string, documents: readonly string[]): Promise<string> {
  const src = join(folder, `src-${documents.length}`)
  await mkdir(join(src, '__generated__'), { recursive: true })
  const schema = join(src, 'schema.graphql')
  await writeFile(schema, sdl)
  for (const text of documents) {
    const name = /query (\w+)Query/.exec(text)?.[1] ?? ''
    await writeFile(join(src, `${name}.js`), `graphql\`${text}\`\n`)
  }
  const config = join(src, 'relay.config.json')
  await writeFile(
    config,
    JSON.stringify({ src, schema, language: 'javascript', artifactDirectory: join(src, '__generated__') }),
  )
  await run(COMPILER, [config], { cwd: src })
  return join(src, '__generated__')
}

describe('a Relay client', () => {
  test('compiles a document over every connection', async () => {
    const schema = await hubSchema()
    const all = connections(schema)
    expect(all.length).toBeGreaterThanOrEqual(24)
    const made = await readdir(
      await compile(
        printSchema(schema),
        all.map(({ type, field }) => document(type, field)),
      ),
    )
    expect(made.length).toBeGreaterThanOrEqual(all.length)
  })

  test('does not compile against a connection without pageInfo', async () => {
    const schema = await hubSchema()
    const broken = printSchema(schema).replaceAll(/^ {2}pageInfo: PageInfo!$/gm, '')
    const [first] = connections(schema)
    if (!first) throw new Error('no connection')
    await expect(compile(broken, [document(first.type, first.field)])).rejects.toThrow()
  })
})

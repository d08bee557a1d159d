import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { documentsPage, errorsPage, schemaPage } from '../../src/pages.ts'

const FILE = new URL('../../schema/hub.graphql', import.meta.url)
const HAN = /\p{Script=Han}/u
const LATIN = /[A-Za-z]{2}/

describe('the published contract', () => {
  test('is the one the code prints: run `npm run schema` when this fails', async () => {
    expect(readFileSync(FILE, 'utf8')).toBe(await schemaPage())
  })

  test('names its trusted documents in schema/documents.json', () => {
    const page = new URL('../../schema/documents.json', import.meta.url)
    expect(readFileSync(page, 'utf8')).toBe(documentsPage())
  })

  test('has its errors on docs/errors.md, all of them', () => {
    expect(readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')).toBe(errorsPage())
  })

  test('describes every type, field and enum value in Chinese and English', () => {
    const schema = buildSchema(readFileSync(FILE, 'utf8'))
    const bilingual = (text: string | null | undefined) => HAN.test(text ?? '') && LATIN.test(text ?? '')
    const missing = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (type.name.startsWith('__')) return []
      if (isEnumType(type))
        return type
          .getValues()
          .filter((value) => !bilingual(value.description))
          .map((value) => `${type.name}.${value.name}`)
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return []
      if (['Query', 'Mutation'].includes(type.name) === false && !bilingual(type.description))
        return [type.name]
      return Object.values(type.getFields())
        .filter((field) => !bilingual(field.description))
        .map((field) => `${type.name}.${field.name}`)
    })
    expect(missing).toEqual([])
  })
})

import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { CAST, castKey } from '../../src/demo/index.ts'
import { cityOf } from '../../src/demo/city.ts'
import { COMMON_FIELDS, type Sheets } from '../../src/demo/sheets.ts'
import { stretchSheets, subjectSheets } from '../../src/demo/stretch.ts'
import { allDepartments } from '../../src/demo/words/departments.ts'
import { LIST_TEMPLATES } from '../../src/demo/words/list-kinds.ts'
import { allFacts, codeLists, columnOf } from '../../src/graph/index.ts'
import { recordKinds } from '../../src/record/index.ts'
import {
  orgCodeWarns,
  registrationNumberFault,
  residentIdFault,
  subjectKindOf,
  usccFault,
} from '../../src/standards/index.ts'
import { residentNumber } from '../../src/demo/codes.ts'
import '../../src/tables.ts'
import { NOW } from '../support/now.ts'

const SECRET = 'test-secret-of-32-characters-or-more'
const CITY = cityOf({ seed: 7, now: NOW, personSecret: SECRET })
const SIZE = 2_000

type Row = Readonly<Record<string, string>>

/** Rows by table, as COPY will read them. */
function rowsOf(sheets: Sheets): Map<string, Row[]> {
  return new Map(
    sheets.all().map((sheet) => {
      const lines = Buffer.concat([...sheet.blocks()])
        .toString('utf8')
        .trimEnd()
        .split('\n')
      const row = (line: string): Row =>
        Object.fromEntries(line.split('\t').map((cell, at) => [sheet.columns[at] ?? '', cell]))
      return [sheet.table, lines.map(row)]
    }),
  )
}

const city = await stretchSheets(CITY, { from: 0, to: SIZE })
const tables = rowsOf(city)
const rows = (table: string): Row[] => tables.get(table) ?? []
const textOf = (sheets: Sheets): string =>
  sheets
    .all()
    .map((sheet) => Buffer.concat([...sheet.blocks()]).toString('utf8'))
    .join('\f')

const recordTables = recordKinds().map((kind) => kind.fact.table)

function recordsPerSubject(): number[] {
  const counts = new Map(rows('subject').map((row) => [row.subject_key, 0]))
  for (const table of recordTables)
    for (const { subject_key: key } of rows(table)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts.values()].sort((a, b) => a - b)
}

test('makes the same rows from the same seed and day, others from another seed', async () => {
  const again = await stretchSheets(CITY, { from: 0, to: 160 })
  expect(textOf(again)).toBe(textOf(await stretchSheets(CITY, { from: 0, to: 160 })))
  const other = await stretchSheets({ ...CITY, seed: 8 }, { from: 0, to: 160 })
  expect(textOf(other)).not.toBe(textOf(again))
})

const known = new Map<string, Set<string>>()
function knownRows(table: string): Set<string> {
  const set = known.get(table) ?? new Set(rows(table).map((row) => JSON.stringify(row)))
  known.set(table, set)
  return set
}

test('makes any subject alone as it is in its city', () => {
  for (const ordinal of [0, 12, 31, 57, 999, 1_999]) {
    const alone = rowsOf(subjectSheets(CITY, ordinal))
    for (const [table, found] of alone) {
      expect(found.filter((row) => !knownRows(table).has(JSON.stringify(row)))).toEqual([])
    }
  }
})

test('does not depend on the size: a city begins with every smaller one', async () => {
  const half = rowsOf(await stretchSheets(CITY, { from: 0, to: 1_000 }))
  for (const [table, found] of half)
    expect(
      rows(table)
        .slice(0, found.length)
        .map((row) => JSON.stringify(row)),
    ).toEqual(found.map((row) => JSON.stringify(row)))
})

const isRight = ({ uscc = '', kind }: Row) =>
  usccFault(uscc) === null && !orgCodeWarns(uscc) && subjectKindOf(uscc) === kind

test('gives codes that pass both checks and tell the kind', () => {
  const coded = rows('subject').filter((row) => row.uscc !== '\\N')
  expect(coded.length).toBeGreaterThan(SIZE * 0.95)
  expect(coded.filter((row) => !isRight(row))).toEqual([])
  expect(new Set(coded.map((row) => row.uscc)).size).toBe(coded.length)
})

test('gives old registration numbers and resident numbers with a right check character', () => {
  const numbers = rows('identifier').filter((row) => row.identifier_kind === 'REG_NO')
  expect(numbers.length).toBeGreaterThan(100)
  for (const { value = '' } of numbers) expect([value, registrationNumberFault(value)]).toEqual([value, null])
  for (let person = 0; person < 40_000; person += 997)
    expect(residentIdFault(residentNumber(7, person, '330702'))).toBeNull()
})

test('keeps natural persons restricted and their numbers as keyed hashes only', () => {
  const persons = rows('subject').filter((row) => row.kind === 'NATURAL_PERSON')
  const keys = new Set(persons.map((row) => row.subject_key))
  expect(persons.length / SIZE).toBeCloseTo(0.03, 2)
  for (const person of persons) {
    expect(person.visibility).toBe('RESTRICTED')
    expect(person.subject_key).toMatch(/^P-[0-9a-f]{24}$/)
  }
  for (const { value } of rows('identifier').filter((row) => row.identifier_kind === 'RESIDENT_ID'))
    expect(value).toMatch(/^[0-9a-f]{24}$/)
  const open = recordTables.flatMap((table) =>
    rows(table).filter((row) => keys.has(row.subject_key) && row.visibility !== 'RESTRICTED'),
  )
  expect(open).toEqual([])
  expect(
    rows('related_party').some((row) => row.relation === 'LEGAL_REP' && keys.has(row.party_key ?? '')),
  ).toBe(true)
})

test('uses only values that the labelled enums have', () => {
  const labelled = new Map<string, Set<string>>()
  for (const { list, value } of codeLists()) labelled.set(list, (labelled.get(list) ?? new Set()).add(value))
  const enumOf = (graph: unknown): Set<string> | undefined => {
    const values = typeof graph === 'object' && graph !== null ? Object.keys(graph) : []
    return [...labelled.values()].find((set) => values.length > 0 && values.every((value) => set.has(value)))
  }
  let checked = 0
  const faults: string[] = []
  for (const fact of allFacts().filter(({ table }) => tables.has(table)))
    for (const [name, field] of Object.entries(fact.fields)) {
      const allowed = enumOf(Array.isArray(field.graph) ? field.graph[0] : field.graph)
      if (!allowed || typeof field.graph === 'function') continue
      checked += 1
      for (const row of rows(fact.table)) {
        const cell = row[columnOf(name)] ?? '\\N'
        const used = cell === '\\N' ? [] : cell.replace(/[{}"]/g, '').split(',').filter(Boolean)
        faults.push(
          ...used.filter((value) => !allowed.has(value)).map((value) => `${fact.table}.${name} ${value}`),
        )
      }
    }
  expect(faults).toEqual([])
  expect(checked).toBeGreaterThan(30)
})

test('fills every column of every kind it writes', () => {
  for (const kind of recordKinds()) {
    const names = Object.keys(kind.fact.fields)
    for (const name of COMMON_FIELDS) expect(names).toContain(name)
    expect(Object.keys(rows(kind.fact.table)[0] ?? {}).sort()).toEqual(names.map(columnOf).sort())
  }
})

test('is skewed: most subjects have few records, a few have thousands', () => {
  const counts = recordsPerSubject()
  const at = (share: number) => counts[Math.floor(counts.length * share)] ?? 0
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  expect(at(0.5)).toBeLessThanOrEqual(6)
  expect(at(0.99)).toBeGreaterThan(at(0.5) * 6)
  expect(counts.at(-1)).toBeGreaterThan(1_900)
  expect(mean).toBeGreaterThan(5)
  expect(mean).toBeLessThan(11)
})

test('has every status, about four in a hundred on black or grey lists, six on red ones', () => {
  const subjects = rows('subject')
  const share = (of: Iterable<unknown>) => (new Set(of).size / subjects.length) * 100
  expect(subjects.filter((row) => row.status === 'ACTIVE').length / SIZE).toBeCloseTo(0.82, 1)
  expect(new Set(subjects.map((row) => row.status)).size).toBe(7)
  const listed = (red: boolean) =>
    rows('listing')
      .filter((row) => (row.colour === 'RED') === red)
      .map((row) => row.subject_key)
  expect(share(listed(false))).toBeGreaterThan(3)
  expect(share(listed(false))).toBeLessThan(6)
  expect(share(listed(true))).toBeGreaterThan(4)
  expect(share(listed(true))).toBeLessThan(8)
})

const day = (cell: string | undefined): string | null => (cell === undefined || cell === '\\N' ? null : cell)

test('lets no listing contradict itself', () => {
  for (const row of rows('listing')) {
    const [from, to, ended] = [day(row.valid_from), day(row.valid_to), day(row.effect_ended_on)]
    const expected = { EFFECTIVE: 'ACTIVE', EXITED_EARLY: 'REPAIRED', EXPIRED: 'ENDED', REVOKED: 'REVOKED' }
    expect(row.status).toBe(expected[row.listing_status as keyof typeof expected])
    if (to !== null) expect(from && from < to).toBe(true)
    const inForce = to === null || to > '2026-11-21'
    if (row.listing_status === 'EFFECTIVE') expect([inForce, ended]).toEqual([true, null])
    else expect([inForce, row.listing_status, to]).toEqual([false, row.listing_status, to])
    if (row.listing_status === 'EXITED_EARLY')
      expect([ended, day(row.exit_decision_no) !== null]).toEqual([to, true])
  }
})

test('keeps the fine in the words, the kinds and the cents alike', () => {
  for (const row of rows('penalty')) {
    const kinds = (row.penalty_kinds ?? '').replace(/[{}"]/g, '').split(',')
    expect(kinds.includes('FINE')).toBe(day(row.fine) !== null)
    const fined = /罚款人民币(\d+)元/.exec(row.content ?? '')?.[1]
    if (kinds.includes('FINE')) expect(`${fined}00`).toBe(row.fine)
    expect(row.document_no).toMatch(/^\S+〔20\d\d〕\d+号$/)
    expect(row.document_no).toContain(`〔${row.occurred_on?.slice(0, 4)}〕`)
  }
})

const isPast = ({ occurred_on: on = '', received_at: at = '' }: Row) =>
  on <= '2026-11-20' && at.slice(0, 10) >= on && at < '2026-11-21'

test('puts nothing after today and nothing twice at one source', () => {
  for (const table of recordTables) {
    const keys = rows(table).map((row) => [row.subject_key, row.source, row.source_key].join('|'))
    expect(new Set(keys).size).toBe(keys.length)
    expect(rows(table).filter((row) => !isPast(row))).toEqual([])
  }
  const ids = recordTables.flatMap((table) => rows(table).map((row) => row.row_id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids.slice(0, 500))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

const linesOf = async (file: string): Promise<Record<string, string>[]> =>
  parse(await readFile(new URL(`../../src/catalogue/data/${file}`, import.meta.url), 'utf8'), {
    columns: true,
  })

test('knows only departments and lists of the catalogues', async () => {
  const departments = new Map((await linesOf('departments.csv')).map((line) => [line.code, line.name_zh]))
  for (const { code, name } of allDepartments()) expect([code, departments.get(code)]).toEqual([code, name])
  const lists = new Map((await linesOf('list-kinds.csv')).map((line) => [line.code, line.colour]))
  for (const { code, colour } of LIST_TEMPLATES) expect([code, lists.get(code)]).toEqual([code, colour])
  const regions = new Set((await linesOf('regions.csv')).map((line) => line.code))
  const industries = new Set((await linesOf('industries.csv')).map((line) => line.code))
  const isKnown = (row: Row) =>
    regions.has(row.division_code) && (day(row.industry_code) === null || industries.has(row.industry_code))
  expect(rows('subject').filter((row) => !isKnown(row))).toEqual([])
})

test('shows an earlier state for every renamed, enlarged or closed subject', () => {
  const present = new Map(rows('subject').map((row) => [row.subject_key, row]))
  expect(rows('history').length).toBeGreaterThan(SIZE * 0.1)
  for (const row of rows('history')) {
    const now = present.get(row.subject_key)
    expect(day(row.valid_from)! < day(row.valid_to)!).toBe(true)
    expect(Number(row.version)).toBeLessThan(Number(now?.version))
    expect(JSON.parse(row.row?.replaceAll('\\\\', '\\') ?? '{}')).toMatchObject({
      subject_key: row.subject_key,
      version: Number(row.version),
    })
  }
  const former = rows('subject_name').filter((row) => row.name_kind === 'FORMER')
  expect(former.length / SIZE).toBeGreaterThan(0.02)
})

test('always has its cast, with codes that do not depend on the seed', async () => {
  const other = rowsOf(await stretchSheets({ ...CITY, seed: 99 }, { from: 0, to: 50 }))
  const keys = new Set(other.get('subject')?.map((row) => row.subject_key))
  for (const { id, code } of CAST) {
    expect(keys).toContain(castKey(id, SECRET))
    if (code.length === 18) expect([id, usccFault(code), orgCodeWarns(code)]).toEqual([id, null, false])
  }
})

test('makes the heavy one heavier in a large city: ten thousand records in all', async () => {
  const heavy = CAST.findIndex(({ id }) => id === 'HEAVY')
  const counted = (sheets: Sheets) =>
    sheets.all().reduce((sum, sheet) => sum + (recordTables.includes(sheet.table) ? sheet.rows : 0), 0)
  const [first, more] = [
    subjectSheets(CITY, heavy),
    await stretchSheets(CITY, { from: 0, to: 0, more: true }),
  ]
  expect(counted(first) + counted(more)).toBeGreaterThan(9_500)
  expect(counted(first) + counted(more)).toBeLessThan(10_500)
  const ids = (sheets: Sheets) => [...rowsOf(sheets).values()].flat().map((row) => row.row_id)
  const firstIds = new Set(ids(first))
  expect(ids(more).filter((id) => firstIds.has(id))).toEqual([])
})

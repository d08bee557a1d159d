import { describe, expect, test } from '@jest/globals'
import { parseDay } from '../../src/standards/index.ts'
import { seed } from '../support/vectors/vectors.ts'

const regions = seed('regions.csv')
const rowsOf = (code: string) => regions.filter((row) => row.code === code)
const isCurrent = (row: Record<string, string>) => row.valid_to === ''
const nameAndEnd = (code: string) => rowsOf(code).map((row) => `${row.name} ${row.valid_to}`)

describe('divisions, GB/T 2260', () => {
  test('hold one root and a parent for every other code, in force while the child is', () => {
    const codes = new Set(regions.map((row) => row.code))
    const current = new Set(regions.filter(isCurrent).map((row) => row.code))
    const roots = regions.filter((row) => row.parent === '')
    expect(roots.map((row) => `${row.code} ${row.name} ${row.level}`)).toEqual(['100000 全国 COUNTRY'])
    for (const row of regions.filter((one) => one.parent !== '')) {
      expect((isCurrent(row) ? current : codes).has(row.parent)).toBe(true)
    }
  })

  test('have well-formed codes, levels and days', () => {
    for (const row of regions) {
      expect(row.code).toMatch(/^\d{6}$/)
      expect(['COUNTRY', 'PROVINCE', 'CITY', 'DISTRICT']).toContain(row.level)
      expect(parseDay(row.valid_from ?? '').day).toBe(row.valid_from)
      expect(isCurrent(row) || (row.valid_from ?? '') < (row.valid_to ?? '')).toBe(true)
    }
  })

  test('never hold one code twice at the same time', () => {
    for (const [at, row] of regions.entries()) {
      const next = regions[at + 1]
      if (next === undefined || next.code !== row.code) continue
      expect(row.valid_to).not.toBe('')
      expect((row.valid_to ?? '') <= (next.valid_from ?? '')).toBe(true)
    }
  })

  test.each([
    ['330702', '婺城区 '],
    ['330700', '金华市 '],
    ['330200', '宁波市 '],
    ['330206', '北仑区 '],
    ['140932', '偏关县 '],
    ['120115', '宝坻区 '],
    ['120224', '宝坻县 2001-03-22'],
    ['330113', '临平区 '],
    ['110103', '崇文区 2010-10-31'],
    ['710000', '台湾省 '],
  ])('hold %s as %s', (code, expected) => {
    expect(nameAndEnd(code)).toEqual([expected])
  })

  test('keep apart the two places that were given one code', () => {
    expect(nameAndEnd('410307')).toEqual(['洛龙区 2007-12-31', '偃师区 '])
  })
})

describe('industries, GB/T 4754-2017', () => {
  test('are 20 sections and 97 divisions, numbered through', () => {
    const rows = seed('industries.csv')
    const sections = rows.filter((row) => row.parent === '').map((row) => row.code)
    const divisions = rows.filter((row) => row.parent !== '')
    expect(sections.join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    expect(divisions.map((row) => Number(row.code?.slice(1)))).toEqual(
      Array.from({ length: 97 }, (_, at) => at + 1),
    )
    expect(divisions.every((row) => row.code?.startsWith(row.parent ?? '?'))).toBe(true)
    expect(rows.every((row) => row.name_zh && row.name_en)).toBe(true)
  })
})

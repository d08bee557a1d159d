import { describe, expect, test } from '@jest/globals'
import {
  divisionOf,
  isUscc,
  normaliseCode,
  orgCodeCheckCharacter,
  orgCodeOf,
  orgCodeWarns,
  passesShapeAndCheck,
  subjectKindOf,
  usccCheckCharacter,
  usccFault,
} from '../../src/standards/index.ts'
import { seed, unescaped, vectors } from '../support/vectors/vectors.ts'

const answer = (code: string) => usccFault(code) ?? 'OK'

describe('unified social credit code, GB 32100', () => {
  test.each(vectors('uscc-valid.csv'))('accepts $uscc without a warning ($name)', ({ uscc = '' }) => {
    expect(usccFault(uscc)).toBeNull()
    expect(isUscc(uscc)).toBe(true)
    expect(passesShapeAndCheck(uscc)).toBe(true)
    expect(orgCodeWarns(uscc)).toBe(false)
    expect(usccCheckCharacter(uscc.slice(0, 17))).toBe(uscc.at(17))
    expect(orgCodeCheckCharacter(uscc.slice(8, 16))).toBe(uscc.at(16))
    expect(normaliseCode(uscc)).toBe(uscc)
  })

  test.each(
    vectors('uscc-invalid.csv'),
  )('refuses "$input" as $strict_error and says $after_normalize once it is normalised', ({
    input = '',
    strict_error,
    after_normalize,
  }) => {
    const code = unescaped(input)
    expect(usccFault(code)).toBe(strict_error)
    expect(isUscc(code)).toBe(false)
    expect(answer(normaliseCode(code))).toBe(after_normalize)
  })

  test.each(vectors('uscc-quirks.csv'))('answers $expected for the odd code $uscc', ({
    uscc = '',
    expected,
  }) => {
    expect(usccFault(uscc) ?? (orgCodeWarns(uscc) ? 'ORG_CODE_CHECK' : 'OK')).toBe(expected)
  })

  test('passes shape and check without looking at department or category', () => {
    expect(passesShapeAndCheck('000000000000000000')).toBe(true)
    expect(usccFault('000000000000000000')).toBe('DEPT')
    expect(passesShapeAndCheck('914403001922038217')).toBe(false)
    expect(passesShapeAndCheck('9144030071526726xg')).toBe(false)
    expect(passesShapeAndCheck('91440300715267260XG')).toBe(false)
    expect(passesShapeAndCheck('')).toBe(false)
  })

  test('counts length in characters, not in code units', () => {
    expect(usccFault('9144030019220382\u{1f600}')).toBe('LENGTH')
    expect(usccFault('91440300192203821\u{1f600}')).toBe('CHARSET')
  })

  test('finds exactly one check character for every first 17 and refuses the other 30', () => {
    const right = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((sign) => isUscc(`91440300192203821${sign}`))
    expect(right).toEqual(['6'])
  })

  test('gives no check character for a short or illegal body', () => {
    expect(usccCheckCharacter('9144030019220382')).toBe('')
    expect(usccCheckCharacter('9144030019220382I')).toBe('')
    expect(orgCodeCheckCharacter('7152672')).toBe('')
    expect(orgCodeCheckCharacter('7152672-')).toBe('')
  })

  test('warns when there is no organisation code to check', () => {
    expect(orgCodeWarns('')).toBe(true)
    expect(orgCodeWarns('320404000009558')).toBe(true)
  })

  test.each([
    ['９１－４４０３００－７１５２６７２６ｘ－ｇ', '9144030071526726XG'],
    ['\u200b91 440300\u00a071526726X\u3000G\ufeff', '9144030071526726XG'],
    ['71526726–X', '71526726X'],
    ['无', '无'],
    ['', ''],
  ])('normalises the code "%s" to "%s", and again to the same', (raw, code) => {
    expect(normaliseCode(raw)).toBe(code)
    expect(normaliseCode(code)).toBe(code)
  })

  test('reads organisation code and division out of a code', () => {
    expect(orgCodeOf('9144030071526726XG')).toBe('71526726X')
    expect(divisionOf('9144030071526726XG')).toBe('440300')
  })

  test.each([
    ['91', 'ENTERPRISE'],
    ['92', 'INDIVIDUAL_BUSINESS'],
    ['93', 'COOPERATIVE'],
    ['99', 'OTHER_ORG'],
    ['11', 'GOVERNMENT'],
    ['12', 'INSTITUTION'],
    ['13', 'OTHER_ORG'],
    ['51', 'SOCIAL_ORG'],
    ['52', 'SOCIAL_ORG'],
    ['53', 'FOUNDATION'],
    ['31', 'LAW_FIRM'],
    ['32', 'OTHER_ORG'],
    ['81', 'UNION'],
    ['89', 'UNION'],
    ['N1', 'VILLAGE_ORG'],
    ['N2', 'VILLAGE_ORG'],
    ['N3', 'VILLAGE_ORG'],
    ['N9', 'OTHER_ORG'],
    ['A1', 'OTHER_ORG'],
    ['Y1', 'OTHER_ORG'],
  ])('takes a code beginning with %s for the kind %s', (start, kind) => {
    expect(subjectKindOf(`${start}330702MA2XXXXXXX`)).toBe(kind)
  })

  test('accepts codes of village collectives and army bodies, which begin with a letter', () => {
    for (const first17 of ['N2330702MA2PBQAH7', 'A1110000MA2PBQAH7', 'Y1110000MA2PBQAH7']) {
      expect(usccFault(first17 + usccCheckCharacter(first17))).toBeNull()
    }
  })
})

describe('seed of code exceptions', () => {
  test('holds only codes that nothing but the check character speaks against', () => {
    const rows = seed('code-exceptions.csv')
    expect(rows).toHaveLength(6)
    for (const { code = '', reason } of rows) {
      expect(usccFault(code)).toBe('CHECK_DIGIT')
      expect(reason).toMatch(/ \/ /)
    }
  })
})

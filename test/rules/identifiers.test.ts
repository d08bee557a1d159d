import { describe, expect, test } from '@jest/globals'
import {
  looksLikeRegistrationNumber,
  registrationNumberCheckDigit,
  registrationNumberFault,
  residentIdCheckCharacter,
  residentIdFault,
} from '../../src/standards/index.ts'
import { vectors } from '../support/vectors/vectors.ts'

describe('resident identity number, GB 11643', () => {
  test.each(vectors('resident-id-vectors.csv'))('finds it $valid that $id is one: $note', ({
    id = '',
    valid,
  }) => {
    expect(String(residentIdFault(id) === null)).toBe(valid)
  })

  test.each([
    ['110105491231002', 'LENGTH'],
    ['', 'LENGTH'],
    ['03070219800101001X', 'CHARACTER'],
    ['11010519491231002x', 'CHARACTER'],
    ['330702200102290015', 'DATE'],
    ['330702198013010018', 'DATE'],
    ['330702219801010010', 'DATE'],
    ['330702198004310010', 'DATE'],
    ['110105194912310021', 'CHECK'],
  ])('refuses %s for its %s', (id, fault) => {
    expect(residentIdFault(id)).toBe(fault)
  })

  test('gives the check character of the example in the standard', () => {
    expect(residentIdCheckCharacter('11010519491231002')).toBe('X')
    expect(residentIdCheckCharacter('1101051949123100')).toBe('')
  })
})

describe('business registration number, GS 15-2006', () => {
  const real = [
    '320404000009558',
    '320404000005886',
    '320404000073274',
    '320382000007600',
    '321283000042188',
    '320923000001863',
    '320113000022709',
    '320113000001439',
    '320683000007312',
    '320281000002228',
    '320204000004468',
  ]

  test.each(real)('accepts %s and refuses every other last digit', (number) => {
    expect(registrationNumberFault(number)).toBeNull()
    expect(registrationNumberCheckDigit(number.slice(0, 14))).toBe(number.at(14))
    const accepted = [...'0123456789'].filter(
      (digit) => !registrationNumberFault(number.slice(0, 14) + digit),
    )
    expect(accepted).toEqual([number.at(14)])
  })

  test.each([
    ['3209231100626', 'LENGTH'],
    ['321281NA000446X', 'CHARACTER'],
    ['320404000009559', 'CHECK'],
  ])('refuses %s for its %s', (number, fault) => {
    expect(registrationNumberFault(number)).toBe(fault)
  })

  test('gives no check digit for a short or illegal body', () => {
    expect(registrationNumberCheckDigit('3204040000095')).toBe('')
    expect(registrationNumberCheckDigit('3204040000095X')).toBe('')
  })

  test('takes 15 and 13 digits for an old number, whatever the check digit', () => {
    expect(looksLikeRegistrationNumber('320404000009559')).toBe(true)
    expect(looksLikeRegistrationNumber('3209231100626')).toBe(true)
    for (const other of ['32092311006261', '321281NA000446X', '71526726X', '9144030071526726XG', '']) {
      expect(looksLikeRegistrationNumber(other)).toBe(false)
    }
  })
})

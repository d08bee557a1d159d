/** The first reason why a text is not a business registration number. */
export type RegistrationNumberFault = 'LENGTH' | 'CHARACTER' | 'CHECK'

const DIGITS = /^\d+$/
const LEGACY = /^(?:\d{15}|\d{13})$/

/**
 * The check digit after the first 14 digits, `''` when there are fewer.
 * Source: GS 15-2006 (ISO 7064 MOD 11,10). Example: `'32040400000955'` → `'8'`.
 */
export function registrationNumberCheckDigit(first14: string): string {
  const digits = first14.slice(0, 14)
  if (digits.length < 14 || !DIGITS.test(digits)) return ''
  let product = 10
  for (const digit of digits) {
    const sum = ((product % 11) + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - product) % 10)
}

/**
 * Why `input` is not a 15-digit business registration number (工商注册号), or null when it is one:
 * authority 6 digits, sequence 8, check 1. The number before 2006 has 13 digits and no check: LENGTH.
 * Source: GS 15-2006. Example: `'320404000009559'` → `'CHECK'`.
 */
export function registrationNumberFault(input: string): RegistrationNumberFault | null {
  if (input.length !== 15) return 'LENGTH'
  if (!DIGITS.test(input)) return 'CHARACTER'
  return registrationNumberCheckDigit(input) === input.charAt(14) ? null : 'CHECK'
}

/**
 * Whether a text in a code column is an old registration number by its look: 15 digits (GS 15-2006) or 13
 * (before it). The check digit is not looked at. Example: `'3209231100626'` → true.
 */
export const looksLikeRegistrationNumber = (input: string): boolean => LEGACY.test(input)

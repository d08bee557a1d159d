import { dayExists } from './legal-day.ts'

/** The first reason why a text is not a resident identity number. */
export type ResidentIdFault = 'LENGTH' | 'CHARACTER' | 'DATE' | 'CHECK'

const SHAPE = /^[1-9]\d{16}[0-9X]$/
const FIRST_17 = /^\d{17}/
const CHECKS = '10X98765432'

/**
 * The check character after the first 17 digits, `''` when there are fewer.
 * Source: GB 11643-1999 (ISO 7064 MOD 11-2). Example: `'11010519491231002'` → `'X'`.
 */
export function residentIdCheckCharacter(first17: string): string {
  if (!FIRST_17.test(first17)) return ''
  let sum = 0
  for (let at = 0; at < 17; at++) sum = (sum + Number(first17.charAt(at))) * 2
  return CHECKS.charAt(sum % 11)
}

/**
 * Why `input` is not a resident identity number (公民身份号码), or null when it is one: division 6 digits,
 * birth date 8, sequence 3, check 1. Strict: lower-case x and the 15-digit number of the first generation
 * are faults. The birth date must exist and lie in 1800–2099; whether it is past is not asked here.
 * Source: GB 11643-1999. Example: `'330702200102290015'` → `'DATE'`.
 */
export function residentIdFault(input: string): ResidentIdFault | null {
  if (input.length !== 18) return 'LENGTH'
  if (!SHAPE.test(input)) return 'CHARACTER'
  const year = Number(input.slice(6, 10))
  if (year < 1800 || year > 2099) return 'DATE'
  if (!dayExists(year, Number(input.slice(10, 12)), Number(input.slice(12, 14)))) return 'DATE'
  return residentIdCheckCharacter(input) === input.charAt(17) ? null : 'CHECK'
}

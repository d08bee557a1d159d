import { withoutBlanks } from './blanks.ts'

/**
 * Unified social credit code (统一社会信用代码): 18 signs of a 31-sign alphabet; I O S V Z never occur.
 * 1 registration department · 2 category · 3–8 division of the registering authority · 9–17 organisation
 * code · 18 check character. Source: GB 32100-2015 and its amendment 1.
 */
export type Uscc = string & { readonly __brand: 'Uscc' }

/** The first reason why a text is not a USCC, in the order in which they are looked for. */
export type UsccFault = 'EMPTY' | 'LENGTH' | 'CHARSET' | 'DEPT' | 'CATEGORY' | 'REGION' | 'CHECK_DIGIT'

/** What kind of subject (信用主体) a code stands for. NATURAL_PERSON is never derived from a code. */
export type SubjectKind =
  | 'ENTERPRISE'
  | 'INDIVIDUAL_BUSINESS'
  | 'COOPERATIVE'
  | 'GOVERNMENT'
  | 'INSTITUTION'
  | 'SOCIAL_ORG'
  | 'FOUNDATION'
  | 'LAW_FIRM'
  | 'UNION'
  | 'VILLAGE_ORG'
  | 'OTHER_ORG'
  | 'NATURAL_PERSON'

const LENGTH = 18
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Sign → value 0–30, by character code; −1 where GB 32100 has no such sign. */
const VALUES = new Int8Array(128).fill(-1)
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value

/** Registration department → the categories it may give, GB 32100-2015 table 2 with amendment 1. */
const CATEGORIES = {
  '1': '1239', // 机构编制
  '2': '19', // 外交
  '3': '123459', // 司法行政
  '4': '19', // 文化
  '5': '1239', // 民政
  '6': '129', // 旅游
  '7': '129', // 宗教
  '8': '19', // 工会
  '9': '1239', // 市场监管
  A: '19', // 中央军委改革和编制办公室
  N: '1239', // 农业
  Y: '1', // 其他
} as const

/** The same table by character code: bit d is set when the department may give category d; 0 = none. */
const CATEGORY_BITS = new Uint16Array(128)
for (const [department, categories] of Object.entries(CATEGORIES)) {
  for (const category of categories) {
    const at = department.charCodeAt(0)
    CATEGORY_BITS[at] = (CATEGORY_BITS[at] ?? 0) | (1 << Number(category))
  }
}

const codePointsOf = (input: string): number => {
  let count = 0
  for (const _ of input) count++
  return count
}

/**
 * Σ value·3^(i−1) over the first 17 signs, or −1 when one of them is not in the alphabet. The weights of
 * GB 32100 are the powers of three, so the sum is taken from the right; it stays below 2^31.
 */
const weightedSum = (code: string): number => {
  let sum = 0
  for (let at = LENGTH - 2; at >= 0; at--) {
    const value = VALUES[code.charCodeAt(at)] ?? -1
    if (value < 0) return -1
    sum = sum * 3 + value
  }
  return sum
}

const checkFault = (code: string, sum: number): boolean =>
  (sum + (VALUES[code.charCodeAt(LENGTH - 1)] ?? -1)) % 31 !== 0

/**
 * Why `input` is not a USCC in its strict form, or null when it is one. Nothing is forgiven here: blanks,
 * hyphens, lower case and full width are faults (see `normaliseCode`). Length is counted in code points.
 * The embedded organisation code is not looked at (see `orgCodeWarns`).
 * Source: GB 32100-2015. Example: `usccFault('914403001922038217')` → `'CHECK_DIGIT'`.
 */
export function usccFault(input: string): UsccFault | null {
  if (input === '') return 'EMPTY'
  if (input.length !== LENGTH) return codePointsOf(input) === LENGTH ? 'CHARSET' : 'LENGTH'
  const sum = weightedSum(input)
  if (sum < 0 || (VALUES[input.charCodeAt(LENGTH - 1)] ?? -1) < 0) {
    return codePointsOf(input) === LENGTH ? 'CHARSET' : 'LENGTH'
  }
  const categories = CATEGORY_BITS[input.charCodeAt(0)] ?? 0
  if (categories === 0) return 'DEPT'
  const category = input.charCodeAt(1) - 48
  if (category > 9 || (categories & (1 << category)) === 0) return 'CATEGORY'
  for (let at = 2; at < 8; at++) if (input.charCodeAt(at) > 57) return 'REGION'
  return checkFault(input, sum) ? 'CHECK_DIGIT' : null
}

/** Whether `input` is a USCC in its strict form. */
export const isUscc = (input: string): input is Uscc => usccFault(input) === null

/**
 * Whether `input` has 18 signs of the alphabet and the right check character; department, category and
 * division are not looked at. `'000000000000000000'` passes. Source: GB 32100-2015.
 */
export function passesShapeAndCheck(input: string): boolean {
  if (input.length !== LENGTH) return false
  const sum = weightedSum(input)
  return sum >= 0 && (VALUES[input.charCodeAt(LENGTH - 1)] ?? -1) >= 0 && !checkFault(input, sum)
}

/**
 * The check character after the first 17 signs, `''` when there are fewer or one is outside the alphabet.
 * Source: GB 32100-2015: C18 = (31 − Σ C_i·3^(i−1) mod 31) mod 31. Example: `'91440300192203821'` → `'6'`.
 */
export function usccCheckCharacter(first17: string): string {
  const sum = first17.length < LENGTH - 1 ? -1 : weightedSum(first17)
  return sum < 0 ? '' : ALPHABET.charAt((31 - (sum % 31)) % 31)
}

const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** Digits 0–9, letters A–Z = 10–35: unlike GB 32100 this standard counts all 26 letters. */
const orgValue = (unit: number): number =>
  unit >= 48 && unit <= 57 ? unit - 48 : unit >= 65 && unit <= 90 ? unit - 55 : -1

/**
 * The check character after the 8 body characters of an organisation code (组织机构代码), `''` when there
 * are fewer or one is neither a digit nor a capital letter.
 * Source: GB 11714-1997: 11 − Σ C_i·W_i mod 11, where 10 is X and 11 is 0. Example: `'71526726'` → `'X'`.
 */
export function orgCodeCheckCharacter(body8: string): string {
  let sum = 0
  for (const [at, weight] of ORG_WEIGHTS.entries()) {
    const value = orgValue(body8.charCodeAt(at))
    if (value < 0) return ''
    sum += value * weight
  }
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/**
 * Whether the organisation code inside a USCC fails its own check: a warning, never a refusal, since such
 * codes are in lawful use. Yet only this warning betrays `'123456789012345678'`. A text too short to hold
 * an organisation code warns. Source: GB 32100-2015; GB 11714-1997.
 */
export const orgCodeWarns = (code: string): boolean =>
  code.length !== LENGTH || orgCodeCheckCharacter(code.slice(8, 16)) !== code.charAt(16)

const HYPHENS = /[-\u2010-\u2015\u2212]/g
const ALREADY_NORMAL = /^[0-9A-Z]*$/

/**
 * A code as typed, printed or pasted, in the form codes are kept in: full width → half width, blanks,
 * hyphens and invisible characters removed, upper case. Says nothing about its being right.
 * Example: `' 91-440300-71526726x-G\u200b'` → `'9144030071526726XG'`.
 */
export const normaliseCode = (input: string): string =>
  ALREADY_NORMAL.test(input) ? input : withoutBlanks(input).replace(HYPHENS, '').toUpperCase()

/** The organisation code (主体标识码, GB 11714), positions 9–17 of a USCC. */
export const orgCodeOf = (uscc: string): string => uscc.slice(8, 17)

/**
 * The division code (GB/T 2260), positions 3–8 of a USCC: that of the registering authority when the code
 * was first given, so it may be abolished today; `'100000'` is a national authority.
 */
export const divisionOf = (uscc: string): string => uscc.slice(2, 8)

const KINDS: Readonly<Record<string, SubjectKind>> = {
  '91': 'ENTERPRISE',
  '92': 'INDIVIDUAL_BUSINESS',
  '93': 'COOPERATIVE',
  '11': 'GOVERNMENT',
  '12': 'INSTITUTION',
  '51': 'SOCIAL_ORG',
  '52': 'SOCIAL_ORG',
  '53': 'FOUNDATION',
  '31': 'LAW_FIRM',
  '81': 'UNION',
  '89': 'UNION',
  N1: 'VILLAGE_ORG',
  N2: 'VILLAGE_ORG',
  N3: 'VILLAGE_ORG',
}

/**
 * The kind of subject a USCC stands for, read from department and category and never from the name.
 * Source: GB 32100-2015 table 2. Example: `'92340602MA2PBQAH7E'` → `'INDIVIDUAL_BUSINESS'`.
 */
export const subjectKindOf = (uscc: string): SubjectKind => KINDS[uscc.slice(0, 2)] ?? 'OTHER_ORG'

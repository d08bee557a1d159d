import { withoutBlanks } from './blanks.ts'

const OPENING = /[〔【〖[{]/g
const CLOSING = /[〕】〗\]}]/g

/**
 * A subject's name in the one form in which names are compared and searched: full width → half width, every
 * kind of bracket → (), no blanks or invisible characters, upper case. For comparing only: the name on
 * record stays as the registering authority wrote it.
 * Source: 企业名称登记管理规定 (国务院令第734号) asks for standard characters, yet （） and () both occur.
 * Example: `'阿里巴巴（中国） 有限公司'` → `'阿里巴巴(中国)有限公司'`.
 */
export const normaliseName = (name: string): string =>
  withoutBlanks(name).replace(OPENING, '(').replace(CLOSING, ')').toUpperCase()

const LEGAL_FORMS = [
  '股份有限责任公司',
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '股份公司',
  '(特殊普通合伙)',
  '(普通合伙)',
  '(有限合伙)',
  '(个人独资企业)',
  '(个人独资)',
  '(个体工商户)',
] as const

/**
 * A normalised name without the legal form at its end, for finding a subject under its short name. A branch
 * (分公司) keeps its whole name, so it never looks like its head office. A name that is nothing but a form
 * is given back unchanged.
 * Source: 企业名称登记管理规定 (国务院令第734号) 6: a name ends with its 组织形式.
 * Example: `'珠海格力电器股份有限公司'` → `'珠海格力电器'`.
 */
export function stripLegalForm(nameNorm: string): string {
  const form = LEGAL_FORMS.find((ending) => nameNorm.endsWith(ending))
  return form === undefined || form.length === nameNorm.length ? nameNorm : nameNorm.slice(0, -form.length)
}

/** Distinct and ascending. */
const gramSet = (grams: Int32Array): number[] => {
  grams.sort()
  const distinct: number[] = []
  for (const gram of grams) if (gram !== distinct.at(-1)) distinct.push(gram)
  return distinct
}

/**
 * The search grams of a normalised name: every pair of neighbouring UTF-16 code units as one int32, first
 * unit in the high half; distinct, ascending. A name of one unit has none.
 * Example: `nameGrams('AB')` → `[0x00410042]`.
 */
export function nameGrams(nameNorm: string): number[] {
  const grams = new Int32Array(Math.max(0, nameNorm.length - 1))
  for (let at = 0; at < grams.length; at++) {
    grams[at] = (nameNorm.charCodeAt(at) << 16) | nameNorm.charCodeAt(at + 1)
  }
  return gramSet(grams)
}

const NOT_INITIAL = /[^a-z0-9]+/g

/** a–z → 1–26, 0–9 → 27–36. */
const initialValue = (unit: number): number => (unit >= 97 ? unit - 96 : unit - 21)

/**
 * The search grams of a name's pinyin initials: every three neighbours of a–z and 0–9, packed 6 bits each;
 * distinct, ascending. Case is ignored and any other character left out. All grams are below 2^18, so none
 * equals a gram of `nameGrams`: those are at least 2^21 in size, a normalised name having no control character.
 * Example: `initialGrams('abc')` → `[4227]`, that is 1·2^12 + 2·2^6 + 3.
 */
export function initialGrams(initials: string): number[] {
  const text = initials.toLowerCase().replace(NOT_INITIAL, '')
  const grams = new Int32Array(Math.max(0, text.length - 2))
  for (let at = 0; at < grams.length; at++) {
    const [first, second, third] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
    grams[at] = (initialValue(first) << 12) | (initialValue(second) << 6) | initialValue(third)
  }
  return gramSet(grams)
}

/**
 * The search gram that a name's pinyin initials begin with these two: the two packed 6 bits each above 2^18, so it
 * equals no gram of `initialGrams` or `nameGrams`. Null for fewer than two initials.
 * Example: `openingGram('yw…')` is the gram of every name that begins with those initials.
 */
export function openingGram(initials: string): number | null {
  if (initials.length < 2) return null
  return (1 << 18) | (initialValue(initials.charCodeAt(0)) << 6) | initialValue(initials.charCodeAt(1))
}

/** A 32-bit hash (FNV-1a over UTF-16 units) that tells the names of one subject apart in a short key. */
export function nameHash(nameNorm: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < nameNorm.length; at++) hash = Math.imul(hash ^ nameNorm.charCodeAt(at), 0x01000193)
  return hash | 0
}

import {
  looksLikeRegistrationNumber,
  nameGrams,
  initialGrams,
  normaliseCode,
  normaliseName,
} from '../standards/index.ts'

/** How a text is to be looked up; several ways may apply to one text. */
export type SearchWay =
  | { readonly way: 'CODE'; readonly code: string }
  | { readonly way: 'NAME'; readonly text: string; readonly grams: readonly number[] }
  | { readonly way: 'INITIALS'; readonly text: string; readonly grams: readonly number[] }
  | {
      readonly way: 'PINYIN'
      readonly text: string
      readonly syllables: readonly string[]
      readonly grams: readonly number[]
    }

export const SEARCH_TEXT_MAX = 100

const HAN = /\p{Script=Han}/u
const CODE_SHAPE = /^[0-9A-Z]{9,20}$/
const LATIN_ONLY = /^[A-Z0-9]+$/

/** Pinyin syllables without tones, longest first, for cutting a run of letters into syllables. */
const INITIAL_PART = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?'
const FINAL_PART =
  '(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)'
const SYLLABLE = new RegExp(`${INITIAL_PART}${FINAL_PART}`, 'y')
const SYLLABLES_MAX = 40

const WHOLE_SYLLABLE = new RegExp(`^${INITIAL_PART}${FINAL_PART}$`)

/** A run of letters cut into pinyin syllables, the longest first; null when it cannot be cut. */
export function pinyinSyllables(letters: string): string[] | null {
  const dead = new Set<number>()
  const cut = (at: number, syllables: readonly string[]): string[] | null => {
    if (at === letters.length) return [...syllables]
    if (dead.has(at) || syllables.length >= SYLLABLES_MAX) return null
    SYLLABLE.lastIndex = at
    const longest = SYLLABLE.exec(letters)?.[0].length ?? 0
    for (let length = longest; length > 0; length -= 1) {
      const syllable = letters.slice(at, at + length)
      const rest = WHOLE_SYLLABLE.test(syllable) ? cut(at + length, [...syllables, syllable]) : null
      if (rest !== null) return rest
    }
    dead.add(at)
    return null
  }
  return cut(0, [])
}

export const initialsOf = (syllables: readonly string[]): string =>
  syllables.map((syllable) => syllable.charAt(0)).join('')

/** How to look a text up. Empty when it is too short: 2 Chinese characters, 2 initials or a whole number are needed. */
export function searchWays(input: string): SearchWay[] {
  const text = normaliseName(input)
  const code = normaliseCode(input)
  const ways: SearchWay[] = []
  if (CODE_SHAPE.test(code) || looksLikeRegistrationNumber(code)) ways.push({ way: 'CODE', code })
  if (text.length >= 2) ways.push({ way: 'NAME', text, grams: nameGrams(text) })
  if (LATIN_ONLY.test(text) && text.length >= 2 && !HAN.test(text)) {
    const letters = text.toLowerCase()
    ways.push({ way: 'INITIALS', text: letters, grams: initialGrams(letters) })
    const syllables = /^[a-z]+$/.test(letters) ? pinyinSyllables(letters) : null
    if (syllables !== null && syllables.length >= 2 && syllables.length < letters.length)
      ways.push({ way: 'PINYIN', text: letters, syllables, grams: initialGrams(initialsOf(syllables)) })
  }
  return ways
}

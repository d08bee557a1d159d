import { pinyin } from 'pinyin-pro'
import {
  initialGrams,
  nameGrams,
  nameHash,
  normaliseName,
  openingGram,
  stripLegalForm,
} from '../standards/index.ts'

/** What the search needs of one name, computed once when the name is written. */
export interface NameIndex {
  readonly nameNorm: string
  readonly nameHash: number
  readonly pinyin: string
  readonly initials: string
  readonly grams: readonly number[]
}

const CONTEXTS_MAX = 200_000

/** Characters with one reading, and null for those whose reading depends on their neighbours. */
const readings = new Map<string, string | null>()
const readingsInContext = new Map<string, string>()

const plain = { toneType: 'none', type: 'array', v: true } as const

function onlyReading(character: string): string | null {
  const known = readings.get(character)
  if (known !== undefined) return known
  const all = new Set(pinyin(character, { ...plain, multiple: true }))
  const reading = all.size === 1 ? ([...all][0] ?? '') : null
  readings.set(character, reading)
  return reading
}

const contextOf = (name: string, at: number): string => name.slice(Math.max(0, at - 1), at + 2)

/** Readings of a whole name by the words in it (重庆 → chong qing); remembers those that neighbours decide. */
function readWhole(name: string): string[] {
  const syllables = pinyin(name, { ...plain, nonZh: 'spaced' })
  if (readingsInContext.size > CONTEXTS_MAX) readingsInContext.clear()
  if (syllables.length === name.length)
    syllables.forEach((syllable, at) => readingsInContext.set(contextOf(name, at), syllable))
  return syllables
}

function syllablesOf(name: string): string[] {
  const syllables: string[] = []
  for (let at = 0; at < name.length; at += 1) {
    const character = name.charAt(at)
    const reading = /[\x21-\x7e]/.test(character)
      ? character.toLowerCase()
      : (onlyReading(character) ?? readingsInContext.get(contextOf(name, at)))
    if (reading === undefined) return readWhole(name).map((syllable) => syllable.toLowerCase())
    syllables.push(reading)
  }
  return syllables
}

const lettersOnly = (syllables: readonly string[]): string => syllables.join('').replace(/[^a-z0-9]/g, '')
const initialsOf = (syllables: readonly string[]): string =>
  lettersOnly(syllables.map((syllable) => syllable.charAt(0)))

/** Normalised form, pinyin without tones, initials and search grams of a name. */
export function nameIndex(name: string): NameIndex {
  const nameNorm = normaliseName(name)
  const syllables = syllablesOf(nameNorm)
  const core = stripLegalForm(nameNorm).length
  const initials = initialsOf(syllables)
  const opening = openingGram(initials)
  return {
    nameNorm,
    nameHash: nameHash(nameNorm),
    pinyin: lettersOnly(syllables),
    initials,
    grams: [
      ...nameGrams(nameNorm),
      ...initialGrams(initialsOf(syllables.slice(0, core))),
      ...(opening === null ? [] : [opening]),
    ],
  }
}

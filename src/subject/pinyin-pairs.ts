import { pinyin } from 'pinyin-pro'

/** GB 2312 characters: two bytes, rows 16 to 87; names are written with them. */
function commonCharacters(): string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell)
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))].filter((character) =>
    /\p{Script=Han}/u.test(character),
  )
}

/** Pairs sought at most; two of the fullest syllables have some thousands. */
const PAIRS_MAX = 4_000

let byReading: Map<string, number[]> | null = null

function charactersRead(syllable: string): readonly number[] {
  if (!byReading) {
    byReading = new Map()
    for (const character of commonCharacters())
      for (const reading of new Set(
        pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }),
      ))
        byReading.set(reading, [...(byReading.get(reading) ?? []), character.charCodeAt(0)])
  }
  return byReading.get(syllable) ?? []
}

/**
 * Search grams of every pair of characters that can be read as these two syllables, so that a short pinyin text is
 * found inside a name by the grams of its characters. Example: `('hua', 'wei')` holds the gram of 华为.
 */
export const pairGrams = (first: string, second: string): number[] =>
  charactersRead(first)
    .flatMap((one) => charactersRead(second).map((two) => (one << 16) | two))
    .slice(0, PAIRS_MAX)

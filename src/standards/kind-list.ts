import { withoutBlanks } from './blanks.ts'
import { isAbsent } from './legal-day.ts'

/** What a multi-valued category column says: known kinds, the text after 其他, and words nobody defined. */
export type KindList<Kind extends string> = { kinds: Kind[]; other: string | null; unknown: string[] }

const OTHER_WORD = '其他'
const OTHER = /^其他(?:[-\u2010-\u2015\u2212:]+(.*))?$/s

/**
 * Splits a category column of the 双公示 templates at ; ； 、 into kinds by their Chinese labels, each once, in
 * the order written. `其他-…` is OTHER with its text; words after it in the same ;-part that are no kinds
 * belong to that text, since 、 also separates words within it.
 */
export function parseKindList<Kind extends string>(
  raw: string,
  labels: Readonly<Record<Kind | 'OTHER', string>>,
): KindList<Kind | 'OTHER'> {
  const byLabel = new Map(Object.entries(labels).map(([kind, label]) => [label, kind as Kind | 'OTHER']))
  const kinds = new Set<Kind | 'OTHER'>()
  const others: string[] = []
  const unknown: string[] = []
  const parts = isAbsent(raw) ? [] : withoutBlanks(raw).split(';')
  for (const part of parts) {
    let inOther = false
    for (const word of part.split('、').filter((one) => one !== '')) {
      const kind = byLabel.get(word)
      const other = OTHER.exec(word)
      if (other !== null) {
        inOther = true
        kinds.add('OTHER')
        if (other[1]) others.push(other[1])
      } else if (kind !== undefined && word !== OTHER_WORD) kinds.add(kind)
      else if (inOther) others.push(word)
      else unknown.push(word)
    }
  }
  return { kinds: [...kinds], other: others.length === 0 ? null : others.join('、'), unknown }
}

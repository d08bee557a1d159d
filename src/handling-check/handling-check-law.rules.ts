import { inForce, type ListKindRow, type MatterRow, type MeasureRow } from '../catalogue/index.ts'
import { addMonths, type Day } from '../standards/index.ts'
import type { HeldFact } from './handling-check-fact.rules.ts'

export const NATIONWIDE = '100000'

/** The catalogues as they bind one matter, in one place, on one day. */
export interface Law {
  readonly on: string
  readonly regionCode: string
  readonly matter: MatterRow
  readonly listKinds: ReadonlyMap<string, ListKindRow>
  readonly byList: ReadonlyMap<string, readonly MeasureRow[]>
  readonly byEvent: ReadonlyMap<string, readonly MeasureRow[]>
}

export interface CatalogueRows {
  readonly measures: readonly MeasureRow[]
  readonly listKinds: readonly ListKindRow[]
}

/**
 * Whether a measure of one division covers a case in another: the whole country covers all, a province or
 * city what lies in it. GB/T 2260: two digits each for province, city, county, `00` where not divided further.
 * Example: `covers('330700', '330702')` → true; `covers('330702', '330700')` → false.
 */
export const covers = (measureRegion: string, caseRegion: string): boolean =>
  measureRegion === NATIONWIDE || caseRegion.startsWith(measureRegion.replace(/(?:00)+$/, ''))

function byTrigger(
  measures: readonly MeasureRow[],
  triggers: (measure: MeasureRow) => readonly string[],
): Map<string, MeasureRow[]> {
  const found = new Map<string, MeasureRow[]>()
  for (const measure of measures)
    for (const code of triggers(measure)) found.set(code, [...(found.get(code) ?? []), measure])
  return found
}

/** Only a published measure in force on the day, for the matter, whose region covers the case. DOMAIN §2.3 step 3. */
export function lawOf(
  rows: CatalogueRows,
  question: { matter: MatterRow; regionCode: string; on: string },
): Law {
  const { matter, regionCode, on } = question
  const measures = rows.measures.filter(
    (measure) =>
      measure.published &&
      inForce(measure, on) &&
      (measure.matters.includes('*') || measure.matters.includes(matter.code)) &&
      covers(measure.regionCode, regionCode),
  )
  return {
    on,
    regionCode,
    matter,
    listKinds: new Map(rows.listKinds.filter((kind) => inForce(kind, on)).map((kind) => [kind.code, kind])),
    byList: byTrigger(measures, (measure) => measure.listTriggers),
    byEvent: byTrigger(measures, (measure) => measure.eventTriggers),
  }
}

/** 重点关注名单 and the memoranda of 2016–2019: no basis for impairing anyone (国办发〔2020〕49号). DOMAIN §2.3 step 5. */
const NEVER_IMPAIRS = new Set(['L29', 'L32'])

/** Red lists favour and nothing else; black and grey ones never favour. */
function fitsColour(measure: MeasureRow, fact: HeldFact, law: Law): boolean {
  if (fact.trigger === 'DECISION_EVENT') return measure.effect !== 'INCENTIVE'
  return (measure.effect === 'INCENTIVE') === (colourOf(fact, law) === 'RED')
}

/** Colour of a listing by the catalogue; the colour written on it only where the catalogue has no such list. */
export const colourOf = (fact: HeldFact, law: Law): string | null =>
  fact.trigger === 'LISTING' ? (law.listKinds.get(fact.code)?.colour ?? fact.colour) : null

const FIXED_YEARS = /^P(\d{1,2})Y$/

/**
 * First day on which a measure no longer follows from its trigger; null while open-ended. How the catalogue's
 * term texts are read:
 * - `P3Y` (one fixed period) after a listing: that long from its first day, at most as long as the listing;
 *   after a decision event: the end the decision names, or that long from its first day where it names none;
 * - everything else — `while listed`, `while D`, `until lifted`, `set term`, `P1Y..P3Y`, `P5Y/LIFE`, `record
 *   term`, `one-off`, `P5Y after end`, a text nobody knows — as long as the trigger itself has effect.
 */
export function termEnd(term: string | null, fact: HeldFact): string | null {
  const years = FIXED_YEARS.exec(term ?? '')?.[1]
  if (years === undefined || (fact.trigger === 'DECISION_EVENT' && fact.validTo !== null)) return fact.validTo
  const end = addMonths(fact.validFrom as Day, Number(years) * 12)
  return fact.validTo !== null && fact.validTo < end ? fact.validTo : end
}

/** The measures that follow from a fact for someone in a role, in the order of the catalogue. */
export function measuresFrom(fact: HeldFact, role: string, law: Law): readonly MeasureRow[] {
  const triggered = (fact.trigger === 'LISTING' ? law.byList : law.byEvent).get(fact.code) ?? []
  return triggered.filter((measure) => {
    const end = termEnd(measure.term, fact)
    return (
      measure.scope.some((bound) => bound === role) &&
      (end === null || law.on < end) &&
      fitsColour(measure, fact, law) &&
      !(measure.nature === 'IMPAIRING' && NEVER_IMPAIRS.has(fact.code))
    )
  })
}

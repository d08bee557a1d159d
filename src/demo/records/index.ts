import type { City } from '../city.ts'
import { Desk } from '../desk.ts'
import { type Fate, fateOf } from '../fate.ts'
import type { Profile } from '../profile.ts'
import type { Sheets } from '../sheets.ts'
import { annualReports } from './annual-reports.ts'
import { commitments } from './commitments.ts'
import { complaints } from './complaints.ts'
import { compulsions } from './compulsion.ts'
import { decisionEvents } from './decision-events.ts'
import { evaluations } from './evaluations.ts'
import { inspections } from './inspections.ts'
import { judgments } from './judgments.ts'
import { licences } from './licences.ts'
import { listings } from './listings.ts'
import { penalties } from './penalties.ts'
import { rewards } from './rewards.ts'
import { utilityReadings } from './utility-readings.ts'

/** One family of records; what it throws depends on the subject and its place in this list only. */
type Family = (desk: Desk, fate: Fate) => void

const FAMILIES: readonly Family[] = [
  licences,
  penalties,
  inspections,
  compulsions,
  judgments,
  listings,
  commitments,
  evaluations,
  rewards,
  annualReports,
  complaints,
  utilityReadings,
  decisionEvents,
]

const FIRST_STREAM = 20
const FAMILIES_MAX = 40
/** Row numbers are kept apart by family. */
const ROWS_PER_FAMILY = 100_000

export const deskFor = (
  city: City,
  profile: Profile,
  to: { sheets: Sheets; family: number; part?: number },
): Desk => {
  const part = to.part ?? 0
  return new Desk(city, profile, to.sheets, {
    stream: FIRST_STREAM + to.family + part * FAMILIES_MAX,
    firstRow: (to.family + 1) * ROWS_PER_FAMILY + (part * ROWS_PER_FAMILY) / 2,
    part,
  })
}

/** Writes all records of a subject. */
export function addRecords(city: City, profile: Profile, sheets: Sheets, fate = fateOf(city, profile)): void {
  FAMILIES.forEach((family, at) => family(deskFor(city, profile, { sheets, family: at }), fate))
}

/** Kinds of which a subject may get more later on. */
const GROWING: readonly Family[] = [
  licences,
  penalties,
  inspections,
  judgments,
  commitments,
  complaints,
  utilityReadings,
]

/** Writes `profile.heavy` more records of the kinds that grow. */
export function addMoreRecords(city: City, profile: Profile, sheets: Sheets, fate: Fate): void {
  for (const family of GROWING)
    family(deskFor(city, profile, { sheets, family: FAMILIES.indexOf(family), part: 1 }), fate)
}

import { setImmediate as otherWork } from 'node:timers/promises'
import { castProfile, isCast } from './cast-profiles.ts'
import { addCastRecords, addMoreCastRecords } from './cast-records.ts'
import { CAST } from './cast.ts'
import type { City } from './city.ts'
import { makeProfile } from './make-profile.ts'
import { reverseOf } from './parties.ts'
import { addRecords } from './records/index.ts'
import { addParty, addRegistration } from './registration.ts'
import { Sheets } from './sheets.ts'
import { Street, STREET_SUBJECTS } from './street.ts'

/** Ordinals from `from` to before `to`; `more` stands for the further records of the heavy cast member. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly more?: true
}

/** Row numbers of relations that a subject writes for an earlier one. */
const REVERSE_ROW = 900

function addReverse(city: City, street: Street, at: number, sheets: Sheets): void {
  const role = street.role(at)
  const profile = street.profile(at)
  const party = reverseOf(profile, role)
  if (!party || !role.link) return
  const earlier = street.profile(role.link.to)
  addParty(city, { profile: earlier, party, ordinal: profile.ordinal, nth: REVERSE_ROW }, sheets)
}

function addSubject(city: City, street: Street, at: number, sheets: Sheets): void {
  const ordinal = street.number * STREET_SUBJECTS + at
  const profile = isCast(ordinal) ? castProfile(city, ordinal) : street.profile(at)
  addRegistration(city, profile, sheets)
  if (isCast(ordinal)) return addCastRecords(city, profile, sheets)
  addReverse(city, street, at, sheets)
  addRecords(city, profile, sheets)
}

/** The cast is the same whatever the seed. */
const castCity = (city: City): City => ({ ...city, seed: 0 })

/** All rows one subject brings. */
export function subjectSheets(city: City, ordinal: number): Sheets {
  const sheets = new Sheets()
  const of = isCast(ordinal) ? castCity(city) : city
  const street = new Street(of, Math.floor(ordinal / STREET_SUBJECTS), makeProfile)
  addSubject(of, street, ordinal % STREET_SUBJECTS, sheets)
  return sheets
}

function moreOfTheCast(city: City): Sheets {
  const sheets = new Sheets()
  const at = CAST.findIndex(({ id }) => id === 'HEAVY')
  const of = castCity(city)
  addMoreCastRecords(of, castProfile(of, at), sheets)
  return sheets
}

/** All rows of a stretch; lets other work go on between two streets. */
export async function stretchSheets(
  city: City,
  stretch: Stretch,
  onSubjects: (count: number) => void = () => undefined,
): Promise<Sheets> {
  if (stretch.more) return moreOfTheCast(city)
  const sheets = new Sheets()
  for (let ordinal = stretch.from; ordinal < stretch.to; ) {
    const street = new Street(city, Math.floor(ordinal / STREET_SUBJECTS), makeProfile)
    const end = Math.min(stretch.to, (street.number + 1) * STREET_SUBJECTS)
    const first = ordinal
    for (; ordinal < end; ordinal += 1) {
      const of = isCast(ordinal) ? castCity(city) : city
      addSubject(of, street, ordinal % STREET_SUBJECTS, sheets)
    }
    onSubjects(end - first)
    await otherWork()
  }
  return sheets
}

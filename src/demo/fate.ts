import type { City } from './city.ts'
import { type DayNo, monthsAfter, yearOf, yearStart } from './days.ts'
import { Dice, Wheel } from './dice.ts'
import { isFirm, isPerson, type Kind, presentState, type Profile } from './profile.ts'
import { type ListTemplate, listTemplate } from './words/list-kinds.ts'

/** One stay on a list, before it is written. */
export interface Stay {
  readonly list: ListTemplate
  readonly on: DayNo
  readonly outcome: 'EFFECTIVE' | 'EXITED_EARLY' | 'EXPIRED' | 'REVOKED'
  /** Day it ended; null while effective. */
  readonly endedOn: DayNo | null
  readonly reason: string
}

/** What the records of a subject have in common, so that they do not contradict each other. */
export interface Fate {
  /** How much happens: 1 on average, a long tail above. */
  readonly activity: number
  readonly stays: readonly Stay[]
  /** The year whose annual report was not filed. */
  readonly unfiledYear: number | null
  readonly taxGrade: 'A' | 'B' | 'M' | 'C' | 'D'
  readonly publicGrade: '优' | '良' | '中' | '差'
  readonly riskClass: 'A' | 'B' | 'C' | 'D'
  readonly metered: boolean
}

type Lists = Wheel<string>

const FIRM_LISTS: Lists = new Wheel([
  ['L04', 50],
  ['L01', 12],
  ['L02', 10],
  ['L03', 7],
  ['L07', 4],
  ['L08', 3],
  ['L31', 5],
  ['L29', 3],
  ['L09', 2],
  ['L21', 1.5],
  ['L12', 1],
  ['L16', 0.5],
])
const NEGATIVE: Partial<Record<Kind, readonly [share: number, lists: Lists]>> = {
  ENTERPRISE: [0.065, FIRM_LISTS],
  INDIVIDUAL_BUSINESS: [
    0.024,
    new Wheel([
      ['L05', 78],
      ['L01', 8],
      ['L02', 7],
      ['L03', 5],
      ['L29', 2],
    ]),
  ],
  COOPERATIVE: [
    0.05,
    new Wheel([
      ['L06', 90],
      ['L01', 10],
    ]),
  ],
  SOCIAL_ORG: [
    0.04,
    new Wheel([
      ['L18', 85],
      ['L17', 15],
    ]),
  ],
  NATURAL_PERSON: [
    0.04,
    new Wheel([
      ['L01', 60],
      ['L02', 30],
      ['L08', 10],
    ]),
  ],
}
const POSITIVE: Partial<Record<Kind, readonly [share: number, lists: Lists]>> = {
  ENTERPRISE: [
    0.19,
    new Wheel([
      ['R01', 66],
      ['R10', 12],
      ['R04', 8],
      ['R09', 4],
      ['R08', 3],
      ['R05', 3],
      ['R02', 2],
      ['R07', 2],
    ]),
  ],
  INDIVIDUAL_BUSINESS: [0.012, new Wheel([['R11', 100]])],
  COOPERATIVE: [
    0.03,
    new Wheel([
      ['R05', 60],
      ['R10', 40],
    ]),
  ],
  INSTITUTION: [0.03, new Wheel([['R05', 100]])],
  SOCIAL_ORG: [0.02, new Wheel([['R05', 100]])],
  NATURAL_PERSON: [
    0.008,
    new Wheel([
      ['R06', 80],
      ['R05', 20],
    ]),
  ],
}
const OUTCOMES = new Wheel<Stay['outcome']>([
  ['EFFECTIVE', 46],
  ['EXITED_EARLY', 34],
  ['EXPIRED', 17],
  ['REVOKED', 3],
])
const REVOKED_LISTED = 0.35
const SECOND_LISTING = 0.12

const EARLIEST = 5 * 365

function stayOn(list: ListTemplate, city: City, profile: Profile, dice: Dice): Stay | null {
  const wanted = OUTCOMES.spin(dice)
  const outcome = wanted === 'EXPIRED' && list.months === 0 ? 'EXITED_EARLY' : wanted
  const exits = outcome === 'EXITED_EARLY' && list.exitMonths === null ? 'EFFECTIVE' : outcome
  const lastDay = Math.min(presentState(profile).closedOn ?? city.today - 2, city.today - 2)
  const term = list.months ? Math.round(list.months * 30.44) : 3 * 365
  const least = Math.round((list.exitMonths ?? 1) * 30.44) + 5
  const window: Record<Stay['outcome'], readonly [DayNo, DayNo]> = {
    EFFECTIVE: [city.today - term + 10, lastDay],
    EXITED_EARLY: [city.today - Math.max(EARLIEST, least + 60), lastDay - least],
    EXPIRED: [city.today - Math.max(EARLIEST, term + 200), city.today - term - 10],
    REVOKED: [city.today - EARLIEST, lastDay - 40],
  }
  const [from, to] = window[exits]
  const first = Math.max(from, (profile.establishedOn ?? 0) + 30)
  if (first > Math.min(to, lastDay)) return null
  const on = first + dice.below(Math.min(to, lastDay) - first + 1)
  const ends: Record<Stay['outcome'], () => DayNo | null> = {
    EFFECTIVE: () => null,
    EXITED_EARLY: () => Math.min(on + least + dice.below(Math.max(1, term - least)), city.today - 1),
    EXPIRED: () => monthsAfter(on, list.months),
    REVOKED: () => on + 20 + dice.below(20),
  }
  return { list, on, outcome: exits, endedOn: ends[exits](), reason: dice.pick(list.reasons) }
}

function negativeStays(city: City, profile: Profile, dice: Dice): Stay[] {
  const [share, lists] = NEGATIVE[profile.kind] ?? [0, FIRM_LISTS]
  const revoked = presentState(profile).status === 'REVOKED' && share > 0
  if (!dice.chance(revoked ? REVOKED_LISTED : share)) return []
  const codes = new Set([lists.spin(dice)])
  if (dice.chance(SECOND_LISTING)) codes.add(lists.spin(dice))
  return [...codes].flatMap((code) => stayOn(listTemplate(code), city, profile, dice) ?? [])
}

/** Yearly lists come out in the second half of April. */
function issueDay(city: City, dice: Dice): DayNo {
  const day = yearStart(yearOf(city.today)) + 105 + dice.below(10)
  return day < city.today ? day : monthsAfter(day, -12)
}

/** A red list is published once a year; the present issue is in force, earlier ones are over. */
function positiveStays(city: City, profile: Profile, dice: Dice): Stay[] {
  const kinds = POSITIVE[profile.kind]
  if (!kinds || presentState(profile).status !== 'ACTIVE' || !dice.chance(kinds[0])) return []
  const list = listTemplate(kinds[1].spin(dice))
  const on =
    list.months === 12
      ? issueDay(city, dice)
      : city.today - 20 - dice.below(Math.min(list.months, 24) * 30 - 40)
  const settled = (profile.establishedOn ?? 0) + 200
  if (on < settled) return []
  const reason = list.reasons[0] ?? ''
  const now: Stay = { list, on, outcome: 'EFFECTIVE', endedOn: null, reason }
  const before = monthsAfter(on, -list.months)
  if (before < Math.max(settled, city.today - EARLIEST) || !dice.chance(0.4)) return [now]
  return [{ ...now, on: before, outcome: 'EXPIRED', endedOn: on }, now]
}

const isOn = (stays: readonly Stay[], ...codes: readonly string[]): boolean =>
  stays.some(({ list, outcome }) => outcome === 'EFFECTIVE' && codes.includes(list.code))

const unfiledYearOf = (stays: readonly Stay[]): number | null => {
  const late = stays.find(
    ({ list, reason }) => ['L04', 'L05', 'L06'].includes(list.code) && reason.includes('年度报告'),
  )
  return late ? yearOf(late.on) - 1 : null
}

const TAX = new Wheel<Fate['taxGrade']>([
  ['B', 55],
  ['M', 33],
  ['C', 12],
])
const PUBLIC = new Wheel<Fate['publicGrade']>([
  ['优', 9],
  ['良', 60],
  ['中', 31],
])
const RISK = new Wheel<Fate['riskClass']>([
  ['A', 26],
  ['B', 52],
  ['C', 22],
])

/** What becomes of a subject: its lists first, then grades that fit them. */
export function fateOf(city: City, profile: Profile): Fate {
  const dice = new Dice(city.seed, profile.ordinal, 3)
  const activity = Math.exp(dice.normal() * 1.05 - 0.55)
  const negative = profile.heavy ? [] : negativeStays(city, profile, dice)
  const isBad = negative.some(({ outcome }) => outcome === 'EFFECTIVE')
  const stays = isBad ? negative : [...negative, ...positiveStays(city, profile, dice)]
  const bad = isOn(stays, 'L01', 'L03', 'L07', 'L08', 'L09')
  return {
    activity,
    stays,
    unfiledYear: unfiledYearOf(negative),
    taxGrade: isOn(stays, 'L07', 'L31') ? 'D' : isOn(stays, 'R01') ? 'A' : TAX.spin(dice),
    publicGrade: bad ? '差' : isBad ? '中' : isOn(stays, 'R10') ? '优' : PUBLIC.spin(dice),
    riskClass: bad ? 'D' : isBad ? 'C' : RISK.spin(dice),
    metered: !isPerson(profile) && profile.trade.power > 0 && dice.chance(isFirm(profile) ? 0.06 : 0.003),
  }
}

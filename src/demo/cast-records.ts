import { CAST, type CastId } from './cast.ts'
import { MORE_HEAVY_RECORDS } from './cast-lives.ts'
import type { City } from './city.ts'
import { dayNo, yearOf } from './days.ts'
import type { Desk } from './desk.ts'
import type { Fate, Stay } from './fate.ts'
import type { Profile } from './profile.ts'
import { annualReports } from './records/annual-reports.ts'
import { OPEN_COMMITMENT, REPAIR, writeCommitment } from './records/commitments.ts'
import { writeComplaint } from './records/complaints.ts'
import { decisionTemplate, writeDecision } from './records/decision-events.ts'
import { allSchemes, writeScheme } from './records/evaluations.ts'
import { addMoreRecords, addRecords, deskFor } from './records/index.ts'
import { NO_PROBLEM, writeInspection } from './records/inspections.ts'
import { writeJudgment } from './records/judgments.ts'
import { writeLicence } from './records/licences.ts'
import { writeStay } from './records/listings.ts'
import { writePenalty } from './records/penalties.ts'
import { writeReward } from './records/rewards.ts'
import { writeReadings } from './records/utility-readings.ts'
import type { Sheets } from './sheets.ts'
import { licenceTemplate } from './words/licence-kinds.ts'
import { listTemplate } from './words/list-kinds.ts'

const CALM: Fate = {
  activity: 1,
  stays: [],
  unfiledYear: null,
  taxGrade: 'B',
  publicGrade: '良',
  riskClass: 'B',
  metered: false,
}
const BAD: Partial<Fate> = { taxGrade: 'C', publicGrade: '差', riskClass: 'D' }

const stay = (
  desk: Desk,
  code: string,
  of: { daysAgo: number; outcome?: Stay['outcome']; endedDaysAgo?: number; reason?: string },
): Stay => {
  const list = listTemplate(code)
  return {
    list,
    on: desk.city.today - of.daysAgo,
    outcome: of.outcome ?? 'EFFECTIVE',
    endedOn: of.endedDaysAgo === undefined ? null : desk.city.today - of.endedDaysAgo,
    reason: of.reason ?? list.reasons[0] ?? '',
  }
}

/** Grades, reports, a licence and an inspection: what any enterprise has. */
function ordinary(desk: Desk, fate: Partial<Fate> = {}): void {
  const whole = { ...CALM, ...fate }
  annualReports(desk, whole)
  for (const scheme of allSchemes()) writeScheme(desk, whole, scheme)
  const [licence] = desk.profile.trade.licences
  if (licence) writeLicence(desk, licenceTemplate(licence), desk.city.today - 500, true)
  writeInspection(desk, desk.city.today - 300, NO_PROBLEM)
  writeInspection(desk, desk.city.today - 80, NO_PROBLEM)
}

const ago = (desk: Desk, days: number): number => desk.city.today - days

const PLAYS: Readonly<Record<CastId, (desk: Desk) => void>> = {
  CLEAN: (desk) => {
    ordinary(desk, { publicGrade: '优', riskClass: 'A' })
    writeCommitment(desk, ago(desk, 400), OPEN_COMMITMENT)
    writeReward(desk, ago(desk, 250))
    writeReadings(desk, 'ELECTRICITY', { nth: 0, months: 24 })
  },
  LISTED: (desk) => {
    const fourth = stay(desk, 'L04', { daysAgo: 260 })
    const fate = { ...CALM, ...BAD, stays: [fourth], unfiledYear: yearOf(fourth.on) - 1 }
    ordinary(desk, fate)
    writeStay(desk, fourth)
    writeStay(desk, stay(desk, 'L03', { daysAgo: 200, reason: '提交虚假材料取得公司登记' }))
    writePenalty(desk, ago(desk, 210), { effect: { status: 'ACTIVE', endedOn: null } })
    writeComplaint(desk, ago(desk, 230))
  },
  DEBTOR: (desk) => {
    ordinary(desk, BAD)
    writeJudgment(desk, ago(desk, 420))
    writeStay(desk, stay(desk, 'L01', { daysAgo: 300 }))
    for (const days of [310, 190, 95])
      writePenalty(desk, ago(desk, days), { effect: { status: 'ACTIVE', endedOn: null } })
  },
  REPAIRED: (desk) => {
    ordinary(desk)
    writeStay(desk, stay(desk, 'L03', { daysAgo: 700, outcome: 'EXITED_EARLY', endedDaysAgo: 150 }))
    writePenalty(desk, ago(desk, 720), { effect: { status: 'REPAIRED', endedOn: ago(desk, 400) } })
    writePenalty(desk, ago(desk, 300), { effect: { status: 'REPAIRED', endedOn: ago(desk, 120) } })
    writeCommitment(desk, ago(desk, 165), REPAIR)
  },
  CANCELLED: (desk) => {
    annualReports(desk, CALM)
    writeLicence(desk, licenceTemplate('食品经营'), ago(desk, 1_500), true)
    writeInspection(desk, ago(desk, 600), NO_PROBLEM)
    writePenalty(desk, ago(desk, 700), { effect: { status: 'ENDED', endedOn: null } })
  },
  RED: (desk) => {
    ordinary(desk, { taxGrade: 'A', publicGrade: '优', riskClass: 'A' })
    writeStay(desk, stay(desk, 'R01', { daysAgo: 200 }))
    writeStay(desk, stay(desk, 'R02', { daysAgo: 600 }))
    writeReward(desk, ago(desk, 330))
    writeLicence(desk, licenceTemplate('外贸'), ago(desk, 1_900), true)
  },
  SHOP: (desk) => {
    writeLicence(desk, licenceTemplate('食品经营'), ago(desk, 900), true)
    writeInspection(desk, ago(desk, 120), NO_PROBLEM)
    writeComplaint(desk, ago(desk, 60))
  },
  ASSOCIATION: (desk) => {
    writeInspection(desk, ago(desk, 200), NO_PROBLEM)
    writeReward(desk, ago(desk, 500))
  },
  VILLAGE: (desk) => {
    writeInspection(desk, ago(desk, 240), NO_PROBLEM)
    writeCommitment(desk, ago(desk, 360), OPEN_COMMITMENT)
  },
  COLLUDED: (desk) => {
    ordinary(desk)
    writeDecision(desk, ago(desk, 150), decisionTemplate('BID_COLLUSION'))
  },
  BOSS_LISTED: (desk) => ordinary(desk),
  PERSON: (desk) => {
    writeJudgment(desk, ago(desk, 280))
    writeStay(desk, stay(desk, 'L01', { daysAgo: 180 }))
  },
  HEAVY: (desk) => {
    writeStay(desk, stay(desk, 'R05', { daysAgo: 220 }))
    writeStay(desk, stay(desk, 'L04', { daysAgo: 1_100, outcome: 'EXITED_EARLY', endedDaysAgo: 1_040 }))
    writeDecision(desk, ago(desk, 1_500), decisionTemplate('FAKE_REGISTRATION'))
    annualReports(desk, CALM)
  },
  RENAMED: (desk) => {
    ordinary(desk, { publicGrade: '优' })
    writeReward(desk, ago(desk, 700))
  },
  SUCCESSOR: (desk) => ordinary(desk),
  PREDECESSOR: (desk) => writeLicence(desk, licenceTemplate('药品经营'), ago(desk, 1_800), true),
  NUMBER_ONLY: (desk) =>
    writePenalty(desk, dayNo('2012-06-05'), { effect: { status: 'ENDED', endedOn: null } }),
  BRANCH: (desk) => writeInspection(desk, ago(desk, 140), NO_PROBLEM),
}

/** Rows the plays write come after those of the families. */
const PLAY_FAMILY = 20

/** Writes the records of a member. */
export function addCastRecords(city: City, profile: Profile, sheets: Sheets): void {
  const id = CAST[profile.ordinal]?.id
  if (!id) return
  if (profile.heavy > 0) addRecords(city, profile, sheets, CALM)
  PLAYS[id](deskFor(city, profile, { sheets, family: PLAY_FAMILY }))
}

/** Writes the records that make the heavy member heavier in a large city. */
export const addMoreCastRecords = (city: City, profile: Profile, sheets: Sheets): void =>
  addMoreRecords(city, { ...profile, heavy: MORE_HEAVY_RECORDS }, sheets, CALM)

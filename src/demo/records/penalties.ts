import { Penalty } from '../../record/index.ts'
import { dayOrNull, dayText, monthsAfter, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import type { Dice } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { isFirm, presentState } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { type Violation, VIOLATION_WHEEL } from '../words/violations.ts'
import { documentNo } from './document-no.ts'
import { partyKindOf } from './licences.ts'
import { quota } from './quota.ts'

const CENTS_PER_YUAN = 100
const GRAVE = ['SUSPEND_LICENCE', 'DOWNGRADE', 'SUSPEND_BUSINESS', 'RESTRICT_OPERATION']

interface Sum {
  readonly fine: number | null
  readonly confiscated: number | null
}

const roundedYuan = (value: number): number =>
  value >= 10_000 ? Math.round(value / 1000) * 1000 : Math.round(value / 10) * 10

function sumOf(violation: Violation, dice: Dice): Sum {
  const [low, high] = violation.fine
  const takes = violation.kinds.some((kind) => kind.startsWith('CONFISCATE'))
  return {
    fine: violation.kinds.includes('FINE') ? roundedYuan(low + (high - low) * dice.fraction() ** 3) : null,
    confiscated: takes ? Math.max(10, roundedYuan(low * 0.1 + low * 3 * dice.fraction() ** 3)) : null,
  }
}

const amount = (yuan: number): string => yuan.toLocaleString('en-US').replaceAll(',', '')

const cents = (yuan: number | null) => (yuan === null ? null : String(yuan * CENTS_PER_YUAN))
/** In 10,000 yuan as the template has it; what was not imposed is a dash. */
const wan = (yuan: number | null) => (yuan === null ? '——' : (yuan / 10_000).toFixed(6))

/** The operative part, in the words that belong to the kinds. */
function contentOf(violation: Violation, sum: Sum): string {
  const parts = violation.kinds.map((kind) => {
    if (kind === 'WARNING') return '警告'
    if (kind === 'CRITICISM') return '通报批评'
    if (kind === 'FINE') return `罚款人民币${amount(sum.fine ?? 0)}元`
    if (kind === 'CONFISCATE_GAINS') return `没收违法所得人民币${amount(sum.confiscated ?? 0)}元`
    if (kind === 'CONFISCATE_PROPERTY') return '没收涉案物品'
    if (kind === 'SUSPEND_LICENCE') return '暂扣许可证三十日'
    if (kind === 'DOWNGRADE') return '降低资质等级'
    return kind === 'SUSPEND_BUSINESS' ? '责令停产停业整顿十五日' : '限制开展相关生产经营活动六个月'
  })
  return `${parts.join('；')}。`
}

/** Months of publicity: warnings 3, light and general 12, grave kinds and large fines 36. */
function publicityMonths(violation: Violation, sum: Sum): number {
  if (violation.kinds.some((kind) => GRAVE.includes(kind)) || (sum.fine ?? 0) >= 200_000) return 36
  return violation.kinds.every((kind) => kind === 'WARNING' || kind === 'CRITICISM') ? 3 : 12
}

type Effect = {
  readonly status: 'ACTIVE' | 'ENDED' | 'REPAIRED' | 'REVOKED'
  readonly endedOn: number | null
}

/** In publicity, over, repaired after a third of the term, or revoked. */
function effectOf(desk: Desk, on: number, ends: number): Effect {
  const { dice, city } = desk
  if (dice.chance(0.01) && on + 90 < city.today) return { status: 'REVOKED', endedOn: on + 60 }
  const repairedOn = on + Math.round((ends - on) * (0.34 + dice.fraction() * 0.5))
  if (repairedOn < Math.min(ends, city.today) && dice.chance(0.35))
    return { status: 'REPAIRED', endedOn: repairedOn }
  return { status: ends <= city.today ? 'ENDED' : 'ACTIVE', endedOn: null }
}

export function writePenalty(
  desk: Desk,
  on: number,
  given: { violation?: Violation; effect?: Effect; documentNo?: string } = {},
): void {
  const { profile, dice } = desk
  const violation = given.violation ?? VIOLATION_WHEEL.spin(dice)
  const by = departmentOf(profile.place, violation.unit)
  const sum = sumOf(violation, dice)
  const ends = monthsAfter(on, publicityMonths(violation, sum))
  const { status, endedOn } = given.effect ?? effectOf(desk, on, ends)
  desk.write(
    Penalty,
    {
      on,
      by,
      to: endedOn ?? ends,
      status,
      endedOn,
      documentNo: given.documentNo ?? documentNo(by, '处罚', yearOf(on), dice),
      raw: {
        CF_CFJG: by.name,
        CF_NR_FK: wan(sum.fine),
        CF_NR_WFFF: wan(sum.confiscated),
        CF_JDRQ: dayText(on),
      },
    },
    {
      partyName: presentState(profile).name,
      partyKind: partyKindOf(desk),
      legalRepresentative: profile.legalRepresentative,
      penaltyKinds: [...violation.kinds],
      violationType: violation.type,
      violationFacts: `当事人${violation.facts}。`,
      basis: violation.basis,
      content: contentOf(violation, sum),
      fine: cents(sum.fine),
      confiscated: cents(sum.confiscated),
      affectedLicence: violation.kinds.includes('SUSPEND_LICENCE')
        ? `药品经营许可证 浙DB579${dice.digits(4)}`
        : null,
      publicityEndsOn: dayText(ends),
      repairNoticeServedOn: dayOrNull(dice.chance(0.9) ? on : null),
    },
  )
}

const MEANS = {
  ENTERPRISE: 0.16,
  INDIVIDUAL_BUSINESS: 0.07,
  NATURAL_PERSON: 0.04,
  COOPERATIVE: 0.03,
} as const

export function penalties(desk: Desk, fate: Fate): void {
  const listed = fate.stays.some(({ list }) => list.colour !== 'RED')
  const base = MEANS[desk.profile.kind as keyof typeof MEANS] ?? (isFirm(desk.profile) ? 0.1 : 0.02)
  for (let left = quota(desk, fate, { mean: listed ? base * 5 : base, share: 0.02 }); left > 0; left -= 1) {
    const on = desk.someDay()
    if (on === null) return
    writePenalty(desk, on)
  }
}

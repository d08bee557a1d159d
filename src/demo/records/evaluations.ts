import { Evaluation } from '../../grade/index.ts'
import { monthsAfter, yearOf, yearStart } from '../days.ts'
import type { Desk } from '../desk.ts'
import type { Fate } from '../fate.ts'
import { isFirm } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { quota } from './quota.ts'

interface Scheme {
  readonly name: string
  readonly unit: string
  /** Days after New Year at which the year's issue comes out. */
  readonly after: number
  readonly share: number
  readonly grade: (fate: Fate) => string
  /** Grades of earlier issues. */
  readonly grades: readonly string[]
  readonly model: string | null
}

const PUBLIC_CREDIT: Scheme = {
  name: '公共信用综合评价',
  unit: '001',
  after: 80,
  share: 0.75,
  grade: (fate) => fate.publicGrade,
  grades: ['良', '良', '中', '优'],
  model: '2025-1',
}
const TAX_CREDIT: Scheme = {
  name: '纳税信用',
  unit: '130',
  after: 112,
  share: 0.6,
  grade: (fate) => fate.taxGrade,
  grades: ['B', 'B', 'M', 'A'],
  model: null,
}
const RISK_CLASS: Scheme = {
  name: '企业信用风险分类',
  unit: '660',
  after: 65,
  share: 0.7,
  grade: (fate) => fate.riskClass,
  grades: ['B', 'A', 'B', 'C'],
  model: 'ZJ-2022-6',
}
const SCHEMES = [PUBLIC_CREDIT, TAX_CREDIT, RISK_CLASS]

const SCORES: Readonly<Record<string, readonly [number, number]>> = {
  优: [900, 990],
  良: [780, 899],
  中: [650, 779],
  差: [420, 649],
  A: [90, 99],
  B: [70, 89],
  M: [60, 69],
  C: [40, 59],
  D: [10, 39],
}
const FACTORS = ['行政许可', '纳税信用', '合同履约', '社会责任', '行政处罚', '经营年限', '司法涉诉']

function writeGrade(desk: Desk, scheme: Scheme, of: { year: number; grade: string }): void {
  const { profile, dice, city } = desk
  const on = yearStart(of.year) + scheme.after + dice.below(8)
  if (on >= city.today || on <= (profile.establishedOn ?? on) || on > desk.lastDay) return
  const to = monthsAfter(on, 12)
  const [low, high] = SCORES[of.grade] ?? [0, 0]
  desk.write(
    Evaluation,
    { on, by: departmentOf(profile.place, scheme.unit), to, status: to <= city.today ? 'ENDED' : 'ACTIVE' },
    {
      scheme: scheme.name,
      issue: String(of.year),
      grade: of.grade,
      score: `${dice.between(low, high - 1)}.${dice.digits(3)}`,
      modelVersion: scheme.model,
      factors: [dice.pick(FACTORS), dice.pick(FACTORS)],
    },
  )
}

/** The present issue by the subject's fate, sometimes the one before. */
export function writeScheme(desk: Desk, fate: Fate, scheme: Scheme): void {
  const latest = yearOf(desk.city.today)
  const year = yearStart(latest) + scheme.after + 10 < desk.city.today ? latest : latest - 1
  if (desk.dice.chance(0.35))
    writeGrade(desk, scheme, { year: year - 1, grade: desk.dice.pick(scheme.grades) })
  writeGrade(desk, scheme, { year, grade: scheme.grade(fate) })
}

export const allSchemes = (): readonly Scheme[] => SCHEMES

export function evaluations(desk: Desk, fate: Fate): void {
  if (isFirm(desk.profile)) {
    const graded = fate.stays.length > 0 || desk.profile.heavy > 0
    for (const scheme of SCHEMES)
      if (graded || desk.dice.chance(scheme.share)) writeScheme(desk, fate, scheme)
    return
  }
  if (quota(desk, fate, { mean: 0.03, share: 0.001 }) > 0) writeScheme(desk, fate, PUBLIC_CREDIT)
}

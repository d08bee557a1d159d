import type { FactRow } from '../../graph/index.ts'
import { Commitment } from '../../record/index.ts'
import { dayText, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import { Wheel } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { isFirm, isPerson } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { documentNo } from './document-no.ts'
import { quota } from './quota.ts'

interface Template {
  readonly kind: NonNullable<FactRow<typeof Commitment.fact>['commitmentKind']>
  readonly unit: string
  readonly reason: string
  readonly content: string
}

export const REPAIR: Template = {
  kind: 'REPAIR',
  unit: '001',
  reason: '申请信用修复',
  content: '承诺所提交材料真实有效，今后依法诚信经营，如违诺愿接受惩戒。',
}
export const OPEN_COMMITMENT: Template = {
  kind: 'VOLUNTARY',
  unit: '001',
  reason: '主动公开信用承诺',
  content: '承诺遵守法律法规，守法经营，自觉接受监督。',
}
const TEMPLATES = new Wheel<Template>([
  [OPEN_COMMITMENT, 50],
  [
    {
      kind: 'APPROVAL',
      unit: '701',
      reason: '食品经营许可告知承诺',
      content: '承诺已符合许可条件，并接受事后核查。',
    },
    20,
  ],
  [
    {
      kind: 'CERTIFICATE',
      unit: '701',
      reason: '证明事项告知承诺（住所使用证明）',
      content: '承诺住所权属清晰、用途合法，无需提交证明材料。',
    },
    14,
  ],
  [
    { kind: 'LENIENT', unit: '701', reason: '容缺受理建设项目备案', content: '承诺在三十日内补齐所缺材料。' },
    8,
  ],
  [
    {
      kind: 'SELF_DISCIPLINE',
      unit: '250',
      reason: '行业自律承诺',
      content: '承诺遵守行业规范，公平竞争，不价格欺诈。',
    },
    8,
  ],
])

const FULFILS_AFTER = 30
const BREACHED = 0.015

export function writeCommitment(desk: Desk, on: number, template?: Template): void {
  const { profile, dice, city } = desk
  const { kind, unit, reason, content } = template ?? TEMPLATES.spin(dice)
  const by = departmentOf(profile.place, unit)
  const done = on + FULFILS_AFTER + dice.below(300)
  const breached = template === undefined && on + 200 < city.today && dice.chance(BREACHED)
  const fulfilled = !breached && done < city.today
  desk.write(
    Commitment,
    { on, by },
    {
      commitmentKind: kind,
      reason,
      content,
      acceptedBy: by.name,
      state: breached ? 'BREACHED' : fulfilled ? 'FULFILLED' : 'PENDING',
      fulfilledOn: fulfilled ? dayText(done) : null,
      breachDecisionNo: breached ? documentNo(by, '违诺', yearOf(on + 150), dice) : null,
    },
  )
}

/** Commitments at random; a repaired listing was asked for with one. */
export function commitments(desk: Desk, fate: Fate): void {
  for (const { outcome, endedOn } of fate.stays)
    if (outcome === 'EXITED_EARLY' && endedOn !== null) writeCommitment(desk, endedOn - 8, REPAIR)
  const mean = isFirm(desk.profile) ? 0.9 : isPerson(desk.profile) ? 0.1 : 0.3
  for (let left = quota(desk, fate, { mean, share: 0.04 }); left > 0; left -= 1) {
    const on = desk.someDay(4)
    if (on === null) return
    writeCommitment(desk, on)
  }
}

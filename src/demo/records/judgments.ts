import type { FactRow } from '../../graph/index.ts'
import { Judgment } from '../../record/index.ts'
import { dayText, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import { Wheel } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { isFirm, isPerson } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { documentNo } from './document-no.ts'
import { quota } from './quota.ts'

type Row = FactRow<typeof Judgment.fact>

interface Case {
  readonly kind: NonNullable<Row['caseKind']>
  readonly word: string
  readonly cause: string
  readonly roles: readonly NonNullable<Row['partyRole']>[]
  readonly result: string
  readonly performance: string | null
}

const civil = (cause: string): Case => ({
  kind: 'CIVIL',
  word: '民初',
  cause,
  roles: ['PLAINTIFF', 'DEFENDANT', 'DEFENDANT', 'THIRD_PARTY'],
  result: '判决被告于判决生效之日起十日内支付款项',
  performance: null,
})
const ENFORCEMENT: Case = {
  kind: 'ENFORCEMENT',
  word: '执',
  cause: '申请执行生效法律文书',
  roles: ['EXECUTED', 'EXECUTED', 'APPLICANT'],
  result: '立案执行，责令履行',
  performance: '部分未履行',
}

const CASES = new Wheel<Case>([
  [civil('买卖合同纠纷'), 30],
  [civil('民间借贷纠纷'), 10],
  [civil('承揽合同纠纷'), 8],
  [civil('劳动争议'), 10],
  [civil('建设工程施工合同纠纷'), 5],
  [civil('侵害商标权纠纷'), 6],
  [ENFORCEMENT, 20],
  [
    {
      kind: 'ADMINISTRATIVE',
      word: '行初',
      cause: '行政处罚',
      roles: ['PLAINTIFF'],
      result: '判决驳回原告诉讼请求',
      performance: null,
    },
    3,
  ],
  [
    {
      kind: 'CRIMINAL',
      word: '刑初',
      cause: '虚开增值税专用发票罪',
      roles: ['DEFENDANT'],
      result: '判处罚金',
      performance: '已缴纳',
    },
    1,
  ],
  [
    {
      kind: 'BANKRUPTCY',
      word: '破申',
      cause: '申请破产清算',
      roles: ['APPLICANT', 'DEFENDANT'],
      result: '裁定受理破产清算申请',
      performance: null,
    },
    1,
  ],
])

export function writeJudgment(desk: Desk, on: number, of = CASES.spin(desk.dice)): void {
  const { profile, dice } = desk
  const by = departmentOf(profile.place, 'CRT')
  const yuan = Math.round(Math.exp(10.5 + dice.normal() * 1.6))
  desk.write(
    Judgment,
    { on, by, documentNo: documentNo(by, of.word, yearOf(on), dice) },
    {
      court: by.name,
      caseKind: of.kind,
      causeOfAction: of.cause,
      partyRole: dice.pick(of.roles),
      result: of.result,
      amount: of.kind === 'ADMINISTRATIVE' || of.kind === 'BANKRUPTCY' ? null : String(yuan * 100),
      performance: of.performance,
      filedOn: dayText(on - 20 - dice.below(160)),
    },
  )
}

/** Cases at random; whoever is listed by a court has an enforcement case before it. */
export function judgments(desk: Desk, fate: Fate): void {
  for (const stay of fate.stays) if (stay.list.unit === 'CRT') writeJudgment(desk, stay.on - 30, ENFORCEMENT)
  const mean = isFirm(desk.profile) ? 0.35 : isPerson(desk.profile) ? 0.06 : 0.05
  for (let left = quota(desk, fate, { mean, share: 0.02 }); left > 0; left -= 1) {
    const on = desk.someDay()
    if (on === null) return
    writeJudgment(desk, on)
  }
}

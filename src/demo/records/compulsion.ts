import type { FactRow } from '../../graph/index.ts'
import { CompulsoryMeasure } from '../../record/index.ts'
import { dayOrNull, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import { Wheel } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { departmentOf } from '../words/departments.ts'
import { documentNo } from './document-no.ts'
import { quota } from './quota.ts'

interface Template {
  readonly kind: NonNullable<FactRow<typeof CompulsoryMeasure.fact>['compulsionKind']>
  readonly unit: string
  readonly target: string
  readonly facts: string
  readonly basis: string
}

const TEMPLATES = new Wheel<Template>([
  [
    {
      kind: 'SEAL',
      unit: '703',
      target: '二楼营业场所',
      facts: '存在重大火灾隐患，不及时消除可能严重威胁公共安全',
      basis: '《中华人民共和国消防法》第五十四条',
    },
    3,
  ],
  [
    {
      kind: 'SEAL',
      unit: '190',
      target: '废水处理设施及生产线',
      facts: '通过不正常运行污染防治设施排放污染物',
      basis: '《中华人民共和国环境保护法》第二十五条',
    },
    2,
  ],
  [
    {
      kind: 'SEIZE',
      unit: '660',
      target: '涉嫌侵权商品一批',
      facts: '涉嫌销售侵犯注册商标专用权的商品',
      basis: '《中华人民共和国商标法》第六十二条',
    },
    4,
  ],
  [
    {
      kind: 'SEIZE',
      unit: '210',
      target: '货运车辆一辆',
      facts: '无道路运输证从事营运且无法当场提供其他有效证明',
      basis: '《中华人民共和国道路运输条例》第六十二条',
    },
    3,
  ],
  [
    {
      kind: 'FREEZE',
      unit: '130',
      target: '银行存款',
      facts: '逾期未缴纳税款，有转移财产迹象',
      basis: '《中华人民共和国税收征收管理法》第三十八条',
    },
    1,
  ],
  [
    {
      kind: 'EXECUTION_FINE',
      unit: '660',
      target: '加处罚款',
      facts: '逾期不履行行政处罚决定',
      basis: '《中华人民共和国行政处罚法》第七十二条',
    },
    2,
  ],
  [
    {
      kind: 'SUBSTITUTE',
      unit: '690',
      target: '清除路面遗洒渣土',
      facts: '经催告仍未清除，危害交通安全',
      basis: '《中华人民共和国行政强制法》第五十二条',
    },
    1,
  ],
])

export function writeCompulsion(desk: Desk, on: number): void {
  const { profile, dice } = desk
  const { kind, unit, target, facts, basis } = TEMPLATES.spin(dice)
  const by = departmentOf(profile.place, unit)
  const lifted = on + 7 + dice.below(50)
  const liftedOn = lifted < desk.city.today && dice.chance(0.9) ? lifted : null
  desk.write(
    CompulsoryMeasure,
    {
      on,
      by,
      to: liftedOn,
      status: liftedOn === null ? 'ACTIVE' : 'ENDED',
      documentNo: documentNo(by, '强制', yearOf(on), dice),
    },
    {
      compulsionKind: kind,
      target,
      facts,
      basis,
      liftedOn: dayOrNull(liftedOn),
      liftDocumentNo: liftedOn === null ? null : documentNo(by, '解强', yearOf(liftedOn), dice),
    },
  )
}

export function compulsions(desk: Desk, fate: Fate): void {
  for (let left = quota(desk, fate, { mean: 0.025, share: 0.003 }); left > 0; left -= 1) {
    const on = desk.someDay()
    if (on === null) return
    writeCompulsion(desk, on)
  }
}

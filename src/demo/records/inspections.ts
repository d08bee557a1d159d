import { Inspection } from '../../record/index.ts'
import type { FactRow } from '../../graph/index.ts'
import { dayText, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import { Wheel } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { isFirm, isPerson } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { tableOf } from '../words/table.ts'
import { quota } from './quota.ts'

type Row = FactRow<typeof Inspection.fact>
type Code = NonNullable<Row['resultCodes']>[number]

const ITEMS = new Wheel(
  tableOf(`
14 | 660 | 登记事项检查
14 | 660 | 公示信息检查
12 | 660 | 食品经营监督检查
6 | 660 | 特种设备使用单位监督检查
5 | 660 | 产品质量监督抽查
4 | 660 | 价格行为检查
10 | 703 | 消防监督检查
9 | 240 | 企业安全生产检查
8 | 190 | 污染源日常监管
6 | 150 | 劳动用工和社会保险检查
5 | 540 | 公共场所卫生监督检查
4 | 210 | 道路运输经营者检查
4 | 200 | 建筑市场及工程质量安全检查
4 | 690 | 市容环境卫生检查
3 | 130 | 税务抽查
2 | 270 | 文化经营场所检查
2 | 280 | 农资质量安全检查
2 | 320 | 统计执法检查
1 | 670 | 药品经营监督检查`).map(([weight, unit = '', name = '']) => [{ unit, name }, Number(weight)]),
)

interface Result {
  readonly codes: readonly Code[]
  readonly text: string
  readonly disposal: string
}

export const NO_PROBLEM: Result = { codes: ['C1'], text: '未发现问题', disposal: '无需后续处理' }
const RESULTS = new Wheel<Result>([
  [NO_PROBLEM, 78],
  [{ codes: ['CE'], text: '发现问题经责令已改正', disposal: '责令改正，已复查' }, 12],
  [{ codes: ['CA', 'CB'], text: '未按规定公示应当公示的信息', disposal: '责令限期公示' }, 2.5],
  [
    {
      codes: ['CA', 'C6'],
      text: '通过登记的住所（经营场所）无法联系',
      disposal: '按规定列入经营异常名录（状态）',
    },
    2,
  ],
  [{ codes: ['CA', 'C3'], text: '违反食品药品规定', disposal: '移交立案' }, 1.5],
  [{ codes: ['CA', 'C4'], text: '违反质量规定', disposal: '移交立案' }, 1],
  [{ codes: ['CA', 'C5'], text: '违反其他部门规定', disposal: '抄告相关部门' }, 1],
  [{ codes: ['CF'], text: '未发现开展本次抽查涉及的经营活动', disposal: '无需后续处理' }, 1.5],
  [{ codes: ['C8'], text: '不配合检查情节严重', disposal: '依法公示并列入重点监管' }, 0.2],
])
const UNREACHABLE: Result = {
  codes: ['CA', 'C6'],
  text: '通过登记的住所（经营场所）无法联系',
  disposal: '按规定列入经营异常名录（状态）',
}

const KINDS = new Wheel<NonNullable<Row['inspectionKind']>>([
  ['DOUBLE_RANDOM', 46],
  ['DAILY', 34],
  ['TARGETED', 13],
  ['COMPLAINT', 7],
])
const METHODS = new Wheel<NonNullable<Row['method']>>([
  ['ON_SITE', 70],
  ['WRITTEN', 14],
  ['NETWORK', 8],
  ['TEST', 5],
  ['ENTRUSTED', 2],
  ['OTHER_RESULT', 1],
])

const MEANS = { ENTERPRISE: 1.1, INDIVIDUAL_BUSINESS: 0.55, COOPERATIVE: 0.6, INSTITUTION: 1.5 } as const

export function writeInspection(desk: Desk, on: number, result = RESULTS.spin(desk.dice)): void {
  const { profile, dice, lastDay } = desk
  const { unit, name } = ITEMS.spin(dice)
  const by = departmentOf(profile.place, unit)
  const kind = KINDS.spin(dice)
  const inspector = () => `浙G${dice.digits(8)}`
  desk.write(
    Inspection,
    { on, by },
    {
      inspectionKind: kind,
      method: METHODS.spin(dice),
      planTask: kind === 'DOUBLE_RANDOM' ? `${by.code}-${yearOf(on)}-${dice.digits(3)}` : null,
      itemName: name,
      finishedOn: dayText(Math.min(on + dice.below(5), lastDay)),
      resultCodes: [...result.codes],
      resultText: result.text,
      disposal: result.disposal,
      inspectors: [inspector(), inspector()],
    },
  )
}

export function inspections(desk: Desk, fate: Fate): void {
  if (isPerson(desk.profile)) return
  const base = MEANS[desk.profile.kind as keyof typeof MEANS] ?? 0.4
  const mean = isFirm(desk.profile) && fate.riskClass === 'A' ? base * 0.6 : base
  for (const stay of fate.stays)
    if (stay.reason.includes('无法联系') && stay.on - 12 > desk.firstDay(8))
      writeInspection(desk, stay.on - 12, UNREACHABLE)
  for (let left = quota(desk, fate, { mean, share: 0.3 }); left > 0; left -= 1) {
    const on = desk.someDay()
    if (on === null) return
    writeInspection(desk, on)
  }
}

import type { FactRow } from '../../graph/index.ts'
import { Complaint } from '../../record/index.ts'
import { dayOrNull, dayText } from '../days.ts'
import type { Desk } from '../desk.ts'
import { mixed, Wheel } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { isFirm, isPerson } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { quota } from './quota.ts'

type Row = FactRow<typeof Complaint.fact>

const CHANNELS = new Wheel<NonNullable<Row['channel']>>([
  ['PLATFORM_12315', 50],
  ['HOTLINE_12345', 38],
  ['ONLINE', 7],
  ['VISIT', 3],
  ['LETTER', 2],
])
const TOPICS = new Wheel<readonly [unit: string, category: string, summary: string]>([
  [['660', '商品质量', '反映购买的商品存在质量问题，商家拒绝退换'], 26],
  [['660', '预付卡消费', '反映商家停业后预付卡余额无法退还'], 14],
  [['660', '食品安全', '反映所售食品有异味，疑似变质'], 12],
  [['660', '虚假宣传', '反映网店宣传与实物不符'], 12],
  [['690', '噪声扰民', '反映夜间作业噪声影响休息'], 10],
  [['190', '废气异味', '反映厂区排放刺鼻气味'], 7],
  [['150', '拖欠工资', '反映两个月工资未发放'], 9],
  [['703', '消防隐患', '反映疏散通道被货物堵塞'], 6],
  [['130', '拒开发票', '反映商家拒绝开具发票'], 4],
])
const RUNNING = new Wheel<NonNullable<Row['state']>>([
  ['NEW', 1],
  ['DISPATCHED', 1],
  ['ACCEPTED', 2],
  ['HANDLING', 4],
  ['RETURNED', 0.3],
  ['OVERDUE', 0.5],
])
const OUTCOMES = [
  '调解成功，商家退款',
  '经核查属实，已责令改正',
  '经核查未发现违法行为',
  '双方已达成和解',
  '已移交立案查处',
]
/** Days in which a complaint is usually dealt with. */
const HANDLED_DAYS = 45

export function writeComplaint(desk: Desk, on: number): void {
  const { profile, dice, city } = desk
  const [unit, category, summary] = TOPICS.spin(dice)
  const closed = on + 3 + dice.below(HANDLED_DAYS)
  const done = closed < city.today
  desk.write(
    Complaint,
    { on, by: departmentOf(profile.place, unit), visibility: 'GOV_SHARED' },
    {
      channel: CHANNELS.spin(dice),
      category,
      summary,
      state: done ? (dice.chance(0.85) ? 'CLOSED' : 'FED_BACK') : RUNNING.spin(dice),
      acceptedOn: dayText(Math.min(on + dice.below(3), city.today - 1)),
      closedOn: dayOrNull(done ? closed : null),
      outcome: done ? dice.pick(OUTCOMES) : null,
      complainant: `SEALED-${mixed(city.seed, profile.ordinal, dice.below(1_000_000)).toString(16).padStart(8, '0')}`,
    },
  )
}

export function complaints(desk: Desk, fate: Fate): void {
  const mean = isFirm(desk.profile) ? 0.4 : isPerson(desk.profile) ? 0 : 0.25
  for (let left = quota(desk, fate, { mean, share: 0.1 }); left > 0; left -= 1) {
    const on = desk.someDay(3)
    if (on === null) return
    writeComplaint(desk, on)
  }
}

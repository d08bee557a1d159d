import type { FactRow } from '../../graph/index.ts'
import { DecisionEvent } from '../../record/index.ts'
import { monthsAfter, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import { Wheel } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { isFirm, isPerson } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { tableOf } from '../words/table.ts'
import { documentNo } from './document-no.ts'
import { quota } from './quota.ts'

interface Template {
  readonly kind: FactRow<typeof DecisionEvent.fact>['eventKind']
  readonly unit: string
  readonly months: number
  readonly reason: string
  readonly basis: string
}

const templatesOf = (text: string) =>
  tableOf(text).map(
    ([weight, kind, unit = '', months, reason = '', basis = '']): readonly [Template, number] => [
      { kind: kind as Template['kind'], unit, months: Number(months), reason, basis },
      Number(weight),
    ],
  )

/** 0 months: until it is lifted or for life. */
const OF_FIRMS = templatesOf(`
5 | LICENCE_FRAUD | 701 | 12 | 隐瞒有关情况、提供虚假材料申请行政许可 | 行政许可法第七十八条
6 | BID_COLLUSION | 704 | 24 | 与其他投标人串通投标 | 招标投标法第五十三条
4 | FAKE_REGISTRATION | 660 | 36 | 提交虚假材料取得市场主体登记 | 市场主体登记管理条例第四十条
2 | FOOD_LICENCE_REVOKED | 660 | 60 | 被吊销食品经营许可证 | 食品安全法第一百三十五条
2 | TAX_ARREARS_UNSECURED | 130 | 0 | 欠缴税款未结清且未提供纳税担保 | 税收征收管理法第四十四条
2 | EXPORT_REFUND_FRAUD | 130 | 36 | 骗取国家出口退税款 | 税收征收管理法第六十六条
2 | TAX_REFUSES_HANDLING | 130 | 0 | 拒不接受税务机关处理 | 税收征收管理法第七十二条
1 | RESEARCH_MISUSE | 050 | 36 | 虚报、冒领财政性科学技术资金 | 科学技术进步法第一百一十条
1 | FAKE_OR_GRAVE_INFERIOR_DRUG | 670 | 120 | 销售劣药，情节严重 | 药品管理法第一百一十八条`)
const OF_PERSONS = templatesOf(`
5 | COURT_EXIT_BAN | CRT | 0 | 未履行法律文书确定的义务，决定限制出境 | 民事诉讼法第二百六十六条
4 | LARGE_DEBT_UNPAID | CRT | 0 | 个人所负数额较大债务到期未清偿 | 公司法第一百七十八条
2 | SAFETY_HEAD_SENTENCED_OR_DISMISSED | 240 | 60 | 对较大生产安全事故负有责任，受撤职处分 | 安全生产法第九十四条
1 | FOOD_CRIME | 660 | 0 | 因食品安全犯罪被判处有期徒刑 | 食品安全法第一百三十五条
1 | SECURITIES_BAN_DECISION | 001 | 60 | 被采取证券市场禁入措施 | 证券法第二百二十一条`)
const FIRM_WHEEL = new Wheel(OF_FIRMS)
const PERSON_WHEEL = new Wheel(OF_PERSONS)

export function decisionTemplate(kind: Template['kind']): Template {
  const found = [...OF_FIRMS, ...OF_PERSONS].find(([template]) => template.kind === kind)
  if (!found) throw new RangeError(`no decision ${kind}`)
  return found[0]
}

export function writeDecision(desk: Desk, on: number, template: Template, no?: string): void {
  const by = departmentOf(desk.profile.place, template.unit)
  const to = template.months ? monthsAfter(on, template.months) : null
  desk.write(
    DecisionEvent,
    {
      on,
      by,
      to,
      status: to !== null && to <= desk.city.today ? 'ENDED' : 'ACTIVE',
      documentNo: no ?? documentNo(by, '决', yearOf(on), desk.dice),
    },
    { eventKind: template.kind, reason: template.reason, basis: template.basis },
  )
}

export function decisionEvents(desk: Desk, fate: Fate): void {
  const { profile, dice } = desk
  const mean = isFirm(profile) ? 0.002 : isPerson(profile) ? 0.004 : 0
  for (let left = quota(desk, fate, { mean, share: 0 }); left > 0; left -= 1) {
    const on = desk.someDay(3)
    if (on === null) return
    writeDecision(desk, on, (isPerson(profile) ? PERSON_WHEEL : FIRM_WHEEL).spin(dice))
  }
}

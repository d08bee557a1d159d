import type { FactRow } from '../../graph/index.ts'
import { Reward } from '../../record/index.ts'
import { yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import { Wheel } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { isFirm, isPerson } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { documentNo } from './document-no.ts'
import { quota } from './quota.ts'

interface Honour {
  readonly name: string
  readonly unit: string
  readonly level: NonNullable<FactRow<typeof Reward.fact>['level']>
  readonly content: string | null
}

const FIRM_HONOURS = new Wheel<Honour>([
  [{ name: '高新技术企业', unit: '050', level: 'NATIONAL', content: '减按15%税率征收企业所得税' }, 20],
  [{ name: '浙江省科技型中小企业', unit: '050', level: 'PROVINCE', content: null }, 25],
  [{ name: '专精特新中小企业', unit: '002', level: 'PROVINCE', content: '一次性奖励' }, 12],
  [{ name: '放心消费示范单位', unit: '660', level: 'CITY', content: null }, 18],
  [{ name: '和谐劳动关系企业', unit: '150', level: 'CITY', content: null }, 12],
  [{ name: '纳税百强企业', unit: '130', level: 'DISTRICT', content: '通报表扬' }, 8],
  [{ name: '金华市政府质量奖', unit: '660', level: 'CITY', content: '奖金三十万元' }, 1],
])
const OTHER_HONOURS = new Wheel<Honour>([
  [{ name: '先进集体', unit: '001', level: 'CITY', content: null }, 5],
  [{ name: '食品安全示范店', unit: '660', level: 'DISTRICT', content: null }, 8],
  [{ name: '5A级社会组织', unit: '140', level: 'PROVINCE', content: null }, 2],
  [{ name: '诚信经营户', unit: '660', level: 'DISTRICT', content: null }, 8],
])
const PERSON_HONOUR: Honour = { name: '最美金华人', unit: '001', level: 'CITY', content: '通报表扬' }

export function writeReward(desk: Desk, on: number): void {
  const { profile, dice } = desk
  const honour = isPerson(profile)
    ? PERSON_HONOUR
    : (isFirm(profile) ? FIRM_HONOURS : OTHER_HONOURS).spin(dice)
  const by = departmentOf(profile.place, honour.unit)
  const no = documentNo(by, '发', yearOf(on), dice)
  desk.write(
    Reward,
    { on, by, documentNo: no },
    { honourName: honour.name, level: honour.level, basis: `${no}文件认定`, content: honour.content },
  )
}

export function rewards(desk: Desk, fate: Fate): void {
  const mean = isFirm(desk.profile) ? 0.12 : 0.02
  for (let left = quota(desk, fate, { mean, share: 0.008 }); left > 0; left -= 1) {
    const on = desk.someDay()
    if (on === null) return
    writeReward(desk, on)
  }
}

import { personKeyOf } from '../subject/index.ts'
import { registrationNumberFault } from '../standards/index.ts'
import { type CastId, castMember } from './cast.ts'
import type { City } from './city.ts'
import { residentNumber } from './codes.ts'
import { type DayNo, dayNo } from './days.ts'
import type { Party, State } from './profile.ts'
import { firmTrade, type Trade, tradeOf } from './words/trades.ts'

/** Records of the heavy one at any size, and those that come when the city is large. */
export const HEAVY_RECORDS = 2_100
export const MORE_HEAVY_RECORDS = 8_600

/** A number no street's person has. */
const CAST_PERSON = 2_130_000
export const CENTS_PER_WAN = 1_000_000

/** What is fixed about a member beside name and code. */
export interface Life {
  readonly trade: Trade
  readonly founded: string
  /** In 10,000 yuan. */
  readonly capital: number | null
  readonly chief: string
  readonly address: string
  readonly unit?: string
  readonly entityType?: string
  readonly parties?: (city: City) => readonly Party[]
  readonly states?: (city: City, founded: DayNo) => readonly [State, ...State[]]
  readonly heavy?: number
  /** Old registration number, used until the code came. */
  readonly number?: string
}

/** Key of a member; the person's depends on the secret of the hub. */
export function castKey(id: CastId, personSecret: string): string {
  const { code } = castMember(id)
  if (id === 'PERSON')
    return personKeyOf(personSecret, 'RESIDENT_ID', residentNumber(0, CAST_PERSON, '330703'))
  return registrationNumberFault(code) === null ? `R-${code}` : code
}

const towards =
  (relation: Party['relation'], id: CastId, more: Partial<Party> = {}) =>
  (city: City): Party => ({
    relation,
    name: castMember(id).name,
    isPerson: id === 'PERSON',
    key: castKey(id, city.personSecret),
    ...more,
  })
const holder = (name: string, share: string): Party => ({
  relation: 'SHAREHOLDER',
  name,
  isPerson: true,
  key: null,
  share,
})

export function state(id: CastId, from: DayNo, more: Partial<State> = {}): State {
  return { from, name: castMember(id).name, status: 'ACTIVE', capital: null, closedOn: null, ...more }
}

const cancelled =
  (id: CastId, capital: number | null, daysAgo: number): NonNullable<Life['states']> =>
  (city, founded) => {
    const cents = capital === null ? null : capital * CENTS_PER_WAN
    const ended = city.today - daysAgo
    return [
      state(id, founded, { capital: cents }),
      state(id, ended, { capital: cents, status: 'CANCELLED', closedOn: ended }),
    ]
  }

const renamed: NonNullable<Life['states']> = (_, founded) => [
  state('RENAMED', founded, { name: '永康市新纪元工具厂', capital: 50 * CENTS_PER_WAN }),
  state('RENAMED', dayNo('2012-05-20'), { name: '浙江新纪元电动工具有限公司', capital: 500 * CENTS_PER_WAN }),
  state('RENAMED', dayNo('2021-03-18'), { capital: 5_000 * CENTS_PER_WAN }),
]

export const LIVES: Readonly<Record<Exclude<CastId, 'PERSON'>, Life>> = {
  CLEAN: {
    trade: firmTrade('精密机械'),
    founded: '2016-04-12',
    capital: 2000,
    chief: '应国强',
    address: '浙江省金华市婺城区宾虹路966号',
    parties: (city) => [
      holder('应国强', '70.000'),
      holder('金晓燕', '30.000'),
      towards('HAS_BRANCH', 'BRANCH')(city),
    ],
  },
  LISTED: {
    trade: firmTrade('日用品'),
    founded: '2018-06-05',
    capital: 100,
    chief: '骆伟明',
    address: '浙江省义乌市宗泽路302号3幢1201室',
    parties: () => [holder('骆伟明', '100.000')],
  },
  DEBTOR: {
    trade: firmTrade('建筑工程'),
    founded: '2015-11-20',
    capital: 5000,
    chief: '傅建华',
    address: '浙江省金华市婺城区双溪西路518号',
    parties: () => [holder('傅建华', '80.000'), holder('方文军', '20.000')],
  },
  REPAIRED: {
    trade: firmTrade('红木家具'),
    founded: '2017-02-28',
    capital: 800,
    chief: '厉志平',
    address: '浙江省东阳市世贸大道188号',
    parties: () => [holder('厉志平', '100.000')],
  },
  CANCELLED: {
    trade: firmTrade('餐饮管理'),
    founded: '2017-09-01',
    capital: 50,
    chief: '施美芳',
    address: '浙江省金华市金东区光南路75号',
    states: cancelled('CANCELLED', 50, 420),
  },
  RED: {
    trade: firmTrade('进出口'),
    founded: '2015-12-08',
    capital: 3000,
    chief: '龚晓峰',
    address: '浙江省义乌市商城大道1066号',
    parties: () => [holder('龚晓峰', '60.000'), holder('虞丽芳', '40.000')],
  },
  SHOP: {
    trade: { ...firmTrade('餐饮'), words: ['小吃店'], scope: '餐饮服务', licences: ['食品经营'], power: 700 },
    founded: '2019-03-15',
    capital: 5,
    chief: '陈根富',
    entityType: '个体工商户',
    address: '浙江省义乌市篁园路41号',
  },
  ASSOCIATION: {
    trade: tradeOf('ASSOCIATION'),
    founded: '2016-05-30',
    capital: 5,
    chief: '应国强',
    unit: '140',
    entityType: '社会团体',
    address: '浙江省金华市双龙南街801号',
  },
  VILLAGE: {
    trade: tradeOf('COLLECTIVE'),
    founded: '2018-08-16',
    capital: 268,
    chief: '陈永根',
    unit: '280',
    entityType: '农村集体经济组织',
    address: '浙江省金华市婺城区白龙桥镇上陈村1号',
  },
  COLLUDED: {
    trade: firmTrade('市政工程'),
    founded: '2016-10-10',
    capital: 6000,
    chief: '郑海波',
    address: '浙江省金华市金东区金瓯路399号',
    parties: () => [holder('郑海波', '100.000')],
  },
  BOSS_LISTED: {
    trade: firmTrade('塑料制品'),
    founded: '2018-01-22',
    capital: 500,
    chief: castMember('PERSON').name,
    address: '浙江省金华市金东区孝顺镇工业功能区12号',
    parties: (city) => [
      towards('SHAREHOLDER', 'PERSON', { share: '90.000' })(city),
      towards('CONTROLLER', 'PERSON', { share: '90.000' })(city),
    ],
  },
  HEAVY: {
    trade: tradeOf('SUPERMARKET'),
    founded: '2015-10-16',
    capital: 10_000,
    chief: '徐金荣',
    heavy: HEAVY_RECORDS,
    address: '浙江省金华市婺城区解放西路168号',
    parties: () => [holder('徐金荣', '55.000'), holder('胡秀珍', '45.000')],
  },
  RENAMED: {
    trade: firmTrade('电动工具'),
    founded: '2003-08-08',
    capital: 5000,
    chief: '胡天明',
    entityType: '其他股份有限公司(非上市)',
    address: '浙江省永康市总部大道77号',
    number: '330784399992131',
    states: renamed,
    parties: () => [holder('胡天明', '51.000'), holder('应彩云', '49.000')],
  },
  SUCCESSOR: {
    trade: firmTrade('大药房'),
    founded: '2023-07-03',
    capital: 300,
    chief: '金荣祥',
    address: '浙江省东阳市吴宁东路230号',
    parties: (city) => [holder('金荣祥', '100.000'), towards('PREDECESSOR', 'PREDECESSOR')(city)],
  },
  PREDECESSOR: {
    trade: firmTrade('大药房'),
    founded: '2017-05-11',
    capital: 10,
    chief: '金荣祥',
    entityType: '个体工商户',
    address: '浙江省东阳市吴宁东路230号',
    states: (_, founded) => [
      state('PREDECESSOR', founded, { capital: 10 * CENTS_PER_WAN }),
      state('PREDECESSOR', dayNo('2023-07-03'), {
        capital: 10 * CENTS_PER_WAN,
        status: 'CANCELLED',
        closedOn: dayNo('2023-07-03'),
      }),
    ],
    parties: (city) => [towards('SUCCESSOR', 'SUCCESSOR')(city), towards('CONVERTED_TO', 'SUCCESSOR')(city)],
  },
  NUMBER_ONLY: {
    trade: firmTrade('塑料制品'),
    founded: '1993-08-01',
    capital: 20,
    chief: '朱根法',
    entityType: '集体所有制',
    address: '浙江省金华市环城西路51号',
    states: (_, founded) => [
      state('NUMBER_ONLY', founded, { capital: 20 * CENTS_PER_WAN }),
      state('NUMBER_ONLY', dayNo('2013-11-12'), {
        capital: 20 * CENTS_PER_WAN,
        status: 'REVOKED',
        closedOn: dayNo('2013-11-12'),
      }),
    ],
  },
  BRANCH: {
    trade: firmTrade('精密机械'),
    founded: '2020-05-18',
    capital: null,
    chief: '金晓燕',
    entityType: '有限责任公司分公司',
    address: '浙江省义乌市稠州北路699号',
    parties: (city) => [towards('BRANCH_OF', 'CLEAN')(city)],
  },
}

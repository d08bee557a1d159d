import { type Dice, Wheel } from './dice.ts'
import type { Form } from './forms.ts'
import type { Kind } from './profile.ts'
import { brand, surname } from './words/people.ts'
import type { Place } from './words/places.ts'
import { FIRM_TRADES, tradeOf } from './words/trades.ts'

/** An invented village: 上陈村, 溪口村. */
export const villageName = (dice: Dice): string =>
  dice.chance(0.5)
    ? `${dice.pick([...'上下前后东西里外'])}${surname(dice)}村`
    : `${dice.pick([...'溪塘山岭湖泉桥'])}${dice.pick([...'口头下边前沿根'])}村`

interface Body {
  readonly prefix: string
  readonly trade: string
  readonly entityType: string
  readonly unit: string
  readonly position: string
  readonly capital?: number
  readonly name: (place: Place, dice: Dice, word: string) => string
}

const townOf = (place: Place, dice: Dice): string => dice.pick(place.towns)
const local = (place: Place, dice: Dice, word: string) =>
  `${place.name}${townOf(place, dice).replace(/(镇|乡|街道)$/, '')}${word}`
const branded = (place: Place, dice: Dice, word: string) => `${place.name}${brand(dice)}${word}`
const collective = (place: Place, dice: Dice, word: string) =>
  `${place.name}${townOf(place, dice)}${villageName(dice)}${word}`

const body = (spec: Body): Body => spec

export const HOSPITAL = body({
  prefix: '12',
  trade: 'HOSPITAL',
  entityType: '事业单位',
  unit: '701',
  position: '院长',
  capital: 3000,
  name: local,
})
const SCHOOL = body({
  prefix: '12',
  trade: 'SCHOOL',
  entityType: '事业单位',
  unit: '701',
  position: '校长',
  capital: 800,
  name: local,
})
const CENTRE = body({
  prefix: '12',
  trade: 'PUBLIC_UNIT',
  entityType: '事业单位',
  unit: '701',
  position: '主任',
  capital: 60,
  name: local,
})
const OFFICE = body({
  prefix: '11',
  trade: 'OFFICE',
  entityType: '机关',
  unit: '701',
  position: '负责人',
  name: local,
})
const ASSOCIATION = body({
  prefix: '51',
  trade: 'ASSOCIATION',
  entityType: '社会团体',
  unit: '140',
  position: '会长',
  capital: 5,
  name: (place, dice, word) => `${place.name}${dice.pick(FIRM_TRADES.spin(dice).words)}${word}`,
})
const CARE_HOME = body({
  prefix: '52',
  trade: 'CARE_HOME',
  entityType: '民办非企业单位',
  unit: '140',
  position: '理事长',
  capital: 10,
  name: branded,
})
const FUND = body({
  prefix: '53',
  trade: 'FUND',
  entityType: '基金会',
  unit: '140',
  position: '理事长',
  capital: 800,
  name: branded,
})
const LAW_OFFICE = body({
  prefix: '31',
  trade: 'LAW_OFFICE',
  entityType: '律师事务所',
  unit: '145',
  position: '主任',
  capital: 30,
  name: (_, dice, word) => `浙江${brand(dice)}${word}`,
})
const LABOUR_UNION = body({
  prefix: '81',
  trade: 'LABOUR_UNION',
  entityType: '基层工会',
  unit: '701',
  position: '工会主席',
  name: (place, dice, word) =>
    `${dice.pick(place.brands)}${brand(dice)}${dice.pick(FIRM_TRADES.spin(dice).words)}有限公司${word}`,
})
const VILLAGE = body({
  prefix: 'N2',
  trade: 'COLLECTIVE',
  entityType: '农村集体经济组织',
  unit: '280',
  position: '董事长',
  capital: 120,
  name: collective,
})
const VILLAGE_GROUP = body({
  prefix: 'N1',
  trade: 'COLLECTIVE',
  entityType: '农村集体经济组织',
  unit: '280',
  position: '负责人',
  name: (place, dice, word) =>
    `${place.name}${townOf(place, dice)}${villageName(dice)}第${dice.between(1, 9)}村民小组${word}`,
})
const LEGAL_SERVICE = body({
  prefix: '32',
  trade: 'LEGAL_SERVICE',
  entityType: '公共法律服务机构',
  unit: '145',
  position: '主任',
  name: branded,
})

/** Bodies that are no business, by kind. */
export const BODIES: Partial<Record<Kind, Wheel<Body>>> = {
  INSTITUTION: new Wheel([
    [HOSPITAL, 2],
    [SCHOOL, 4],
    [CENTRE, 4],
  ]),
  GOVERNMENT: new Wheel([[OFFICE, 1]]),
  SOCIAL_ORG: new Wheel([
    [ASSOCIATION, 6],
    [CARE_HOME, 5],
  ]),
  FOUNDATION: new Wheel([[FUND, 1]]),
  LAW_FIRM: new Wheel([[LAW_OFFICE, 1]]),
  UNION: new Wheel([[LABOUR_UNION, 1]]),
  VILLAGE_ORG: new Wheel([
    [VILLAGE, 19],
    [VILLAGE_GROUP, 1],
  ]),
  OTHER_ORG: new Wheel([[LEGAL_SERVICE, 1]]),
}

export function organisation(of: Body, place: Place, dice: Dice): Form {
  const trade = tradeOf(of.trade)
  return {
    prefix: of.prefix,
    trade,
    name: of.name(place, dice, dice.pick(trade.words)),
    entityType: of.entityType,
    capital: of.capital ? Math.max(3, Math.round(of.capital * Math.exp(dice.normal() * 0.7))) : null,
    unit: of.unit,
    position: of.position,
    rural: of === VILLAGE || of === VILLAGE_GROUP || dice.chance(0.3),
  }
}

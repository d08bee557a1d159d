import { BODIES, HOSPITAL, organisation } from './bodies.ts'
import { type Dice, Wheel } from './dice.ts'
import type { Kind } from './profile.ts'
import { brand, nickname } from './words/people.ts'
import type { Place } from './words/places.ts'
import { FARM_TRADES, FIRM_TRADES, SHOP_TRADES, type Trade, tradeOf } from './words/trades.ts'

/** How a subject of one kind is called and founded. */
export interface Form {
  /** Department and category of the code. */
  readonly prefix: string
  readonly trade: Trade
  readonly name: string
  readonly entityType: string
  /** Registered capital in 10,000 yuan; null where the form has none. */
  readonly capital: number | null
  /** Function code of the department that registers. */
  readonly unit: string
  readonly position: string
  readonly rural: boolean
}

const CAPITALS = [
  3, 10, 10, 20, 30, 50, 50, 50, 100, 100, 100, 200, 200, 300, 500, 500, 1000, 1000, 2000, 5000,
]
const LARGE_CAPITALS = [1000, 2000, 3000, 5000, 6000, 10_000, 20_000, 50_000]

const FIRM_TYPES = new Wheel([
  ['有限责任公司(自然人投资或控股)', 44],
  ['有限责任公司(自然人独资)', 34],
  ['个人独资企业', 7],
  ['有限合伙企业', 5],
  ['其他股份有限公司(非上市)', 3],
  ['有限责任公司(国有独资)', 2],
  ['有限责任公司(外国法人独资)', 2],
  ['有限责任公司(非自然人投资或控股的法人独资)', 3],
] as const)

const BRACKETED = 0.03

const placed = (place: Place, dice: Dice): string => dice.pick(place.brands)

function firmName(type: string, words: { place: Place; trade: Trade }, dice: Dice): string {
  const { place, trade } = words
  const own = brand(dice)
  if (type === '个人独资企业')
    return `${placed(place, dice)}${own}${dice.pick(['五金厂', '制品厂', '经营部', '加工厂', '服务部'])}`
  if (type === '有限合伙企业')
    return `${placed(place, dice)}${own}${dice.pick(['企业管理', '股权投资', '创业投资'])}合伙企业（有限合伙）`
  const ending = type.startsWith('其他股份') ? '股份有限公司' : '有限公司'
  if (dice.chance(BRACKETED)) return `${own}（${placed(place, dice)}）${dice.pick(trade.words)}${ending}`
  return `${placed(place, dice)}${own}${dice.pick(trade.words)}${ending}`
}

/** A name of the kind a firm of this place and trade has. */
export function firm(place: Place, dice: Dice, trade = FIRM_TRADES.spin(dice)): Form {
  const type = FIRM_TYPES.spin(dice)
  const partnership = type === '有限合伙企业'
  return {
    prefix: '91',
    trade,
    name: firmName(type, { place, trade }, dice),
    entityType: type,
    capital: dice.pick(type.startsWith('其他股份') || partnership ? LARGE_CAPITALS : CAPITALS),
    unit: '660',
    position: partnership
      ? '执行事务合伙人'
      : dice.pick(['执行董事兼总经理', '执行董事', '董事长', '总经理']),
    rural: dice.chance(0.3),
  }
}

function shop(place: Place, dice: Dice): Form {
  const trade = SHOP_TRADES.spin(dice)
  const name = `${place.name}${nickname(dice)}${dice.pick(trade.words)}`
  return {
    prefix: '92',
    trade,
    name: dice.chance(0.06) ? `${name}（个体工商户）` : name,
    entityType: '个体工商户',
    capital: dice.chance(0.6) ? dice.pick([1, 2, 3, 5, 5, 10, 20, 50]) : null,
    unit: '660',
    position: '经营者',
    rural: dice.chance(0.4),
  }
}

function cooperative(place: Place, dice: Dice): Form {
  const trade = FARM_TRADES.spin(dice)
  return {
    prefix: '93',
    trade,
    name: `${place.name}${brand(dice)}${dice.pick(trade.words)}专业合作社`,
    entityType: '农民专业合作社',
    capital: dice.pick([20, 50, 80, 100, 100, 200, 500]),
    unit: '660',
    position: '理事长',
    rural: true,
  }
}

/** Name, trade, type and capital of a subject of a kind. */
export function formOf(kind: Kind, place: Place, dice: Dice): Form {
  if (kind === 'ENTERPRISE') return firm(place, dice)
  if (kind === 'INDIVIDUAL_BUSINESS') return shop(place, dice)
  if (kind === 'COOPERATIVE') return cooperative(place, dice)
  const bodies = BODIES[kind]
  if (!bodies) throw new RangeError(`no form for ${kind}`)
  return organisation(bodies.spin(dice), place, dice)
}

/** One of the few subjects with thousands of records: a hospital or a chain of supermarkets. */
export const heavyForm = (place: Place, dice: Dice): Form =>
  dice.chance(0.5) ? organisation(HOSPITAL, place, dice) : firm(place, dice, tradeOf('SUPERMARKET'))

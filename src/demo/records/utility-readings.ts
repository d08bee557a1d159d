import type { FactRow } from '../../graph/index.ts'
import { UtilityReading } from '../../utility-signal/index.ts'
import { dayNo, dayText, monthsAfter } from '../days.ts'
import type { Desk } from '../desk.ts'
import { mixed } from '../dice.ts'
import type { Fate } from '../fate.ts'
import { departmentOf } from '../words/departments.ts'

type Row = FactRow<typeof UtilityReading.fact>

interface Meter {
  readonly utility: Row['utility']
  readonly unit: 'kWh' | 'm3'
  readonly by: string
  readonly typical: number
  readonly account: string
  readonly basis: NonNullable<Row['linkBasis']>
  readonly confidence: string
  /** Nothing is used any more from this many months before today. */
  readonly idleMonths: number
}

/** Use by month of the year; the spring festival and the summer show. */
const SEASON = [0.95, 0.62, 0.96, 0.98, 1, 1.08, 1.25, 1.27, 1.1, 0.98, 1, 1.04]
const MONTHS = 24

function meterOf(desk: Desk, utility: Meter['utility'], nth: number): Meter {
  const { profile, dice, city } = desk
  const factor = utility === 'ELECTRICITY' ? 1 : utility === 'WATER' ? 0.012 : 0.006
  const basis = dice.chance(0.7) ? 'CONTRACT' : dice.chance(0.5) ? 'ADDRESS' : 'NAME'
  return {
    utility,
    unit: utility === 'ELECTRICITY' ? 'kWh' : 'm3',
    by: utility === 'ELECTRICITY' ? '801' : utility === 'WATER' ? '802' : '803',
    typical: profile.trade.power * factor * Math.exp(dice.normal() * 0.8),
    account: [21, 22]
      .map((salt) => mixed(city.seed, profile.ordinal, nth, salt).toString(16).padStart(8, '0'))
      .join(''),
    basis,
    confidence: basis === 'CONTRACT' ? '1.000' : `0.${dice.between(72, 97)}0`,
    idleMonths: dice.chance(0.06) ? dice.between(3, 9) : 0,
  }
}

export function writeReadings(
  desk: Desk,
  utility: Meter['utility'],
  of: { nth: number; months: number },
): void {
  const { city, dice } = desk
  const meter = meterOf(desk, utility, of.nth)
  const thisMonth = dayNo(`${dayText(city.today).slice(0, 7)}-01`)
  for (let back = of.months; back >= 1; back -= 1) {
    const month = monthsAfter(thisMonth, -back)
    const read = monthsAfter(month, 1)
    if (month < desk.firstDay(40) || read >= city.today) continue
    const season = SEASON[Number(dayText(month).slice(5, 7)) - 1] ?? 1
    const used = back <= meter.idleMonths ? 0.01 : season * Math.exp(dice.normal() * 0.12)
    desk.write(
      UtilityReading,
      {
        on: read,
        from: month,
        to: read,
        by: departmentOf({ office: '330700' }, meter.by),
        visibility: 'GOV_SHARED',
      },
      {
        utility,
        period: dayText(month).slice(0, 7),
        quantity: (meter.typical * used).toFixed(3),
        unit: meter.unit,
        estimated: dice.chance(0.02),
        account: meter.account,
        linkBasis: meter.basis,
        linkConfidence: meter.confidence,
      },
    )
  }
}

/** Shares of the thousands of readings of a heavy subject: most for electricity. */
const HEAVY_SHARE = 0.3
const HEAVY_MONTHS = 72

export function utilityReadings(desk: Desk, fate: Fate): void {
  const { profile } = desk
  if (profile.heavy > 0) {
    const accounts = Math.max(3, Math.round((profile.heavy * HEAVY_SHARE) / HEAVY_MONTHS))
    for (let nth = 0; nth < accounts; nth += 1) {
      const utility = nth % 4 === 1 ? 'WATER' : nth % 4 === 3 ? 'GAS' : 'ELECTRICITY'
      writeReadings(desk, utility, { nth: nth + desk.part * 1_000, months: HEAVY_MONTHS })
    }
    return
  }
  if (!fate.metered) return
  writeReadings(desk, 'ELECTRICITY', { nth: 0, months: MONTHS })
  if (desk.dice.chance(0.25)) writeReadings(desk, 'WATER', { nth: 1, months: MONTHS / 2 })
}

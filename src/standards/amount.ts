import { withoutBlanks } from './blanks.ts'
import { isAbsent } from './legal-day.ts'

/** Why a text gives no amount: nothing was meant (ABSENT), or it cannot be read without guessing. */
export type AmountFault = 'ABSENT' | 'UNREADABLE'

/** `cents` = hundredths of one unit of `currency`, whatever subunit that currency has. */
export type Capital = { cents: bigint | null; currency: string | null; fault: AmountFault | null }

const INT8_MAX = 9_223_372_036_854_775_807n
/** No amount needs more; keeps a hostile text from costing time. */
const LONGEST = 64
const DIGITS = '(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?'
const CAPITAL = new RegExp(`^([^\\d(),.]*)${DIGITS}\\(?(亿|千万|百万|万|千)?([^\\d(),.]*)\\)?$`)
const WAN_YUAN = new RegExp(`^${DIGITS}(?:万元?)?$`)

/** Chinese unit → power of ten. */
const UNITS: Readonly<Record<string, number>> = { 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3 }

/** Names of currencies as registers write them → ISO 4217. 元 alone is the renminbi. */
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CNY: '元 圆 人民币 人民币元 元人民币 元整 人民币元整 RMB',
    USD: '美元 美金 美圆 元美元 美币',
    HKD: '港元 港币 港圆 香港元 香港币 元港币',
    EUR: '欧元 欧洲元 欧',
    JPY: '日元 日圆 日币',
    GBP: '英镑',
    CHF: '瑞士法郎',
    CAD: '加元 加拿大元 加币',
    AUD: '澳元 澳大利亚元',
    NZD: '新西兰元',
    SGD: '新加坡元 新元 新加坡币',
    KRW: '韩元 韩圆 韩国元',
    MOP: '澳门元 澳门币',
    TWD: '新台币 台币 台湾元',
    SEK: '瑞典克朗',
    DKK: '丹麦克朗',
    NOK: '挪威克朗',
    MYR: '马来西亚林吉特 林吉特',
    THB: '泰铢',
    RUB: '卢布 俄罗斯卢布',
    DEM: '德国马克 马克',
  }).flatMap(([iso, names]) => [iso, ...names.split(' ')].map((name) => [name, iso] as const)),
)

/**
 * `whole`.`fraction` times ten to the `power`, or null when a part is left over or the result does not fit
 * an int8. Exact: digits are moved, never multiplied as floating point.
 */
function shifted(whole: string, fraction: string, power: number): bigint | null {
  if (fraction.length > power && /[1-9]/.test(fraction.slice(power))) return null
  const kept = fraction.slice(0, power).padEnd(power, '0')
  const amount = BigInt(whole.replaceAll(',', '') + kept)
  return amount > INT8_MAX ? null : amount
}

/**
 * The currency named before and after the number: null when none is, undefined when a name is unknown or the
 * two disagree. `美元100万元` agrees, since 元 there is only the unit.
 */
function currencyOf(before: string, after: string): string | null | undefined {
  if (before === '') return after === '' ? null : CURRENCIES.get(after.toUpperCase())
  const named = CURRENCIES.get(before.toUpperCase())
  return after === '' || after === '元' || CURRENCIES.get(after.toUpperCase()) === named ? named : undefined
}

const ABSENT: Capital = { cents: null, currency: null, fault: 'ABSENT' }
const UNREADABLE: Capital = { cents: null, currency: null, fault: 'UNREADABLE' }

/**
 * Registered capital (注册资金) as registers export it: a number, then unit and currency with or without
 * brackets. `currency` is ISO 4217, null when the text names none (`'540(万)'`); it is never assumed.
 * UNREADABLE when neither unit nor currency is given (`'180()'` could be 元 or 万元), when a currency is
 * unknown, when less than a cent is left over, and beyond an int8. Zero is an amount.
 * Source: column 注册资金 of the register's public extract; no standard fixes its form.
 * Example: `'2,000(万元人民币)'` → `{ cents: 2_000_000_000n, currency: 'CNY', fault: null }`.
 */
export function parseCapital(raw: string): Capital {
  if (raw.length > LONGEST) return UNREADABLE
  const match = CAPITAL.exec(withoutBlanks(raw))
  if (match === null) return isAbsent(raw) ? ABSENT : UNREADABLE
  const [, before = '', whole = '', fraction = '', unit = '', after = ''] = match
  if (unit === '' && before === '' && after === '') return UNREADABLE
  const currency = currencyOf(before, after)
  const cents = currency === undefined ? null : shifted(whole, fraction, 2 + (UNITS[unit] ?? 0))
  return currency === undefined || cents === null ? UNREADABLE : { cents, currency, fault: null }
}

/**
 * An amount column of the 双公示 templates (CF_NR_FK, CF_NR_WFFF): 万元 with at most 6 decimals, so that the
 * last decimal is one cent. `cents` = renminbi 分. Written nothings (`——`, `/`, `无`, empty) are ABSENT and give
 * null, never 0. UNREADABLE: a sign, another unit, less than a cent, beyond an int8.
 * Source: the nationwide 双公示 template, columns of type dec(18,6).
 * Example: `'0.050001'` → `{ cents: 50_001n, fault: null }`.
 */
export function parseWanYuan(raw: string): { cents: bigint | null; fault: AmountFault | null } {
  if (raw.length > LONGEST) return { cents: null, fault: 'UNREADABLE' }
  if (isAbsent(raw)) return { cents: null, fault: 'ABSENT' }
  const match = WAN_YUAN.exec(withoutBlanks(raw))
  const cents = match === null ? null : shifted(match[1] ?? '', match[2] ?? '', 6)
  return { cents, fault: cents === null ? 'UNREADABLE' : null }
}

import {
  orgCodeCheckCharacter,
  registrationNumberCheckDigit,
  residentIdCheckCharacter,
  usccCheckCharacter,
} from '../standards/index.ts'
import { dayText } from './days.ts'
import { mixed } from './dice.ts'

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const BASE = SIGNS.length
/** Bodies MAF… to MAW… of nobody yet; MAX… is kept for the cast. */
const FIRST_MODERN = 15 * BASE ** 5
const MODERN_STEP = 40
/** Bodies of digits beginning with 9, which the old registers did not give. */
const FIRST_OLD = 90_000_000
export const SUBJECTS_MAX = 10_000_000

function inBase31(value: number): string {
  let text = ''
  for (let rest = value; text.length < 6; rest = Math.floor(rest / BASE))
    text = SIGNS.charAt(rest % BASE) + text
  return text
}

/** A USCC of department and category, division and the 8 characters of an organisation code, with both checks. */
export function usccOf(prefix: string, division: string, body: string): string {
  const first17 = `${prefix}${division}${body}${orgCodeCheckCharacter(body)}`
  return first17 + usccCheckCharacter(first17)
}

/** The body of an organisation code: one per ordinal, growing with it as real ones do; MA… since October 2015. */
export function orgBody(seed: number, ordinal: number, modern: boolean): string {
  if (modern)
    return `MA${inBase31(FIRST_MODERN + ordinal * MODERN_STEP + (mixed(seed, ordinal, 11) % MODERN_STEP))}`
  return String(FIRST_OLD + ((ordinal + mixed(seed, 12)) % SUBJECTS_MAX))
}

/** An old registration number (工商注册号): 0–3 domestic enterprise, 6–9 individual business. */
export function registrationNumber(
  division: string,
  ordinal: number,
  of: { seed: number; individual: boolean },
): string {
  const sequence = (of.individual ? 60_000_000 : 0) + ordinal * 3 + 1 + (mixed(of.seed, ordinal, 13) % 3)
  const first14 = division + String(sequence).padStart(8, '0')
  return first14 + registrationNumberCheckDigit(first14)
}

const BIRTH_DAYS = 15_000
/** 1955-01-01; the last birth day is in 1996. */
const FIRST_BIRTH_DAY = -5_479

/** An invented resident identity number, one per person; it is hashed at once and never stored. */
export function residentNumber(seed: number, person: number, division: string): string {
  const born = FIRST_BIRTH_DAY + ((person * 7_919 + (mixed(seed, 14) % BIRTH_DAYS)) % BIRTH_DAYS)
  const sequence = String((Math.floor(person / BIRTH_DAYS) * 7 + 1) % 1000).padStart(3, '0')
  const first17 = division + dayText(born).replaceAll('-', '') + sequence
  return first17 + residentIdCheckCharacter(first17)
}

/** The keyed hash in the key of a natural person: what is kept of the number. */
export const hashIn = (personKey: string): string => personKey.slice('P-'.length)

/** A deterministic id of the shape of UUIDv7: `ms` of the instant, then ordinal and number of the row. */
export function rowIdOf(ms: number, of: { seed: number; ordinal: number; nth: number }): string {
  const time = ms.toString(16).padStart(12, '0')
  const noise = mixed(of.seed, of.ordinal, of.nth, 15)
  const a = (noise & 0xfff).toString(16).padStart(3, '0')
  const b = (0x8000 | ((noise >>> 12) & 0x3fff)).toString(16)
  const unique = of.ordinal.toString(16).padStart(6, '0') + of.nth.toString(16).padStart(6, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${unique}`
}

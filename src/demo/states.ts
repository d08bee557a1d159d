import type { City } from './city.ts'
import type { DayNo } from './days.ts'
import { type Dice, Wheel } from './dice.ts'
import type { Form } from './forms.ts'
import type { State, Status } from './profile.ts'
import type { Role } from './street.ts'
import { brand } from './words/people.ts'
import type { Place } from './words/places.ts'

const MARKET_STATUS = new Wheel<Status>([
  ['ACTIVE', 82],
  ['CANCELLED', 10.6],
  ['REVOKED', 5],
  ['SUSPENDED', 0.7],
  ['MOVED_OUT', 0.6],
  ['LIQUIDATING', 0.5],
  ['WITHDRAWN', 0.4],
])
const BODY_STATUS = new Wheel<Status>([
  ['ACTIVE', 93],
  ['CANCELLED', 6.5],
  ['WITHDRAWN', 0.5],
])

/** States that end a subject; a suspended or liquidating one is not closed. */
const CLOSING: ReadonlySet<Status> = new Set(['CANCELLED', 'REVOKED', 'MOVED_OUT', 'WITHDRAWN'])
const RENAMED_SHARE = 0.055
const CENTS_PER_WAN = 1_000_000
/** Days a subject has at least before its state changes. */
const SETTLED_DAYS = 60

interface Founded {
  readonly city: City
  readonly role: Role
  readonly form: Form
  readonly place: Place
  readonly establishedOn: DayNo
}

const cents = (capital: number | null): number | null => (capital === null ? null : capital * CENTS_PER_WAN)

const laterDay = (from: DayNo, to: DayNo, dice: Dice): DayNo | null =>
  to - from < SETTLED_DAYS * 2 ? null : from + SETTLED_DAYS + dice.below(to - from - SETTLED_DAYS)

function statusFor({ role, form }: Founded, dice: Dice): Status {
  if (role.heavy || role.link?.kind === 'BRANCH') return 'ACTIVE'
  if (role.ended) return 'CANCELLED'
  if (role.link) return 'ACTIVE'
  return (form.prefix.startsWith('9') ? MARKET_STATUS : BODY_STATUS).spin(dice)
}

function formerName({ form, place }: Founded, dice: Dice): string {
  const word = dice.pick(form.trade.words)
  if (form.prefix === '92') return `${place.name}${brand(dice)}${word}`
  return `${dice.pick(place.brands)}${brand(dice)}${dice.pick(['', '工贸', '实业', '商贸'])}${word}有限公司`
}

/** The states of a registration: perhaps a former name with less capital, the active years, perhaps an end. */
export function statesOf(founded: Founded, dice: Dice): readonly [State, ...State[]] {
  const { city, form, establishedOn } = founded
  const status = statusFor(founded, dice)
  const recent = Math.max(establishedOn, city.today - 9 * 365)
  const ends = status === 'ACTIVE' ? null : laterDay(recent, city.today - 5, dice)
  const renamable = ['91', '92', '93'].includes(form.prefix) && !founded.role.link && !founded.role.heavy
  const renamed =
    renamable && dice.chance(RENAMED_SHARE) ? laterDay(establishedOn, ends ?? city.today - 5, dice) : null
  const capital = cents(form.capital)
  const active: State = {
    from: renamed ?? establishedOn,
    name: form.name,
    status: 'ACTIVE',
    capital,
    closedOn: null,
  }
  const states: State[] = [active]
  if (renamed !== null) {
    const smaller =
      capital === null ? null : Math.max(CENTS_PER_WAN, Math.round(capital / dice.pick([1, 2, 2, 5, 10])))
    states.unshift({ ...active, from: establishedOn, name: formerName(founded, dice), capital: smaller })
  }
  if (ends !== null)
    states.push({ ...active, from: ends, status, closedOn: CLOSING.has(status) ? ends : null })
  return states as [State, ...State[]]
}

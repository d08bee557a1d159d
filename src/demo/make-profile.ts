import { subjectKindOf } from '../standards/index.ts'
import { personKeyOf } from '../subject/index.ts'
import { villageName } from './bodies.ts'
import { hashIn, orgBody, registrationNumber, residentNumber, usccOf } from './codes.ts'
import { type DayNo, dayNo } from './days.ts'
import { Dice, Wheel } from './dice.ts'
import { type Form, firm, formOf, heavyForm } from './forms.ts'
import { partiesOf } from './parties.ts'
import { presentState, type Profile } from './profile.ts'
import { statesOf } from './states.ts'
import { type Role, STREET_SUBJECTS, type Street } from './street.ts'
import { departmentOf } from './words/departments.ts'
import { personName } from './words/people.ts'
import { ABOLISHED_PLACES, HOME_SHARES, type Place } from './words/places.ts'
import { tradeOf } from './words/trades.ts'

const HOMES = new Wheel(HOME_SHARES)
/** Codes are given in place of registration numbers from this day on (三证合一). */
const CODES_SINCE = dayNo('2015-10-01')
const FIRST_FOUNDING = dayNo('1985-01-01')
/** Of the subjects of before 2014. */
const ABOLISHED_SHARE = 0.018
/** Of the ended subjects with a registration number. */
const NUMBER_ONLY_SHARE = 0.04

interface Base {
  readonly ordinal: number
  readonly place: Place
  readonly form: Form
  readonly establishedOn: DayNo
  readonly role: Role
}

function foundingDay(street: Street, role: Role, dice: Dice): DayNo {
  const span = street.city.today - 40 - FIRST_FOUNDING
  const share = dice.fraction() ** 0.38
  const day = FIRST_FOUNDING + Math.floor(span * share)
  if (role.link === null) return day
  const other = street.profile(role.link.to)
  const after = presentState(other).closedOn ?? other.establishedOn ?? day
  return Math.min(Math.max(day, after), street.city.today - 10)
}

function placeFor(establishedOn: DayNo, dice: Dice): Place {
  if (establishedOn < dayNo('2014-01-01') && dice.chance(ABOLISHED_SHARE)) return dice.pick(ABOLISHED_PLACES)
  return HOMES.spin(dice)
}

const branchForm = (head: Profile, place: Place, dice: Dice): Form => ({
  ...firm(place, dice, head.trade),
  name: `${presentState(head).name}${place.name.replace(/[市区县]$/, '')}分公司`,
  entityType: '有限责任公司分公司',
  capital: null,
  position: '负责人',
})

function formFor(street: Street, role: Role, place: Place, dice: Dice): Form {
  if (role.heavy) return heavyForm(place, dice)
  if (role.link?.kind === 'BRANCH') return branchForm(street.profile(role.link.to), place, dice)
  return formOf(role.kind, place, dice)
}

function addressOf(place: Place, rural: boolean, dice: Dice): string {
  if (rural) return `${place.full}${dice.pick(place.towns)}${villageName(dice)}${dice.between(1, 400)}号`
  const house = `${place.full}${dice.pick(place.streets)}${dice.between(1, 1999)}号`
  const room = dice.below(3)
  if (room === 0) return house
  return room === 1
    ? `${house}${dice.between(1, 30)}幢${dice.between(1, 28)}${String(dice.between(1, 12)).padStart(2, '0')}室`
    : `${house}一楼`
}

type Key = Pick<Profile, 'key' | 'uscc' | 'rawCode' | 'codeStatus' | 'numbers'>

/** Old subjects have a registration number beside the code; a few that ended before 2015 have nothing else. */
function keyOf(seed: number, base: Base, ended: boolean, dice: Dice): Key {
  const { ordinal, place, form, establishedOn } = base
  const old = establishedOn < CODES_SINCE
  const uscc = usccOf(form.prefix, place.code, orgBody(seed, ordinal, !old))
  const registered = old && form.prefix.startsWith('9') && dice.chance(0.6)
  if (!registered) {
    const certificate = form.prefix === '12' ? `133${String(ordinal).padStart(9, '0')}` : null
    const numbers = certificate ? [{ kind: 'INSTITUTION_CERT', value: certificate, to: null } as const] : []
    return { key: uscc, uscc, rawCode: uscc, codeStatus: 'VALID', numbers }
  }
  const number = registrationNumber(place.code, ordinal, { seed, individual: form.prefix === '92' })
  const numbered = { kind: 'REG_NO', value: number } as const
  if (ended && dice.chance(NUMBER_ONLY_SHARE))
    return {
      key: `R-${number}`,
      uscc: null,
      rawCode: number,
      codeStatus: 'ABSENT',
      numbers: [{ ...numbered, to: null }],
    }
  const until = CODES_SINCE + dice.below(800)
  const taxed = dice.chance(0.3)
    ? [{ kind: 'TAX_NO', value: `${place.code}${uscc.slice(8, 17)}`, to: until } as const]
    : []
  return {
    key: uscc,
    uscc,
    rawCode: uscc,
    codeStatus: 'VALID',
    numbers: [{ ...numbered, to: until }, ...taxed],
  }
}

function personProfile(street: Street, ordinal: number, dice: Dice): Profile {
  const { seed, personSecret } = street.city
  const place = HOMES.spin(dice)
  const key = personKeyOf(personSecret, 'RESIDENT_ID', residentNumber(seed, street.number, place.code))
  return {
    ordinal,
    key,
    uscc: null,
    rawCode: null,
    codeStatus: 'ABSENT',
    kind: 'NATURAL_PERSON',
    trade: tradeOf('NOTHING'),
    place,
    division: place.code,
    establishedOn: null,
    states: [
      { from: FIRST_FOUNDING, name: personName(dice), status: 'ACTIVE', capital: null, closedOn: null },
    ],
    entityType: '自然人',
    authority: null,
    source: departmentOf(place, '120').code,
    legalRepresentative: null,
    currency: null,
    scope: null,
    address: null,
    numbers: [{ kind: 'RESIDENT_ID', value: hashIn(key), to: null }],
    parties: [],
    heavy: 0,
  }
}

const heavyRecords = (dice: Dice): number =>
  Math.min(10_000, Math.round(1_000 * Math.exp(Math.abs(dice.normal()) * 0.9)))

function organisationProfile(street: Street, ordinal: number, role: Role, dice: Dice): Profile {
  const { seed } = street.city
  const establishedOn = foundingDay(street, role, dice)
  const place = placeFor(establishedOn, dice)
  const form = formFor(street, role, place, dice)
  const states = statesOf({ city: street.city, role, form, place, establishedOn }, dice)
  const closed = states.at(-1)?.closedOn ?? null
  const ended = closed !== null && role.link === null && !role.ended
  const person = role.led ? street.profile(0) : null
  const chief = person ? presentState(person).name : personName(dice)
  const foreign = form.entityType.includes('外国') && dice.chance(0.5)
  const key = keyOf(seed, { ordinal, place, form, establishedOn, role }, ended, dice)
  return {
    ordinal,
    ...key,
    kind: subjectKindOf(key.uscc ?? form.prefix),
    trade: form.trade,
    place,
    division: place.code,
    establishedOn,
    states,
    entityType: form.entityType,
    authority: form.unit === '701' ? `${place.name}机构编制委员会办公室` : departmentName(place, form.unit),
    source: departmentOf(place, form.unit).code,
    legalRepresentative: chief,
    currency: form.capital === null ? null : foreign ? 'USD' : 'CNY',
    scope: form.trade.scope,
    address: addressOf(place, form.rural, dice),
    parties: partiesOf({ street, role, form, establishedOn, chief, person }, dice),
    heavy: role.heavy ? heavyRecords(dice) : 0,
  }
}

const departmentName = (place: Place, unit: string): string =>
  departmentOf({ office: '330700' }, unit).name.replace('金华市', place.name)

/** Everything about the subject at a place of its street, the same whenever it is asked for. */
export function makeProfile(street: Street, at: number, role: Role): Profile {
  const ordinal = street.number * STREET_SUBJECTS + at
  const dice = new Dice(street.city.seed, ordinal, 2)
  return role.kind === 'NATURAL_PERSON'
    ? personProfile(street, ordinal, dice)
    : organisationProfile(street, ordinal, role, dice)
}

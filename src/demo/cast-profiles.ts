import { subjectKindOf } from '../standards/index.ts'
import { CAST, type CastId, castMember } from './cast.ts'
import { CENTS_PER_WAN, castKey, LIVES, state } from './cast-lives.ts'
import type { City } from './city.ts'
import { hashIn } from './codes.ts'
import { dayNo } from './days.ts'
import type { Party, Profile } from './profile.ts'
import { departmentOf } from './words/departments.ts'
import { placeOf } from './words/places.ts'
import { tradeOf } from './words/trades.ts'

const LIMITED = '有限责任公司(自然人投资或控股)'

function personOf(city: City, ordinal: number): Profile {
  const key = castKey('PERSON', city.personSecret)
  const place = placeOf('330703')
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
    states: [state('PERSON', dayNo('2015-01-01'))],
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

const divisionIn = (code: string): string => (code.length === 15 ? code.slice(0, 6) : code.slice(2, 8))

function organisationOf(city: City, ordinal: number, id: Exclude<CastId, 'PERSON'>): Profile {
  const life = LIVES[id]
  const { code } = castMember(id)
  const key = castKey(id, city.personSecret)
  const numberOnly = key !== code
  const place = placeOf(divisionIn(code))
  const founded = dayNo(life.founded)
  const unit = life.unit ?? '660'
  const capital = life.capital === null ? null : life.capital * CENTS_PER_WAN
  const chief: Party = {
    relation: 'LEGAL_REP',
    name: life.chief,
    isPerson: true,
    from: founded,
    key: id === 'BOSS_LISTED' ? castKey('PERSON', city.personSecret) : null,
    position: code.startsWith('92') ? '经营者' : code.startsWith('91') ? '执行董事兼总经理' : '负责人',
  }
  return {
    ordinal,
    key,
    uscc: numberOnly ? null : code,
    rawCode: code,
    codeStatus: numberOnly ? 'ABSENT' : 'VALID',
    kind: numberOnly ? 'ENTERPRISE' : subjectKindOf(code),
    trade: life.trade,
    place,
    division: place.code,
    establishedOn: founded,
    states: life.states?.(city, founded) ?? [state(id, founded, { capital })],
    entityType: life.entityType ?? LIMITED,
    authority: departmentOf({ office: '330700' }, unit).name.replace('金华市', place.name),
    source: departmentOf(place, unit).code,
    legalRepresentative: life.chief,
    currency: capital === null ? null : 'CNY',
    scope: life.trade.scope,
    address: life.address,
    numbers: numberOnly
      ? [{ kind: 'REG_NO', value: code, to: null }]
      : life.number
        ? [{ kind: 'REG_NO', value: life.number, to: dayNo('2016-08-30') }]
        : [],
    parties: [chief, ...(life.parties?.(city) ?? [])],
    heavy: life.heavy ?? 0,
  }
}

export const isCast = (ordinal: number): boolean => ordinal < CAST.length

/** The profile of a member: the same in every city with the same today. */
export function castProfile(city: City, ordinal: number): Profile {
  const id = CAST[ordinal]?.id
  if (!id) throw new RangeError(`no cast at ${ordinal}`)
  return id === 'PERSON' ? personOf(city, ordinal) : organisationOf(city, ordinal, id)
}

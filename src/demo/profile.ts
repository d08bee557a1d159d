import type { FactRow } from '../graph/index.ts'
import type { Identifier, RelatedParty, Subject } from '../subject/index.ts'
import type { DayNo } from './days.ts'
import type { Place } from './words/places.ts'
import type { Trade } from './words/trades.ts'

type SubjectFact = FactRow<typeof Subject>
export type Kind = SubjectFact['kind']
export type Status = SubjectFact['status']
export type Relation = FactRow<typeof RelatedParty>['relation']
export type NumberKind = FactRow<typeof Identifier>['identifierKind']

/** One state of a registration, from its first day to the next state's. */
export interface State {
  readonly from: DayNo
  readonly name: string
  readonly status: Status
  /** Cents, or null where the form has no capital. */
  readonly capital: number | null
  readonly closedOn: DayNo | null
}

export interface Party {
  readonly relation: Relation
  readonly name: string
  readonly isPerson: boolean
  readonly key: string | null
  readonly share?: string
  readonly position?: string
  readonly from?: DayNo
  readonly to?: DayNo
}

/** Everything about one subject but its records. */
export interface Profile {
  readonly ordinal: number
  readonly key: string
  readonly uscc: string | null
  readonly rawCode: string | null
  readonly codeStatus: SubjectFact['codeStatus']
  readonly kind: Kind
  readonly trade: Trade
  readonly place: Place
  readonly division: string
  readonly establishedOn: DayNo | null
  /** Oldest first; the last is the present one. */
  readonly states: readonly [State, ...State[]]
  readonly entityType: string | null
  readonly authority: string | null
  readonly source: string
  readonly legalRepresentative: string | null
  readonly currency: string | null
  readonly scope: string | null
  readonly address: string | null
  readonly numbers: readonly {
    readonly kind: NumberKind
    readonly value: string
    readonly to: DayNo | null
  }[]
  readonly parties: readonly Party[]
  /** Records it is to have if it is one of the few with thousands; else 0. */
  readonly heavy: number
}

export const presentState = (profile: Pick<Profile, 'states'>): State =>
  profile.states.at(-1) ?? profile.states[0]

export const isPerson = (profile: Profile): boolean => profile.kind === 'NATURAL_PERSON'
export const isFirm = (profile: Profile): boolean => profile.kind === 'ENTERPRISE'

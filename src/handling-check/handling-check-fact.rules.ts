import { effectiveOnDay } from '../record/index.ts'

/** A listing or a decision event as the check reads it. */
export interface HeldFact {
  readonly trigger: 'LISTING' | 'DECISION_EVENT'
  readonly subjectKey: string
  readonly rowId: string
  readonly version: number
  /** List code, or kind of decision event. */
  readonly code: string
  /** Colour written on the listing; null for an event. */
  readonly colour: string | null
  readonly listingStatus: string | null
  readonly status: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly effectEndedOn: string | null
  readonly documentNo: string | null
  readonly authority: string | null
}

export interface SubjectFacts {
  readonly key: string
  readonly version: number
  readonly uscc: string | null
  readonly name: string
  readonly kind: string
  readonly status: string
  readonly closedOn: string | null
  readonly legalRepresentative: string | null
}

/** A person or firm behind the subject whom the matter asks for; `key` null where the register does not know whom. */
export interface RelatedFacts {
  readonly rowId: string | null
  readonly version: number | null
  readonly role: 'LEGAL_REP' | 'CONTROLLER'
  readonly relation: string
  readonly name: string | null
  readonly key: string | null
  readonly held: readonly HeldFact[]
}

/** The same subject under an earlier or a later code. */
export interface KinFacts {
  readonly relation: 'PREDECESSOR' | 'SUCCESSOR'
  readonly key: string
  readonly held: readonly HeldFact[]
}

/** Everything the register holds on one subject that a check looks at. */
export interface KnownSubject {
  readonly subject: SubjectFacts
  readonly held: readonly HeldFact[]
  readonly kin: readonly KinFacts[]
  readonly related: readonly RelatedFacts[]
}

/**
 * Whether a listing or event counts on a day: decided (EFFECTIVE), neither repaired nor revoked nor corrected,
 * begun, and not ended — on its last day it counts, on the day named as the end no longer.
 * Source: DOMAIN §2.3 step 2.
 */
export const countsOn = (fact: HeldFact, day: string): boolean =>
  fact.status === 'ACTIVE' &&
  (fact.listingStatus === null || fact.listingStatus === 'EFFECTIVE') &&
  effectiveOnDay(fact, day)

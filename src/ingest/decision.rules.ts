import type { Cell } from '../kernel/copy.ts'
import { parseLicenceKinds, parsePenaltyKinds } from '../standards/index.ts'
import { dayAfter, DecisionReading, type Party, type PublicityKnowledge } from './double-publicity.rules.ts'
import {
  LICENCE_COLUMNS,
  type LicenceColumn,
  PENALTY_COLUMNS,
  type PenaltyColumn,
} from './double-publicity.template.ts'
import type { RowFinding } from './row-codes.ts'

/** A decision read from a row; `columns` are those of its table, without what only the base register knows. */
export interface ReadDecision {
  readonly party: Party | null
  /** Authority and document number; with the subject they are the natural key of a decision. */
  readonly sourceKey: string | null
  readonly columns: Readonly<Record<string, Cell>> | null
  readonly findings: RowFinding[]
}

const finished = (
  reading: { readonly findings: RowFinding[]; readonly isRejected: boolean },
  party: Party | null,
  sourceKey: string | null,
  columns: Readonly<Record<string, Cell>>,
): ReadDecision =>
  reading.isRejected || party === null || sourceKey === null
    ? { party: null, sourceKey: null, columns: null, findings: reading.findings }
    : { party, sourceKey, columns, findings: reading.findings }

const sourceKeyOf = (authority: string | null, documentNo: string | null): string | null =>
  authority === null || documentNo === null ? null : `${authority}|${documentNo}`

const CONFISCATIONS = ['CONFISCATE_GAINS', 'CONFISCATE_PROPERTY'] as const
const LICENCE_TAKEN = ['SUSPEND_LICENCE', 'REVOKE_LICENCE'] as const

/** A row of the penalty template (CF_*). Amounts are required with the kinds that have one; DOMAIN §3.1. */
export function readPenalty(
  cells: Readonly<Record<PenaltyColumn, string>>,
  knowledge: PublicityKnowledge,
): ReadDecision {
  const reading = new DecisionReading<PenaltyColumn>(PENALTY_COLUMNS, cells, knowledge)
  const party = reading.party()
  const documentNo = reading.documentNo()
  const { kinds, other } = reading.kinds('kinds', parsePenaltyKinds)
  const decidedOn = reading.pastDay('decidedOn')
  const { day: effectiveTo } = reading.day('effectiveTo')
  if (decidedOn !== null && effectiveTo !== null && effectiveTo < decidedOn)
    reading.find('effectiveTo', 'DATE_ORDER')
  const affectedLicence = reading.text('affectedLicence')
  if (affectedLicence === null && LICENCE_TAKEN.some((kind) => kinds.includes(kind)))
    reading.find('affectedLicence', 'REQUIRED')
  const fine = reading.amount('fine', kinds.includes('FINE'))
  const confiscated = reading.amount(
    'confiscated',
    CONFISCATIONS.some((kind) => kinds.includes(kind)),
  )
  const { day: publicityEndsOn } = reading.day('publicityEndsOn')
  const authority = reading.authority()
  reading.deadline(decidedOn)
  return finished(reading, party, sourceKeyOf(authority.uscc, documentNo), {
    occurred_on: decidedOn,
    valid_from: decidedOn,
    valid_to: dayAfter(effectiveTo),
    status: 'ACTIVE',
    document_no: documentNo,
    authority_name: authority.name,
    authority_code: authority.code,
    party_name: party?.name,
    party_kind: party?.kind,
    legal_representative: reading.text('legalRepresentative'),
    penalty_kinds: kinds,
    penalty_kind_other: other,
    violation_type: reading.text('violationType'),
    violation_facts: reading.text('violationFacts'),
    basis: reading.text('basis'),
    content: reading.text('content'),
    fine,
    confiscated,
    affected_licence: affectedLicence,
    publicity_ends_on: publicityEndsOn,
    remark: reading.text('remark'),
    raw: {
      ...reading.raw,
      sourceUnit: cells.sourceName,
      sourceUnitCode: cells.sourceCode,
      authorityCode: cells.authorityCode,
    },
    quality: reading.quality,
  })
}

const STATES: ReadonlyMap<string, 'VALID' | 'INVALID'> = new Map([
  ['1', 'VALID'],
  ['有效', 'VALID'],
  ['2', 'INVALID'],
  ['无效', 'INVALID'],
])

/** A row of the licence template (XK_*): JDRQ ≤ YXQZ ≤ YXQZI; DOMAIN §3.2. */
export function readLicence(
  cells: Readonly<Record<LicenceColumn, string>>,
  knowledge: PublicityKnowledge,
): ReadDecision {
  const reading = new DecisionReading<LicenceColumn>(LICENCE_COLUMNS, cells, knowledge)
  const party = reading.party()
  const documentNo = reading.documentNo()
  const { kinds, other } = reading.kinds('kinds', parseLicenceKinds)
  const decidedOn = reading.pastDay('decidedOn')
  const { day: effectiveFrom } = reading.day('effectiveFrom')
  const { day: effectiveTo } = reading.day('effectiveTo')
  if (decidedOn !== null && effectiveFrom !== null && effectiveFrom < decidedOn)
    reading.find('effectiveFrom', 'DATE_ORDER')
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom)
    reading.find('effectiveTo', 'DATE_ORDER')
  const given = reading.text('state')
  const state = STATES.get(given ?? '') ?? null
  if (given !== null && state === null) reading.find('state', 'ENUM_UNKNOWN')
  const authority = reading.authority()
  reading.deadline(decidedOn)
  return finished(reading, party, sourceKeyOf(authority.uscc, documentNo), {
    occurred_on: decidedOn,
    valid_from: effectiveFrom ?? decidedOn,
    valid_to: dayAfter(effectiveTo),
    status: state === 'INVALID' ? 'ENDED' : 'ACTIVE',
    document_no: documentNo,
    authority_name: authority.name,
    authority_code: authority.code,
    party_name: party?.name,
    party_kind: party?.kind,
    legal_representative: reading.text('legalRepresentative'),
    document_name: reading.text('documentName'),
    licence_kinds: kinds,
    licence_kind_other: other,
    certificate_name: reading.text('certificateName'),
    certificate_no: reading.text('certificateNo'),
    content: reading.text('content'),
    state,
    remark: reading.text('remark'),
    raw: {
      ...reading.raw,
      sourceUnit: cells.sourceName,
      sourceUnitCode: cells.sourceCode,
      authorityCode: cells.authorityCode,
    },
    quality: reading.quality,
  })
}

import type { SubjectKind } from '../standards/index.ts'
import type { CodeStatusValue } from './subject.facts.ts'

/** One line of a register (登记信息) as the subject room takes it in: parsed, with what it could not parse. */
export interface Registration {
  readonly subjectKey: string
  readonly sourceKey: string
  readonly lineNo: number
  readonly uscc: string | null
  readonly rawCode: string | null
  readonly codeStatus: CodeStatusValue
  readonly kind: SubjectKind
  readonly name: string
  readonly establishedOn: string | null
  readonly divisionCode: string | null
  readonly entityType: string | null
  readonly legalRepresentative: string | null
  readonly registeredCapital: bigint | null
  readonly capitalCurrency: string | null
  readonly businessScope: string | null
  readonly address: string | null
  readonly identifiers: readonly { readonly kind: 'USCC' | 'REG_NO'; readonly value: string }[]
  readonly raw: Readonly<Record<string, string>>
  readonly quality: readonly string[]
}

/** Where a load of registrations comes from. */
export interface RegistrationLoad {
  readonly source: string
  readonly batchId: string
  readonly now: Date
  /** Legal day on which changed states begin. */
  readonly today: string
}

import {
  addDays,
  addWorkingDays,
  type Calendar,
  type Day,
  isAbsent,
  normaliseCode,
  normaliseDocumentNumber,
  normaliseName,
  parseDay,
  parseWanYuan,
  residentIdFault,
  usccFault,
} from '../standards/index.ts'
import { unsafeText } from './cell.rules.ts'
import type { PartyColumn, TemplateColumn } from './double-publicity.template.ts'
import type { RowCode, RowFinding, RowOutcome } from './row-codes.ts'

/** What the rules ask of catalogues and of the day. */
export interface PublicityKnowledge {
  readonly today: Day
  readonly calendar: Calendar
  isAcceptedException(code: string): boolean
  /** The department of a unit's code, or null when the catalogue does not have it. */
  departmentOf(uscc: string): { readonly code: string; readonly name: string } | null
}

export type PartyKindValue = 'LEGAL_PERSON' | 'INDIVIDUAL_BUSINESS' | 'NATURAL_PERSON'
export type PersonIdKind = 'RESIDENT_ID' | 'PASSPORT' | 'HMT_PERMIT' | 'FOREIGN_PR'

const PARTY_KINDS: ReadonlyMap<string, PartyKindValue> = new Map([
  ['法人及非法人组织', 'LEGAL_PERSON'],
  ['法人', 'LEGAL_PERSON'],
  ['个体工商户', 'INDIVIDUAL_BUSINESS'],
  ['自然人', 'NATURAL_PERSON'],
])

const PERSON_ID_KINDS: ReadonlyMap<string, PersonIdKind> = new Map([
  ['身份证', 'RESIDENT_ID'],
  ['居民身份证', 'RESIDENT_ID'],
  ['护照号', 'PASSPORT'],
  ['护照', 'PASSPORT'],
  ['港澳居民来往内地通行证', 'HMT_PERMIT'],
  ['台湾居民来往大陆通行证', 'HMT_PERMIT'],
  ['外国人永久居留身份证', 'FOREIGN_PR'],
])

const OTHER_NUMBERS = {
  registrationNo: 'REG_NO',
  orgCode: 'ORG_CODE',
  taxNo: 'TAX_NO',
  institutionCert: 'INSTITUTION_CERT',
  socialOrgCert: 'SOCIAL_ORG_CERT',
} as const satisfies Partial<Record<PartyColumn, string>>

export interface PartyNumber {
  readonly kind: 'USCC' | (typeof OTHER_NUMBERS)[keyof typeof OTHER_NUMBERS]
  readonly value: string
}

/** Whom a decision is about, before the base register has been asked. */
export interface Party {
  readonly kind: PartyKindValue
  readonly name: string
  readonly numbers: readonly PartyNumber[]
  readonly person: { readonly idKind: PersonIdKind; readonly idNumber: string } | null
}

/** 万元 in the template; days the publicity deadline leaves. Source: 双公示 notice, 7 working days. */
const DEADLINE_WORKING_DAYS = 7
/** Two or more digits in an authority's name: a document number or date has slipped into the column. */
const NO_AUTHORITY_NAME = /\d.*\d/

type SharedColumn =
  | PartyColumn
  | 'documentNo'
  | 'decidedOn'
  | 'authorityName'
  | 'authorityCode'
  | 'sourceName'
  | 'sourceCode'

/** One row of a template being read: cleaned cells in, findings out. Says nothing is right, only what is wrong. */
export class DecisionReading<Own extends string> {
  readonly findings: RowFinding[] = []
  readonly raw: Record<string, string> = {}
  readonly quality: string[] = []

  constructor(
    readonly columns: Readonly<Record<SharedColumn | Own, TemplateColumn>>,
    private readonly cells: Readonly<Record<SharedColumn | Own, string>>,
    readonly knowledge: PublicityKnowledge,
  ) {
    for (const key of Object.keys(columns) as (SharedColumn | Own)[]) this.look(key)
  }

  get isRejected(): boolean {
    return this.findings.some((finding) => finding.outcome === 'REJECTED')
  }

  find(
    key: SharedColumn | Own,
    code: RowCode,
    outcome: RowOutcome = 'REJECTED',
    value: string | null = this.cells[key],
  ): void {
    const column = this.columns[key]
    this.findings.push({ code, outcome, column: column.code, value: column.secret ? null : value })
  }

  private look(key: SharedColumn | Own): void {
    const column = this.columns[key]
    const cell = this.cells[key]
    const unsafe = unsafeText(cell)
    if (unsafe) this.find(key, unsafe.code)
    if (column.max !== undefined && cell.length > column.max && [...cell].length > column.max)
      this.find(key, 'TOO_LONG')
    if (column.required && isAbsent(cell)) this.find(key, 'REQUIRED')
  }

  text(key: SharedColumn | Own): string | null {
    const cell = this.cells[key].trim()
    return isAbsent(cell) ? null : cell
  }

  /** A day, known to the day; null when absent, open-ended or wrong. */
  day(key: SharedColumn | Own): { day: Day | null; openEnded: boolean } {
    const { day, precision, openEnded, fault } = parseDay(this.cells[key])
    if (fault === 'UNREADABLE' || fault === 'IMPOSSIBLE' || (day !== null && precision !== 'DAY')) {
      this.find(key, 'DATE_INVALID')
      return { day: null, openEnded: false }
    }
    if (day !== null && day !== this.cells[key]) this.raw[key] = this.cells[key]
    return { day, openEnded }
  }

  pastDay(key: SharedColumn | Own): Day | null {
    const { day } = this.day(key)
    if (day === null || day <= this.knowledge.today) return day
    this.find(key, 'FUTURE_DATE')
    return null
  }

  /** Cents of an amount in 万元; required when the decision says so. */
  amount(key: SharedColumn | Own, isRequired: boolean): bigint | null {
    const { cents, fault } = parseWanYuan(this.cells[key])
    if (fault === 'UNREADABLE') this.find(key, 'AMOUNT_INVALID')
    else if (isRequired && cents === null) this.find(key, 'AMOUNT_REQUIRED')
    if (cents !== null) this.raw[key] = this.cells[key]
    return cents
  }

  kinds<Kind extends string>(
    key: SharedColumn | Own,
    parse: (raw: string) => { kinds: Kind[]; other: string | null; unknown: string[] },
  ): { kinds: Kind[]; other: string | null } {
    const { kinds, other, unknown } = parse(this.cells[key])
    if (unknown.length > 0) this.find(key, 'ENUM_UNKNOWN', 'REJECTED', unknown.join(';'))
    return { kinds, other }
  }

  /** A code in its strict form, or null; what is wrong with it is found. */
  code(key: SharedColumn | Own): string | null {
    const given = this.cells[key]
    if (isAbsent(given)) return null
    const code = normaliseCode(given)
    const fault = usccFault(code)
    if (fault !== null && !this.knowledge.isAcceptedException(code)) {
      this.find(key, `USCC_${fault}`)
      return null
    }
    if (code !== given) {
      this.raw[key] = given
      this.quality.push('CODE_NORMALISED')
    }
    return code
  }

  private partyNumbers(): PartyNumber[] {
    const uscc = this.code('uscc')
    const others = Object.entries(OTHER_NUMBERS).flatMap(([key, kind]) => {
      const value = this.text(key as keyof typeof OTHER_NUMBERS)
      return value === null ? [] : [{ kind, value: normaliseCode(value) }]
    })
    const numbers = uscc === null ? others : [{ kind: 'USCC' as const, value: uscc }, ...others]
    if (numbers.length === 0 && isAbsent(this.cells['uscc'])) this.find('uscc', 'REQUIRED')
    return numbers
  }

  private person(): Party['person'] {
    const kindGiven = this.text('personIdKind')
    const number = this.text('personId')
    const idKind = PERSON_ID_KINDS.get(kindGiven ?? '')
    if (kindGiven === null) this.find('personIdKind', 'REQUIRED')
    else if (idKind === undefined) this.find('personIdKind', 'ENUM_UNKNOWN')
    if (number === null) this.find('personId', 'REQUIRED')
    if (idKind === undefined || number === null) return null
    const idNumber = normaliseCode(number)
    if (idKind === 'RESIDENT_ID' && residentIdFault(idNumber) !== null) {
      this.find('personId', 'PERSON_ID_INVALID')
      return null
    }
    return { idKind, idNumber }
  }

  /** Source: the template's rules for 行政相对人; a person's number serves the key and is then forgotten. */
  party(): Party | null {
    const given = this.text('partyKind')
    const kind = PARTY_KINDS.get(given ?? '')
    const name = this.text('partyName')
    if (given !== null && kind === undefined) this.find('partyKind', 'ENUM_UNKNOWN')
    if (kind === undefined) return null
    if (kind !== 'NATURAL_PERSON' && this.text('legalRepresentative') === null)
      this.find('legalRepresentative', 'REQUIRED')
    const person = kind === 'NATURAL_PERSON' ? this.person() : null
    const numbers = kind === 'NATURAL_PERSON' ? [] : this.partyNumbers()
    return name === null ? null : { kind, name, numbers, person }
  }

  documentNo(): string | null {
    const given = this.text('documentNo')
    const number = given === null ? null : normaliseDocumentNumber(given)
    if (number !== given && given !== null) this.raw.documentNo = given
    return number
  }

  /** The authority as resolved: by its code, else as written, else the unit that sent the data. */
  authority(): { name: string | null; code: string | null; uscc: string | null } {
    const uscc = this.code('authorityCode')
    const written = this.text('authorityName')
    const department = uscc === null ? null : this.knowledge.departmentOf(uscc)
    if (uscc !== null && department === null) this.find('authorityCode', 'AUTHORITY_UNKNOWN', 'WARNING')
    if (written === null || !NO_AUTHORITY_NAME.test(written))
      return { name: written, code: department?.code ?? null, uscc }
    this.quality.push('AUTHORITY_FROM_SOURCE')
    this.raw.authorityName = written
    const sourceUscc = this.code('sourceCode')
    const sender = sourceUscc === null ? null : this.knowledge.departmentOf(sourceUscc)
    return { name: sender?.name ?? this.text('sourceName'), code: sender?.code ?? null, uscc }
  }

  /** Source: 双公示: seven working days after the decision, not after the case is closed. */
  deadline(decidedOn: Day | null): void {
    if (decidedOn === null) return
    const { day } = addWorkingDays(decidedOn, DEADLINE_WORKING_DAYS, this.knowledge.calendar)
    if (this.knowledge.today <= day) return
    this.quality.push('LATE_7WD')
    this.find('decidedOn', 'DEADLINE_PASSED_7WD', 'WARNING')
  }
}

/** First day a term no longer holds: the templates give its last day. */
export const dayAfter = (last: Day | null): Day | null => (last === null ? null : addDays(last, 1))

export type NameMatch = 'CURRENT' | 'FORMER' | 'NONE'

/** How a party's name fits the names the base register has for its code. */
export function nameMatch(
  given: string,
  names: readonly { readonly nameNorm: string; readonly kind: string }[],
): NameMatch {
  const norm = normaliseName(given)
  const found = names.filter((name) => name.nameNorm === norm)
  return found.some(({ kind }) => kind === 'CURRENT')
    ? 'CURRENT'
    : found.some(({ kind }) => kind === 'FORMER')
      ? 'FORMER'
      : 'NONE'
}

const RESIDENT_ID =
  /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g

/** A text without anything that looks like a resident identity number, for rows whose columns cannot be told. */
export const withoutPersonNumbers = (text: string): string => text.replace(RESIDENT_ID, '***')

import { createHash } from 'node:crypto'
import {
  divisionOf,
  isAbsent,
  isUscc,
  looksLikeRegistrationNumber,
  normaliseCode,
  normaliseName,
  orgCodeWarns,
  parseCapital,
  parseDay,
  passesShapeAndCheck,
  registrationNumberFault,
  type SubjectKind,
  subjectKindOf,
  usccFault,
} from '../standards/index.ts'
import type { CodeStatusValue, Registration } from '../subject/index.ts'
import { unsafeText } from './cell.rules.ts'
import type { RowCode, RowFinding } from './row-codes.ts'

export const REGISTRATION_COLUMNS = {
  name: '企业名称',
  code: '统一社会信用代码',
  establishedOn: '注册日期',
  entityType: '企业类型',
  legalRepresentative: '法人代表',
  capital: '注册资金',
  businessScope: '经营范围',
  province: '所在省份',
  place: '地区',
  address: '注册地址',
} as const

export type RegistrationColumn = keyof typeof REGISTRATION_COLUMNS
export type RegistrationCells = Readonly<Record<RegistrationColumn, string>>

/** What the rules ask of catalogues; passed in, so that they run without any. */
export interface RegisterKnowledge {
  /** Codes that are in lawful use although their check fails. */
  isAcceptedException(code: string): boolean
  isDivision(code: string): boolean
  /** The division a province and place name, or null when they do not name exactly one. */
  divisionOfPlace(province: string, place: string): string | null
}

/** How a code column counts in the figures of a load. */
export type CodeClass = 'VALID' | 'LEGACY' | 'INVALID'

export interface ReadRegistration {
  readonly registration: Registration | null
  readonly codeClass: CodeClass
  /** Rows of one file with the same key are about the same subject; the first one counts. */
  readonly seenKey: string
  readonly findings: readonly RowFinding[]
}

interface CodeReading {
  readonly codeClass: CodeClass
  /** Null where only the whole row can tell the subject. */
  readonly subjectKey: string | null
  readonly sourceKey: string | null
  readonly uscc: string | null
  readonly status: CodeStatusValue
  readonly kind: SubjectKind
  readonly division: string | null
  readonly identifiers: Registration['identifiers']
  readonly quality: readonly string[]
  readonly fault: RowCode | null
}

const keyedByCode = (code: string, codeClass: CodeClass) => ({
  codeClass,
  subjectKey: code,
  sourceKey: code,
  uscc: code,
  kind: subjectKindOf(code),
  division: divisionOf(code),
  identifiers: [],
})

/** GS 15-2006: the first digit of the sequence is 0–5 for enterprises, 6–9 for individual businesses. */
const kindOfRegistrationNumber = (number: string): SubjectKind =>
  number.length !== 15 ? 'OTHER_ORG' : number.charAt(6) >= '6' ? 'INDIVIDUAL_BUSINESS' : 'ENTERPRISE'

function readOldNumber(number: string, knowledge: RegisterKnowledge): CodeReading {
  const division = number.slice(0, 6)
  const fault = registrationNumberFault(number)
  return {
    codeClass: 'LEGACY',
    subjectKey: `R-${number}`,
    sourceKey: number,
    uscc: null,
    status: 'ABSENT',
    kind: kindOfRegistrationNumber(number),
    division: knowledge.isDivision(division) ? division : null,
    identifiers: [{ kind: 'REG_NO', value: number }],
    quality: fault === null ? [] : [`REG_NO_${fault}`],
    fault: 'OLD_REGISTRATION_NUMBER',
  }
}

function readFaultyCode(raw: string): CodeReading {
  const fault = isAbsent(raw) ? 'EMPTY' : usccFault(raw)
  const normalised = normaliseCode(raw)
  const meant = fault !== 'EMPTY' && isUscc(normalised) ? normalised : null
  const failsCheckOnly = fault === 'CHECK_DIGIT'
  const value = meant ?? (failsCheckOnly ? raw : null)
  return {
    codeClass: passesShapeAndCheck(raw) ? 'VALID' : 'INVALID',
    subjectKey: null,
    sourceKey: null,
    uscc: null,
    status: fault === 'EMPTY' ? 'ABSENT' : failsCheckOnly ? 'LEGACY_CHECK_FAIL' : 'MALFORMED',
    kind: meant === null ? 'OTHER_ORG' : subjectKindOf(meant),
    division: meant === null ? null : divisionOf(meant),
    identifiers: value === null ? [] : [{ kind: 'USCC', value }],
    quality: meant === null ? [] : ['CODE_NORMALISED'],
    fault: `USCC_${fault ?? 'EMPTY'}`,
  }
}

/**
 * What a code column says. Nothing is forgiven for the figures: a code counts as VALID as it stands or not at
 * all; what normalisation makes of it only helps to find the subject.
 */
function readCode(raw: string, knowledge: RegisterKnowledge): CodeReading {
  if (isUscc(raw)) {
    const warns = orgCodeWarns(raw)
    return {
      ...keyedByCode(raw, 'VALID'),
      status: warns ? 'WARN_ORG_CHECK' : 'VALID',
      quality: warns ? ['ORG_CHECK'] : [],
      fault: null,
    }
  }
  if (looksLikeRegistrationNumber(raw)) return readOldNumber(raw, knowledge)
  if (!knowledge.isAcceptedException(raw)) return readFaultyCode(raw)
  return {
    ...keyedByCode(raw, 'INVALID'),
    status: 'LEGACY_CHECK_FAIL',
    quality: ['CODE_EXCEPTION'],
    fault: 'USCC_CHECK_DIGIT',
  }
}

/** A key for a subject without any number: cannot be mistaken for a code, and is the same in every load. */
const surrogateKey = (...parts: readonly string[]): string =>
  `U-${createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 24)}`

/** The key of a further subject that goes by an old registration number already taken under another name. */
export const disambiguatedKey = (subjectKey: string, name: string): string =>
  `${subjectKey}-${createHash('sha256').update(normaliseName(name)).digest('hex').slice(0, 8)}`

class Reading {
  readonly findings: RowFinding[] = []
  readonly quality: string[] = []
  readonly raw: Record<string, string> = {}

  constructor(private readonly cells: RegistrationCells) {}

  find(column: RegistrationColumn, code: RowCode, outcome: RowFinding['outcome']): void {
    this.findings.push({ code, outcome, column: REGISTRATION_COLUMNS[column], value: this.cells[column] })
  }

  text(column: RegistrationColumn): string | null {
    const given = this.cells[column]
    if (given === '') return null
    const unsafe = unsafeText(given)
    if (unsafe !== null) this.find(column, unsafe.code, 'WARNING')
    const value = (unsafe === null ? given : unsafe.cleaned).trim()
    if (isAbsent(value)) {
      this.raw[column] = given
      return null
    }
    if (value !== given) this.raw[column] = given
    return value
  }

  day(column: 'establishedOn'): string | null {
    const given = this.cells[column]
    const { day, precision, fault, openEnded } = parseDay(given)
    if (day !== given && given !== '') this.raw[column] = given
    if (precision === 'MONTH' || precision === 'YEAR') this.quality.push(`DATE_PRECISION_${precision}`)
    if (openEnded || fault === 'UNREADABLE' || fault === 'IMPOSSIBLE') {
      this.quality.push('DATE_UNREADABLE')
      this.find(column, 'DATE_INVALID', 'WARNING')
    }
    return day
  }

  capital(): { registeredCapital: bigint | null; capitalCurrency: string | null } {
    const given = this.cells.capital
    if (given !== '') this.raw.capital = given
    const { cents, currency, fault } = parseCapital(given)
    if (fault === 'UNREADABLE') {
      this.quality.push('CAPITAL_UNREADABLE')
      this.find('capital', 'AMOUNT_INVALID', 'WARNING')
    }
    return { registeredCapital: cents, capitalCurrency: currency }
  }
}

/** A row of a register, read. A row without a name is rejected; every other one is kept, whatever its code. */
export function readRegistration(
  cells: RegistrationCells,
  lineNo: number,
  knowledge: RegisterKnowledge,
): ReadRegistration {
  const reading = new Reading(cells)
  const code = readCode(cells.code, knowledge)
  const name = reading.text('name')
  const establishedOn = reading.day('establishedOn')
  const surrogate =
    code.subjectKey ?? surrogateKey(cells.code, normaliseName(name ?? ''), cells.establishedOn.trim())
  const seenKey = code.codeClass === 'VALID' ? cells.code : surrogate
  if (code.fault !== null) reading.find('code', code.fault, 'KEPT')
  if (name === null) {
    reading.find('name', 'REQUIRED', 'REJECTED')
    return { registration: null, codeClass: code.codeClass, seenKey, findings: reading.findings }
  }
  const registration: Registration = {
    subjectKey: surrogate,
    sourceKey: code.sourceKey ?? surrogate,
    lineNo,
    uscc: code.uscc,
    rawCode: cells.code === '' ? null : cells.code,
    codeStatus: code.status,
    kind: code.kind,
    name,
    establishedOn,
    divisionCode: code.division ?? knowledge.divisionOfPlace(cells.province, cells.place),
    entityType: reading.text('entityType'),
    legalRepresentative: reading.text('legalRepresentative'),
    ...reading.capital(),
    businessScope: reading.text('businessScope'),
    address: reading.text('address'),
    identifiers: code.identifiers,
    raw: reading.raw,
    quality: [...code.quality, ...reading.quality],
  }
  return { registration, codeClass: code.codeClass, seenKey, findings: reading.findings }
}

import type { Sql } from '../kernel/db.ts'
import { residentIdFault } from '../standards/index.ts'

/** How a number leads to a subject: it is the subject's own key, a number on record, or part of its code. */
export type LeadKind = 'KEY' | 'IDENTIFIER' | 'ORG_CODE'

export interface Lead {
  readonly value: string
  readonly subjectKey: string
  readonly how: LeadKind
  readonly identifierKind: string | null
}

export interface CodeFound {
  readonly subjectKey: string
  readonly how: LeadKind
  readonly identifierKind: string | null
  /** Other subjects that bear this code as a former one (only where `how` is KEY). */
  readonly leadsTo: readonly string[]
}

export interface CodeAmbiguous {
  readonly ambiguous: readonly string[]
}

export type CodeResolution = CodeFound | CodeAmbiguous

/** The key of a natural person by the number given (`personKeyOf` with the hub's secret). */
export type PersonKey = (kind: 'RESIDENT_ID', number: string) => string

/** The keys a code may stand for: itself, and that of a person where it can be a resident number. */
export const keysFor = (code: string, personKey?: PersonKey): readonly string[] =>
  personKey && residentIdFault(code) === null ? [code, personKey('RESIDENT_ID', code)] : [code]

const ORG_CODE = /^[0-9A-Z]{9}$/
export const orgCodesAmong = (codes: readonly string[]): string[] =>
  codes.filter((code) => ORG_CODE.test(code))

/** SQL of the leads other than by key; its parameters are the values, and those that may be organisation codes. */
export const leadsSql = (values: string, orgCodes: string | null): string => `
  select i.value, i.subject_key, 'IDENTIFIER' as how, i.identifier_kind
  from identifier i where i.value = any(${values}::text[])${
    orgCodes === null
      ? ''
      : `
  union all
  select substr(s.subject_key, 9, 9), s.subject_key, 'ORG_CODE', 'ORG_CODE'
  from subject s where substr(s.subject_key, 9, 9) = any(${orgCodes}::text[]) and s.uscc is not null`
  }`

const RESOLVE = `
  select s.subject_key as "value", s.subject_key as "subjectKey", 'KEY' as "how", null as "identifierKind"
  from subject s where s.subject_key = any($1::text[])
  union all
  select l.value, l.subject_key, l.how, l.identifier_kind from (${leadsSql('$2', '$3')}) l`

function resolutionOf(leads: readonly Lead[]): CodeResolution | null {
  const [own, second] = leads.filter((lead) => lead.how === 'KEY')
  if (own && second) return { ambiguous: [own.subjectKey, second.subjectKey] }
  const others = leads.filter((lead) => lead.subjectKey !== own?.subjectKey)
  if (own) {
    const bearers = others.filter((lead) => lead.identifierKind === 'USCC').map((lead) => lead.subjectKey)
    return {
      subjectKey: own.subjectKey,
      how: 'KEY',
      identifierKind: null,
      leadsTo: [...new Set(bearers)].sort(),
    }
  }
  const keys = [...new Set(others.map((lead) => lead.subjectKey))].sort()
  const [first] = others
  if (!first) return null
  if (keys.length > 1) return { ambiguous: keys }
  const { subjectKey, how, identifierKind } = first
  return { subjectKey, how, identifierKind, leadsTo: [] }
}

/** What each code leads to, given every lead there is; a code that leads nowhere is not in the map. */
export function resolutionsOf(
  codes: readonly string[],
  leads: readonly Lead[],
  personKey?: PersonKey,
): Map<string, CodeResolution> {
  const byValue = new Map<string, Lead[]>()
  for (const lead of leads) {
    const known = byValue.get(lead.value)
    if (known) known.push(lead)
    else byValue.set(lead.value, [lead])
  }
  const found = new Map<string, CodeResolution>()
  for (const code of codes) {
    const resolution = resolutionOf(keysFor(code, personKey).flatMap((value) => byValue.get(value) ?? []))
    if (resolution) found.set(code, resolution)
  }
  return found
}

/**
 * Resolves codes (normalised, any number of a subject) in one statement. A subject's own key wins; several
 * candidates are told as ambiguous, never chosen from.
 */
export async function resolveCodes(
  sql: Sql,
  codes: readonly string[],
  personKey?: PersonKey,
): Promise<Map<string, CodeResolution>> {
  const keys = codes.flatMap((code) => keysFor(code, personKey))
  const leads = await sql.rows<Lead>(RESOLVE, [keys, codes, orgCodesAmong(codes)])
  return resolutionsOf(codes, leads, personKey)
}

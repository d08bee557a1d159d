import { type Catalogue, catalogueOf } from '../catalogue/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import {
  isUscc,
  maskResidentId,
  normaliseName,
  registrationNumberFault,
  residentIdFault,
} from '../standards/index.ts'
import type { CodeResolution } from '../subject/index.ts'
import { countsOn, type KnownSubject } from './handling-check-fact.rules.ts'
import { type Law, lawOf, NATIONWIDE } from './handling-check-law.rules.ts'
import { bearersOf, type Role } from './handling-check-reason.rules.ts'
import {
  type Answered,
  type HandlingCheckView,
  receiptOf,
  type SeenRow,
  viewOf,
} from './handling-check-receipt.service.ts'
import { keptReceipt } from './handling-check-keep.ts'
import { FactBook, otherNamesOf } from './handling-check.loader.ts'
import { mayCheck } from './handling-check.policy.ts'
import { codeFaultOf, type Found, namesDiffer, verdictOf } from './handling-check.rules.ts'

export const SUBJECTS_MAX = 5_000
export const TEXT_MAX = 200
const CODE_MAX = 64

export interface SubjectAsked {
  readonly code: string
  readonly name?: string | null
  readonly role?: Role
}

export interface CheckInput {
  readonly matter: string
  readonly subjects: readonly SubjectAsked[]
  readonly purpose: string
  readonly caseNo: string
  readonly regionCode?: string | null
}

/** Text as a database keeps it: no control characters, no half characters, no blanks at the ends. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()

function shortText(field: string, text: string): string {
  const clean = plain(text)
  if (clean.length > TEXT_MAX) throw new Refusal('INPUT_TOO_LONG', { field, limit: TEXT_MAX })
  return clean
}

function refuseIncomplete(ctx: RequestContext, input: CheckInput): void {
  if (!mayCheck(ctx.actor)) throw new Refusal('FORBIDDEN', { action: 'checkHandling' })
  if (!plain(input.purpose)) throw new Refusal('PURPOSE_REQUIRED')
  if (!plain(input.caseNo)) throw new Refusal('CASE_NO_REQUIRED')
  if (input.subjects.length === 0) throw new Refusal('CHECK_SUBJECTS_MISSING')
  if (input.subjects.length > SUBJECTS_MAX)
    throw new Refusal('CHECK_TOO_MANY_SUBJECTS', { limit: SUBJECTS_MAX, count: input.subjects.length })
}

const laws = new WeakMap<Catalogue, Map<string, Law>>()
const LAWS_MAX = 1_000

/** The law for a matter, place and day, kept in memory as long as the catalogue does not change. */
function lawFor(catalogue: Catalogue, question: { matter: string; regionCode: string; on: string }): Law {
  const { regionCode, on } = question
  const code = plain(question.matter).toUpperCase()
  const known = laws.get(catalogue) ?? new Map<string, Law>()
  laws.set(catalogue, known)
  const key = `${code} ${regionCode} ${on}`
  let law = known.get(key)
  if (!law) {
    const matter = catalogue.matters.find(code, on)
    if (!matter) throw new Refusal('MATTER_NOT_FOUND', { matter: code.slice(0, 40), on })
    if (known.size >= LAWS_MAX) known.clear()
    law = lawOf(
      { measures: catalogue.measures.rows, listKinds: catalogue.listKinds.rows },
      { matter, regionCode, on },
    )
    known.set(key, law)
  }
  return law
}

const BIRTH_DATE = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9X]$/
const OLD_RESIDENT_ID = /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/

/** Whether a code may be a resident number, a mistyped one too: 18 digits, or the 15 of the first generation. */
const mayBePerson = (code: string): boolean =>
  residentIdFault(code) === null ||
  BIRTH_DATE.test(code) ||
  (OLD_RESIDENT_ID.test(code) && registrationNumberFault(code) !== null)

/** A code as it may be shown and kept: no resident number in clear, unless a subject bears the code as its own. */
function shownCode(code: string, resolution: CodeResolution | undefined): string {
  const isKey = resolution && 'subjectKey' in resolution && resolution.subjectKey === code
  return !isKey && mayBePerson(code) ? maskResidentId(code) : code.slice(0, CODE_MAX)
}

function foundIn(book: FactBook, code: string, role: Role): Found {
  const resolution = book.resolution(code)
  if (!resolution) return { is: 'NOBODY', codeFault: codeFaultOf(code) }
  if ('ambiguous' in resolution) return { is: 'SEVERAL', candidates: resolution.ambiguous }
  const { subjectKey, leadsTo, how, identifierKind } = resolution
  const known = book.known(subjectKey, leadsTo, role === 'APPLICANT')
  if (!known) return { is: 'NOBODY', codeFault: null }
  const isFormer = how === 'IDENTIFIER' && identifierKind === 'USCC' && known.subject.uscc !== null
  return { is: 'ONE', known, newCodes: isFormer ? [subjectKey] : leadsTo.filter(isUscc) }
}

/** Every row the verdict rests on, with its version. */
function seenIn(known: KnownSubject, role: Role, on: string): SeenRow[] {
  const seen: SeenRow[] = [{ type: 'Subject', key: known.subject.key, version: known.subject.version }]
  for (const { rowId, version } of known.related)
    if (rowId !== null && version !== null)
      seen.push({ type: 'RelatedParty', key: known.subject.key, rowId, version })
  for (const { held } of bearersOf(known, role))
    for (const fact of held)
      if (countsOn(fact, on))
        seen.push({
          type: fact.trigger === 'LISTING' ? 'Listing' : 'DecisionEvent',
          key: fact.subjectKey,
          rowId: fact.rowId,
          version: fact.version,
        })
  return seen
}

interface Line {
  readonly code: string
  readonly name: string | null
  readonly role: Role
  readonly found: Found
}

/** The name of a line where it is not the present one of its subject. */
const otherName = ({ name, found }: Line): { subjectKey: string; nameNorm: string } | null =>
  name !== null && found.is === 'ONE' && namesDiffer(name, found.known.subject.name)
    ? { subjectKey: found.known.subject.key, nameNorm: normaliseName(name) }
    : null

async function answer(
  ctx: RequestContext,
  book: FactBook,
  lines: readonly Line[],
  law: Law,
): Promise<Answered[]> {
  const nameIs = await otherNamesOf(
    ctx.db,
    lines.flatMap((line) => otherName(line) ?? []),
  )
  return lines.map((line) => {
    const codeShown = shownCode(line.code, book.resolution(line.code))
    const name = otherName(line)
    const verdict = verdictOf(
      { code: codeShown, name: line.name, role: line.role, nameIs: name ? nameIs(name) : null },
      line.found,
      law,
    )
    const known = line.found.is === 'ONE' ? line.found.known : null
    return {
      codeShown,
      role: line.role,
      nameGiven: line.name,
      subject: known?.subject ?? null,
      verdict,
      evidence: known ? seenIn(known, line.role, law.on) : [],
    }
  })
}

const relatedRolesOf = (law: Law, asked: readonly SubjectAsked[]): ('LEGAL_REP' | 'CONTROLLER')[] =>
  asked.some(({ role = 'APPLICANT' }) => role === 'APPLICANT')
    ? law.matter.subjectsToQuery.filter((role) => role === 'LEGAL_REP' || role === 'CONTROLLER')
    : []

async function linesOf(ctx: RequestContext, input: CheckInput, catalogue: Catalogue, law: Law) {
  const asked = input.subjects.map(({ code, name, role }) => ({
    code: plain(code).slice(0, CODE_MAX),
    name: (name && shortText('name', name)) || null,
    role: role ?? ('APPLICANT' as const),
  }))
  const book = await FactBook.read(ctx.db, {
    codes: [...new Set(asked.map(({ code }) => code))],
    relatedRoles: relatedRolesOf(law, asked),
    on: law.on,
    personKey: ctx.personKey,
    departmentName: (code) => catalogue.departments.known(code, law.on)?.nameZh ?? null,
  })
  return { book, lines: asked.map((one): Line => ({ ...one, found: foundIn(book, one.code, one.role) })) }
}

/**
 * 逢办必查: looks up every subject for a matter, decides, and keeps the receipt; the answer leaves only after the
 * receipt is committed. Refuses an incomplete question and then writes nothing.
 */
export async function checkHandling(ctx: RequestContext, input: CheckInput): Promise<HandlingCheckView> {
  refuseIncomplete(ctx, input)
  const purpose = shortText('purpose', input.purpose)
  const caseNo = shortText('caseNo', input.caseNo)
  const catalogue = await catalogueOf(ctx.db)
  const regionCode =
    input.regionCode ?? catalogue.departments.find(ctx.actor.department, ctx.today)?.regionCode ?? NATIONWIDE
  const law = lawFor(catalogue, { matter: input.matter, regionCode, on: ctx.today })
  const { book, lines } = await linesOf(ctx, input, catalogue, law)
  const answered = await answer(ctx, book, lines, law)
  const question = { matterCode: law.matter.code, purpose, caseNo, regionCode }
  const receipt = receiptOf(ctx, question, answered, catalogue.version)
  await keptReceipt(ctx.db, receipt)
  const view = viewOf(receipt.rows)
  if (!view) throw new Error('a check without lines cannot be answered')
  return view
}

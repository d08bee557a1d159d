import {
  looksLikeRegistrationNumber,
  normaliseName,
  orgCodeCheckCharacter,
  residentIdFault,
  usccFault,
} from '../standards/index.ts'
import { countsOn, type HeldFact, type KnownSubject } from './handling-check-fact.rules.ts'
import { colourOf, type Law } from './handling-check-law.rules.ts'
import { asksForReview, type Notice, notice, type NoticeCode } from './handling-check-notice.rules.ts'
import {
  nameInText,
  type Reason,
  reasonsOf,
  type Role,
  triggerIdOf,
  triggerName,
} from './handling-check-reason.rules.ts'

/** Bumped whenever a rule of this room changes; every receipt names it. */
export const RULE_VERSION = 'handling-check/1'

export const DECISIONS = ['PASS', 'REVIEW', 'RESTRICTED', 'PROHIBITED'] as const
export type Decision = (typeof DECISIONS)[number]

/** What the officer asked about one subject. `code` is the form that may be shown and kept. */
export interface Asked {
  readonly code: string
  readonly name: string | null
  readonly role: Role
  /** The name given is a former or short name of the subject; looked up only where it is not the present one. */
  readonly nameIs: 'FORMER' | 'SHORT' | null
}

/** What the register answers: nobody, several, or one subject and whether the code is a former one of it. */
export type Found =
  | { readonly is: 'NOBODY'; readonly codeFault: string | null }
  | { readonly is: 'SEVERAL'; readonly candidates: readonly string[] }
  | { readonly is: 'ONE'; readonly known: KnownSubject; readonly newCodes: readonly string[] }

export interface Verdict {
  readonly decision: Decision
  readonly reasons: readonly Reason[]
  readonly facilitations: readonly Reason[]
  readonly notices: readonly Notice[]
}

export const worst = (decisions: readonly Decision[]): Decision =>
  DECISIONS[Math.max(0, ...decisions.map((decision) => DECISIONS.indexOf(decision)))] ?? 'REVIEW'

const ORG_CODE = /^[0-9A-Z]{9}$/

/**
 * Why a code nobody bears cannot be a code at all, or null when it has the form of one: a unified social credit
 * code, a registration number, an organisation code or a resident number. Example: `'123'` → `'LENGTH'`.
 */
export function codeFaultOf(code: string): string | null {
  if (looksLikeRegistrationNumber(code) || residentIdFault(code) === null) return null
  if (ORG_CODE.test(code) && orgCodeCheckCharacter(code.slice(0, 8)) === code.charAt(8)) return null
  return usccFault(code)
}

/** What a measure means for the decision. Information and what is left to the market never change it. */
function decisionFrom(reason: Reason): Decision {
  if (reason.nature === 'MARKET') return 'PASS'
  if (reason.effect === 'PROHIBIT') return 'PROHIBITED'
  if (reason.effect === 'RESTRICT') return 'RESTRICTED'
  return reason.effect === 'STRENGTHEN' ? 'REVIEW' : 'PASS'
}

const ROLE_WORDS: Readonly<Record<Role, { zh: string; en: string }>> = {
  APPLICANT: { zh: '申请人', en: 'applicant' },
  LEGAL_REP: { zh: '法定代表人', en: 'legal representative' },
  CONTROLLER: { zh: '控股股东或实际控制人', en: 'controller' },
  PERSON: { zh: '自然人本人', en: 'the person concerned' },
}

const listed = (items: readonly string[], language: 'zh' | 'en'): string =>
  items.join(language === 'zh' ? '、' : ', ')

const STATUS_NOTICES: Readonly<Record<string, NoticeCode>> = {
  CANCELLED: 'SUBJECT_CANCELLED',
  REVOKED: 'SUBJECT_REVOKED',
  WITHDRAWN: 'SUBJECT_WITHDRAWN',
  MOVED_OUT: 'SUBJECT_MOVED_OUT',
  LIQUIDATING: 'SUBJECT_LIQUIDATING',
  SUSPENDED: 'SUBJECT_SUSPENDED',
}

function statusNotices({ subject }: KnownSubject): Notice[] {
  const code = STATUS_NOTICES[subject.status]
  if (!code) return []
  const day = subject.closedOn ?? { zh: '日期未登记', en: 'day not on record' }
  return [notice(code, { name: nameInText(subject), day })]
}

export const namesDiffer = (given: string, registered: string): boolean =>
  normaliseName(given) !== normaliseName(registered)

function nameNotices(asked: Asked, { subject }: KnownSubject): Notice[] {
  if (asked.name === null || asked.nameIs === 'SHORT' || !namesDiffer(asked.name, subject.name)) return []
  const code = asked.nameIs === 'FORMER' ? 'SUBJECT_NAME_FORMER' : 'SUBJECT_NAME_MISMATCH_1001'
  return [notice(code, { given: asked.name, input: asked.code, name: nameInText(subject) })]
}

const ONLY_PERSONS = new Set<Role>(['PERSON'])

function roleNotices(asked: Asked, { subject }: KnownSubject, law: Law): Notice[] {
  const roles = law.matter.subjectsToQuery
  const role = ROLE_WORDS[asked.role]
  const notices: Notice[] = []
  if (!roles.includes(asked.role)) {
    const words = roles.map((wanted) => ROLE_WORDS[wanted])
    notices.push(
      notice('ROLE_NOT_IN_MATTER', {
        matter: { zh: law.matter.nameZh, en: law.matter.nameEn ?? law.matter.code },
        role,
        roles: {
          zh: listed(
            words.map(({ zh }) => zh),
            'zh',
          ),
          en: listed(
            words.map(({ en }) => en),
            'en',
          ),
        },
      }),
    )
  }
  if (ONLY_PERSONS.has(asked.role) && subject.kind !== 'NATURAL_PERSON')
    notices.push(notice('ROLE_NOT_OF_SUBJECT', { name: subject.name, role }))
  return notices
}

function relatedNotices({ subject, related }: KnownSubject): Notice[] {
  return related
    .filter((person) => person.key === null)
    .map((person) =>
      notice('RELATED_PERSON_NOT_IDENTIFIED', {
        subject: nameInText(subject),
        role: ROLE_WORDS[person.role],
        person: person.name ? { zh: `“${person.name}”`, en: ` "${person.name}"` } : '',
      }),
    )
}

const own = (known: KnownSubject): HeldFact[] => [...known.held, ...known.kin.flatMap((kin) => kin.held)]

/** Effective listings of a colour, under any code of the subject. */
const listingsNow = (known: KnownSubject, law: Law, colours: readonly string[]): HeldFact[] =>
  own(known).filter(
    (fact) =>
      fact.trigger === 'LISTING' && countsOn(fact, law.on) && colours.includes(colourOf(fact, law) ?? ''),
  )

/** Lists the subject is on from which nothing follows here: told, so that nobody restricts it by mere habit. */
function listNotices(known: KnownSubject, reasons: readonly Reason[], law: Law): Notice[] {
  const used = new Set(reasons.map((reason) => reason.triggerId))
  const idle = listingsNow(known, law, ['BLACK', 'GREY']).filter((fact) => !used.has(triggerIdOf(fact)))
  const unknown = idle.filter((fact) => !law.listKinds.has(fact.code))
  const noMeasure = idle.filter((fact) => law.listKinds.has(fact.code))
  const name = nameInText(known.subject)
  const told = (code: NoticeCode, facts: readonly HeldFact[]): Notice[] => {
    const names = [...new Set(facts.map((fact) => `“${triggerName(fact, law)}”`))]
    if (names.length === 0) return []
    return [notice(code, { name, lists: { zh: listed(names, 'zh'), en: listed(names, 'en') } })]
  }
  return [...told('LISTED_WITHOUT_MEASURE', noMeasure), ...told('LIST_NOT_IN_CATALOGUE', unknown)]
}

/** Negative wins: a subject on a black list gets no incentive. DOMAIN §2.3 step 4. */
function incentives(
  known: KnownSubject,
  offered: readonly Reason[],
  law: Law,
): { facilitations: readonly Reason[]; notices: Notice[] } {
  if (!law.matter.incentivePossible || offered.length === 0) return { facilitations: [], notices: [] }
  if (listingsNow(known, law, ['BLACK']).length === 0) return { facilitations: offered, notices: [] }
  const name = nameInText(known.subject)
  return { facilitations: [], notices: [notice('INCENTIVE_LOST_TO_BLACK_LIST', { name })] }
}

function withDecision(reasons: readonly Reason[], rest: Omit<Verdict, 'decision' | 'reasons'>): Verdict {
  const decision = worst([
    ...reasons.map(decisionFrom),
    ...rest.notices.map(({ code }): Decision => (asksForReview(code) ? 'REVIEW' : 'PASS')),
  ])
  return { decision, reasons, ...rest }
}

const unchecked = (told: Notice): Verdict => withDecision([], { facilitations: [], notices: [told] })

const CANDIDATES_SHOWN = 10

/**
 * The verdict on one subject for one matter on one day: PROHIBITED when a measure forbids, else RESTRICTED,
 * else REVIEW where closer review is due or something about the subject must be looked at, else PASS. Advice
 * with its evidence: the hub itself refuses no administrative act. Source: DOMAIN §2.3 steps 2–5.
 */
export function verdictOf(asked: Asked, found: Found, law: Law): Verdict {
  if (found.is === 'NOBODY')
    return unchecked(
      notice(found.codeFault ? (`USCC_${found.codeFault}` as NoticeCode) : 'SUBJECT_NOT_FOUND_1001', {
        input: asked.code,
      }),
    )
  if (found.is === 'SEVERAL') {
    const candidates = found.candidates.slice(0, CANDIDATES_SHOWN)
    return unchecked(
      notice('CODE_AMBIGUOUS', {
        input: asked.code,
        candidates: { zh: listed(candidates, 'zh'), en: listed(candidates, 'en') },
      }),
    )
  }
  const { known } = found
  const all = reasonsOf(known, asked.role, law)
  const reasons = all.filter((reason) => reason.effect !== 'INCENTIVE')
  const incentive = incentives(
    known,
    all.filter((reason) => reason.effect === 'INCENTIVE'),
    law,
  )
  return withDecision(reasons, {
    facilitations: incentive.facilitations,
    notices: [
      ...found.newCodes.map((other) => notice('CODE_LEADS_ELSEWHERE', { input: asked.code, other })),
      ...statusNotices(known),
      ...nameNotices(asked, known),
      ...roleNotices(asked, known, law),
      ...relatedNotices(known),
      ...listNotices(known, reasons, law),
      ...incentive.notices,
    ],
  })
}

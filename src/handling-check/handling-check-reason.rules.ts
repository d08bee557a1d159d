import type { MeasureRow } from '../catalogue/index.ts'
import { globalId } from '../kernel/ids.ts'
import { addDays, type Day, maskName } from '../standards/index.ts'
import { enumLabel } from '../graph/index.ts'
import { countsOn, type HeldFact, type KnownSubject } from './handling-check-fact.rules.ts'
import { type Law, measuresFrom, termEnd } from './handling-check-law.rules.ts'

export type Role = MeasureRow['scope'][number]

/** Whose record a reason comes from, where it is not the subject's own under the code asked for. */
export interface Via {
  readonly relation: string
  readonly name: string
}

/** One measure that follows from one listing or decision, with all an officer needs to cite it. */
export interface Reason {
  readonly effect: MeasureRow['effect']
  readonly nature: MeasureRow['nature']
  readonly measureCode: string
  readonly measureName: string
  readonly trigger: HeldFact['trigger']
  readonly triggerId: string
  readonly triggerCode: string
  readonly triggerName: string
  readonly documentNo: string | null
  readonly decidedBy: string | null
  readonly effectiveFrom: string
  /** First day it no longer binds; null while open-ended. */
  readonly effectiveTo: string | null
  readonly legalBasis: string
  readonly appliedBy: string
  readonly role: Role
  readonly via: Via | null
  readonly text: string
}

/** Someone whose facts count for the subject, and in which role. */
export interface Bearer {
  readonly role: Role
  readonly via: Via | null
  readonly held: readonly HeldFact[]
}

/** The subject itself under all its codes, then the persons the matter asks for. */
export const bearersOf = (known: KnownSubject, role: Role): Bearer[] => [
  { role, via: null, held: known.held },
  ...known.kin.map((kin) => ({ role, via: { relation: kin.relation, name: kin.key }, held: kin.held })),
  ...known.related.map((person) => ({
    role: person.role,
    via: { relation: person.relation, name: person.name ?? '' },
    held: person.held,
  })),
]

/** The name to write into a text: a natural person's is masked (DOMAIN §10). */
export const nameInText = (subject: { kind: string; name: string }): string =>
  subject.kind === 'NATURAL_PERSON' ? maskName(subject.name) : subject.name

export const triggerIdOf = (fact: HeldFact): string =>
  globalId(fact.trigger === 'LISTING' ? 'Listing' : 'DecisionEvent', fact.subjectKey, fact.rowId)

export const triggerName = (fact: HeldFact, law: Law): string =>
  fact.trigger === 'LISTING'
    ? (law.listKinds.get(fact.code)?.nameZh ?? fact.code)
    : enumLabel('DecisionEventKind', fact.code)

const EFFECT_WORDS: Readonly<Record<Reason['effect'], string>> = {
  PROHIBIT: '禁止',
  RESTRICT: '限制',
  STRENGTHEN: '加强审查或监管',
  INFORM: '提示，不影响办理',
  INCENTIVE: '激励',
}

const VIA_WORDS: Readonly<Record<string, string>> = {
  LEGAL_REP: '的法定代表人',
  CONTROLLER: '的实际控制人',
  SHAREHOLDER: '的控股股东',
  PREDECESSOR: '在原代码下',
  SUCCESSOR: '在现代码下',
}

function whoIs(subjectName: string, via: Via | null): string {
  if (!via) return `“${subjectName}”`
  const isKin = via.relation === 'PREDECESSOR' || via.relation === 'SUCCESSOR'
  const name = isKin ? `（${via.name}）` : `“${via.name}”`
  return `“${subjectName}”${VIA_WORDS[via.relation] ?? '的关联方'}${name}`
}

const untilWords = (end: string | null): string => (end === null ? '' : `至${addDays(end as Day, -1)}止`)

/** One sentence an officer can read aloud: who, what, by whom, until when, on what basis, what follows. */
function sentence(reason: Omit<Reason, 'text'>, subjectName: string): string {
  const { triggerName: name, documentNo, effectiveFrom } = reason
  const by = reason.decidedBy ?? '认定单位'
  const what = reason.trigger === 'LISTING' ? `被${by}列入“${name}”` : `有${by}作出的“${name}”决定`
  const details = [documentNo, untilWords(reason.effectiveTo)].filter(Boolean).join('，')
  return (
    `${whoIs(subjectName, reason.via)}自${effectiveFrom}起${what}${details ? `（${details}）` : ''}；` +
    `依据${reason.legalBasis}，本事项适用“${reason.measureName}”` +
    `（${EFFECT_WORDS[reason.effect]}，实施单位：${reason.appliedBy}）。`
  )
}

function reasonFrom(
  measure: MeasureRow,
  fact: HeldFact,
  of: { bearer: Bearer; law: Law; subjectName: string },
): Reason {
  const { bearer, law, subjectName } = of
  const reason = {
    effect: measure.effect,
    nature: measure.nature,
    measureCode: measure.code,
    measureName: measure.nameZh,
    trigger: fact.trigger,
    triggerId: triggerIdOf(fact),
    triggerCode: fact.code,
    triggerName: triggerName(fact, law),
    documentNo: fact.documentNo,
    decidedBy: fact.authority,
    effectiveFrom: fact.validFrom,
    effectiveTo: termEnd(measure.term, fact),
    legalBasis: measure.legalBasis,
    appliedBy: measure.authority,
    role: bearer.role,
    via: bearer.via,
  }
  return { ...reason, text: sentence(reason, subjectName) }
}

const WEIGHT: Readonly<Record<Reason['effect'], number>> = {
  PROHIBIT: 0,
  RESTRICT: 1,
  STRENGTHEN: 2,
  INFORM: 3,
  INCENTIVE: 4,
}

const inOrder = (a: Reason, b: Reason): number =>
  WEIGHT[a.effect] - WEIGHT[b.effect] ||
  a.measureCode.localeCompare(b.measureCode) ||
  a.effectiveFrom.localeCompare(b.effectiveFrom) ||
  a.triggerId.localeCompare(b.triggerId)

/**
 * Every measure that follows, gravest first; each once, though a person may stand in two roles. Incentives
 * come only from the subject's own red lists under the code asked for: they neither travel nor spread.
 */
export function reasonsOf(known: KnownSubject, role: Role, law: Law): Reason[] {
  const subjectName = nameInText(known.subject)
  const found = new Map<string, Reason>()
  for (const bearer of bearersOf(known, role)) {
    for (const fact of bearer.held) {
      if (!countsOn(fact, law.on)) continue
      for (const measure of measuresFrom(fact, bearer.role, law)) {
        if (measure.effect === 'INCENTIVE' && bearer.via) continue
        const key = `${measure.code} ${fact.rowId}`
        if (!found.has(key)) found.set(key, reasonFrom(measure, fact, { bearer, law, subjectName }))
      }
    }
  }
  return [...found.values()].sort(inOrder)
}

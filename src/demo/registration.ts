import { columnOf } from '../graph/index.ts'
import { Identifier, nameIndex, RelatedParty, Subject, SubjectName } from '../subject/index.ts'
import { type City, collectsSince } from './city.ts'
import { rowIdOf } from './codes.ts'
import { dayOrNull, instantMs, instantText } from './days.ts'
import { mixed } from './dice.ts'
import { isPerson, type Party, presentState, type Profile, type State } from './profile.ts'
import type { DraftOf, Sheets } from './sheets.ts'

const OFFICE_OPENS = 30_600
const OFFICE_HOURS = 30_000
/** Days after which a change in the register reaches the hub. */
const ARRIVES_DAYS = 2

/** When a state of the registration was recorded. */
function recordedAt(city: City, profile: Profile, state: State): { text: string; ms: number } {
  const first = collectsSince(city) + profile.states.indexOf(state)
  const day = Math.min(Math.max(state.from + ARRIVES_DAYS, first), city.today - 1)
  const second = OFFICE_OPENS + (mixed(city.seed, profile.ordinal, state.from) % OFFICE_HOURS)
  return { text: instantText(day, second), ms: instantMs(day, second) }
}

type SubjectRow = DraftOf<typeof Subject>

function subjectRow(city: City, profile: Profile, at: number): SubjectRow {
  const state = profile.states[at] ?? presentState(profile)
  const recorded = recordedAt(city, profile, state).text
  return {
    subjectKey: profile.key,
    uscc: profile.uscc,
    rawCode: profile.rawCode,
    codeStatus: profile.codeStatus,
    kind: profile.kind,
    name: state.name,
    status: state.status,
    establishedOn: dayOrNull(profile.establishedOn),
    closedOn: dayOrNull(state.closedOn),
    divisionCode: profile.division,
    industryCode: profile.trade.industry || null,
    entityType: profile.entityType,
    registrationAuthority: profile.authority,
    legalRepresentative: profile.legalRepresentative,
    registeredCapital: state.capital === null ? null : String(state.capital),
    capitalCurrency: state.capital === null ? null : profile.currency,
    businessScope: profile.scope,
    address: profile.address,
    validFrom: profile.establishedOn === null ? null : dayOrNull(state.from),
    validTo: dayOrNull(profile.states[at + 1]?.from ?? null),
    visibility: isPerson(profile) ? 'RESTRICTED' : 'PUBLIC',
    source: profile.source,
    sourceKey: `DEMO-${profile.ordinal}`,
    batchId: null,
    lineNo: null,
    receivedAt: recorded,
    raw: {},
    quality: [],
    version: at + 1,
    recordedAt: recorded,
  }
}

const asColumns = (row: SubjectRow): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]))

function addHistory(city: City, profile: Profile, sheets: Sheets): void {
  profile.states.slice(0, -1).forEach((state, at) => {
    const next = profile.states[at + 1] ?? state
    sheets.addHistory({
      subjectKey: profile.key,
      fact: 'subject',
      rowId: profile.key,
      version: at + 1,
      validFrom: dayOrNull(state.from),
      validTo: dayOrNull(next.from),
      recordedAt: recordedAt(city, profile, state).text,
      supersededAt: recordedAt(city, profile, next).text,
      reason: 'CHANGE',
      row: asColumns(subjectRow(city, profile, at)),
    })
  })
}

/** Names in their order of use; persons have no line in the name search. */
function addNames(profile: Profile, sheets: Sheets): void {
  if (isPerson(profile)) return
  const present = presentState(profile)
  const since = new Map<string, { from: number; to: number | null }>()
  profile.states.forEach((state, at) => {
    const first = since.get(state.name)?.from ?? state.from
    since.set(state.name, { from: first, to: profile.states[at + 1]?.from ?? null })
  })
  for (const [name, { from, to }] of since) {
    const current = name === present.name
    sheets.add(SubjectName, {
      subjectKey: profile.key,
      ...nameIndex(name),
      name,
      nameKind: current ? 'CURRENT' : 'FORMER',
      validFrom: dayOrNull(from),
      validTo: current ? null : dayOrNull(to),
    } as never)
  }
}

/** Rows of relations; `nth` numbers them within what the subject at `ordinal` writes. */
export function addParty(
  city: City,
  of: { profile: Profile; party: Party; ordinal: number; nth: number },
  sheets: Sheets,
): void {
  const { profile, party, ordinal, nth } = of
  const recorded = recordedAt(city, profile, presentState(profile))
  sheets.add(RelatedParty, {
    subjectKey: profile.key,
    rowId: rowIdOf(recorded.ms, { seed: city.seed, ordinal, nth }),
    relation: party.relation,
    partyKey: party.key,
    partyName: party.name,
    partyIsPerson: party.isPerson,
    share: party.share ?? null,
    position: party.position ?? null,
    validFrom: dayOrNull(party.from ?? profile.establishedOn),
    validTo: dayOrNull(party.to ?? null),
    source: profile.source,
    sourceKey: `DEMO-${ordinal}-${nth}`,
    receivedAt: recorded.text,
    raw: {},
    quality: [],
    version: 1,
    recordedAt: recorded.text,
  })
}

/** Writes the registration of a subject: row, earlier states, names, numbers, relations. */
export function addRegistration(city: City, profile: Profile, sheets: Sheets): void {
  sheets.add(Subject, subjectRow(city, profile, profile.states.length - 1))
  addHistory(city, profile, sheets)
  addNames(profile, sheets)
  for (const { kind, value, to } of profile.numbers)
    sheets.add(Identifier, {
      subjectKey: profile.key,
      identifierKind: kind,
      value,
      validFrom: dayOrNull(profile.establishedOn),
      validTo: dayOrNull(to),
      source: profile.source,
    })
  profile.parties.forEach((party, at) =>
    addParty(city, { profile, party, ordinal: profile.ordinal, nth: at + 1 }, sheets),
  )
}

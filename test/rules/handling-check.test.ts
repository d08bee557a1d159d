import { describe, expect, test } from '@jest/globals'
import type { ListKindRow, MatterRow, MeasureRow } from '../../src/catalogue/index.ts'
import { SHIPPED, shippedLines } from '../../src/catalogue/shipped.ts'
import type {
  HeldFact,
  KnownSubject,
  RelatedFacts,
} from '../../src/handling-check/handling-check-fact.rules.ts'
import { covers, type Law, lawOf, termEnd } from '../../src/handling-check/handling-check-law.rules.ts'
import { NOTICES } from '../../src/handling-check/handling-check-notice.rules.ts'
import {
  codeFaultOf,
  type Found,
  type Verdict,
  verdictOf,
  worst,
} from '../../src/handling-check/handling-check.rules.ts'
import type { Role } from '../../src/handling-check/handling-check-reason.rules.ts'

const TODAY = '2026-11-21'
const TOMORROW = '2026-11-22'

async function shipped<Row>(file: string): Promise<Row[]> {
  const kind = SHIPPED.find((one) => one.file === file)
  const { lines } = await shippedLines(file)
  return lines.map((line) => kind?.row(line) as Row)
}

const measures = await shipped<MeasureRow>('measures.csv')
const listKinds = await shipped<ListKindRow>('list-kinds.csv')
const matters = await shipped<MatterRow>('matters.csv')

const measure = (changes: Partial<MeasureRow>): MeasureRow => ({
  ...(measures.find(({ code }) => code === 'X01') as MeasureRow),
  code: 'T01',
  matters: ['M08'],
  listTriggers: ['L03'],
  ...changes,
})

function law(matter: string, with_: { on?: string; region?: string; more?: MeasureRow[] } = {}): Law {
  const on = with_.on ?? TODAY
  const row = matters.find(({ code }) => code === matter) as MatterRow
  const rows = { measures: [...measures, ...(with_.more ?? [])], listKinds }
  return lawOf(rows, { matter: row, regionCode: with_.region ?? '330702', on })
}

let rows = 0
const fact = (changes: Partial<HeldFact>): HeldFact => ({
  trigger: 'LISTING',
  subjectKey: '91330702MA00000000',
  rowId: `row-${(rows += 1)}`,
  version: 1,
  code: 'L03',
  colour: 'BLACK',
  listingStatus: 'EFFECTIVE',
  status: 'ACTIVE',
  validFrom: '2025-01-01',
  validTo: '2028-01-01',
  effectEndedOn: null,
  documentNo: '金市监列〔2025〕3号',
  authority: '金华市市场监督管理局',
  ...changes,
})
const listing = (code: string, changes: Partial<HeldFact> = {}): HeldFact => fact({ code, ...changes })
const event = (code: string, changes: Partial<HeldFact> = {}): HeldFact =>
  fact({ trigger: 'DECISION_EVENT', code, colour: null, listingStatus: null, ...changes })
const person = (
  role: RelatedFacts['role'],
  held: HeldFact[],
  changes: Partial<RelatedFacts> = {},
): RelatedFacts => ({
  rowId: 'rel-1',
  version: 1,
  role,
  relation: role,
  name: '张三',
  key: 'P-1',
  held,
  ...changes,
})

interface Case {
  readonly title: string
  readonly matter: string
  readonly role?: Role
  readonly held?: HeldFact[]
  readonly subject?: Partial<KnownSubject['subject']>
  readonly related?: RelatedFacts[]
  readonly kin?: KnownSubject['kin']
  readonly name?: string
  readonly nameIs?: 'FORMER' | 'SHORT'
  readonly newCodes?: string[]
  readonly found?: Found
  readonly on?: string
  readonly region?: string
  readonly more?: MeasureRow[]
  readonly decision: Verdict['decision']
  readonly measures?: string[]
  readonly facilitations?: string[]
  readonly notices?: string[]
}

function foundOf(one: Case): Found {
  const subject = {
    key: '91330702MA00000000',
    uscc: '91330702MA00000000',
    version: 1,
    name: '金华市甲机械有限公司',
    kind: 'ENTERPRISE',
    status: 'ACTIVE',
    closedOn: null,
    legalRepresentative: '张三',
    ...one.subject,
  }
  const known = { subject, held: one.held ?? [], kin: one.kin ?? [], related: one.related ?? [] }
  return one.found ?? { is: 'ONE', known, newCodes: one.newCodes ?? [] }
}

const judge = (one: Case): Verdict =>
  verdictOf(
    {
      code: '91330702MA00000000',
      name: one.name ?? null,
      role: one.role ?? 'APPLICANT',
      nameIs: one.nameIs ?? null,
    },
    foundOf(one),
    law(one.matter, one),
  )

const CASES: Case[] = [
  // Nobody stands against it
  { title: 'a subject without records', matter: 'M08', decision: 'PASS' },
  {
    title: 'a person without records',
    matter: 'M16',
    role: 'PERSON',
    subject: { kind: 'NATURAL_PERSON' },
    decision: 'PASS',
  },

  // Every effect
  {
    title: 'PROHIBIT: ban from procurement (L12)',
    matter: 'M08',
    held: [listing('L12')],
    decision: 'PROHIBITED',
    measures: ['P03'],
  },
  {
    title: 'RESTRICT: serious list at tendering',
    matter: 'M09',
    held: [listing('L03')],
    decision: 'RESTRICTED',
    measures: ['X01', 'I01', 'I02'],
  },
  {
    title: 'STRENGTHEN: serious list at daily supervision',
    matter: 'M20',
    held: [listing('L03')],
    decision: 'REVIEW',
    measures: ['G01', 'G02', 'G03', 'I01', 'I02', 'I07'],
  },
  {
    title: 'INFORM alone never changes the decision',
    matter: 'M06',
    role: 'PERSON',
    subject: { kind: 'NATURAL_PERSON' },
    held: [listing('L07')],
    decision: 'PASS',
    measures: ['I01', 'I02'],
  },
  {
    title: 'INCENTIVE: grade A at invoices',
    matter: 'M04',
    held: [listing('R01', { colour: 'RED' })],
    decision: 'PASS',
    facilitations: ['B07'],
  },
  {
    title: 'MARKET never changes the decision',
    matter: 'M03',
    held: [listing('L07')],
    decision: 'PASS',
    measures: ['I01', 'I02', 'I04', 'I05'],
  },
  {
    title: 'a MARKET measure that restricts, neither',
    matter: 'M08',
    held: [listing('L13')],
    more: [measure({ listTriggers: ['L13'], nature: 'MARKET' })],
    decision: 'PASS',
    measures: ['T01'],
  },
  {
    title: 'the gravest of several wins',
    matter: 'M08',
    held: [listing('L03'), listing('L12')],
    decision: 'PROHIBITED',
    measures: ['P03', 'X01', 'I01', 'I02'],
  },

  // Days
  {
    title: 'first day of a listing',
    matter: 'M09',
    held: [listing('L04', { colour: 'GREY', validFrom: TODAY })],
    decision: 'RESTRICTED',
    measures: ['X01', 'I03'],
  },
  {
    title: 'the day before it',
    matter: 'M09',
    held: [listing('L04', { colour: 'GREY', validFrom: TOMORROW })],
    decision: 'PASS',
  },
  {
    title: 'last day of a listing',
    matter: 'M09',
    held: [listing('L04', { colour: 'GREY', validTo: TOMORROW })],
    decision: 'RESTRICTED',
    measures: ['X01', 'I03'],
  },
  {
    title: 'the day after it',
    matter: 'M09',
    held: [listing('L04', { colour: 'GREY', validTo: TODAY })],
    decision: 'PASS',
  },
  {
    title: 'an open-ended listing',
    matter: 'M09',
    held: [listing('L04', { colour: 'GREY', validTo: null })],
    decision: 'RESTRICTED',
    measures: ['X01', 'I03'],
  },
  {
    title: 'effect ends tomorrow',
    matter: 'M09',
    held: [listing('L04', { colour: 'GREY', effectEndedOn: TOMORROW })],
    decision: 'RESTRICTED',
    measures: ['X01', 'I03'],
  },
  {
    title: 'effect ended today',
    matter: 'M09',
    held: [listing('L04', { colour: 'GREY', effectEndedOn: TODAY })],
    decision: 'PASS',
  },
  {
    title: 'P3Y after a listing: last day',
    matter: 'M08',
    held: [listing('L07', { validFrom: '2023-11-22', validTo: null })],
    decision: 'PROHIBITED',
    measures: ['P04', 'I01', 'I02'],
  },
  {
    title: 'P3Y after a listing: the day after',
    matter: 'M08',
    held: [listing('L07', { validFrom: '2023-11-21', validTo: null })],
    decision: 'PASS',
    measures: ['I01', 'I02'],
  },
  {
    title: 'P3Y after a listing that ended earlier',
    matter: 'M08',
    held: [listing('L07', { validFrom: '2025-01-01', validTo: TODAY })],
    decision: 'PASS',
  },
  {
    title: 'an event follows its own end: last day',
    matter: 'M15',
    role: 'PERSON',
    subject: { kind: 'NATURAL_PERSON' },
    held: [event('FAKE_REGISTRATION', { validFrom: '2020-01-01', validTo: TOMORROW })],
    decision: 'PROHIBITED',
    measures: ['P20'],
    notices: ['ROLE_NOT_IN_MATTER'],
  },
  {
    title: 'an event follows its own end: the day after',
    matter: 'M09',
    held: [event('BID_COLLUSION', { validTo: TODAY })],
    decision: 'PASS',
  },
  {
    title: 'an event without end, fixed term over',
    matter: 'M15',
    role: 'PERSON',
    subject: { kind: 'NATURAL_PERSON' },
    held: [event('FAKE_REGISTRATION', { validFrom: '2023-11-21', validTo: null })],
    decision: 'REVIEW',
    notices: ['ROLE_NOT_IN_MATTER'],
  },
  {
    title: 'an event without end and without fixed term',
    matter: 'M09',
    held: [event('BID_COLLUSION', { validFrom: '2019-01-01', validTo: null })],
    decision: 'PROHIBITED',
    measures: ['P02'],
  },
  {
    title: 'a leap day: P1Y from 29 February',
    matter: 'M08',
    held: [listing('L13', { validFrom: '2024-02-29', validTo: null })],
    more: [measure({ listTriggers: ['L13'], term: 'P1Y' })],
    on: '2025-02-27',
    decision: 'RESTRICTED',
    measures: ['T01'],
  },
  {
    title: 'a leap day: its corresponding day ends it',
    matter: 'M08',
    held: [listing('L13', { validFrom: '2024-02-29', validTo: null })],
    more: [measure({ listTriggers: ['L13'], term: 'P1Y' })],
    on: '2025-02-28',
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE'],
  },

  // States
  ...(['REPAIRED', 'REVOKED', 'CORRECTED', 'ENDED', 'WITHDRAWN'] as const).map(
    (status): Case => ({
      title: `a ${status} listing never counts`,
      matter: 'M09',
      held: [listing('L03', { status })],
      decision: 'PASS',
    }),
  ),
  ...(['PROPOSED', 'NOTIFIED', 'OBJECTED', 'EXITED_EARLY', 'EXPIRED', 'REVOKED', 'CORRECTED'] as const).map(
    (listingStatus): Case => ({
      title: `a listing that is ${listingStatus} never counts`,
      matter: 'M09',
      held: [listing('L03', { listingStatus })],
      decision: 'PASS',
    }),
  ),
  {
    title: 'a repaired event never counts',
    matter: 'M09',
    held: [event('BID_COLLUSION', { status: 'REPAIRED' })],
    decision: 'PASS',
  },

  // Measures: matter, scope, publication, force, region
  {
    title: 'no measure for this matter: told, not used',
    matter: 'M01',
    held: [listing('L13')],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE'],
  },
  {
    title: 'a judgment debtor is not by that barred from leaving',
    matter: 'M06',
    role: 'PERSON',
    subject: { kind: 'NATURAL_PERSON' },
    held: [listing('L01')],
    decision: 'PASS',
    measures: ['I01'],
  },
  {
    title: 'an exit ban by a court is',
    matter: 'M06',
    role: 'PERSON',
    subject: { kind: 'NATURAL_PERSON' },
    held: [event('COURT_EXIT_BAN', { validTo: null })],
    decision: 'PROHIBITED',
    measures: ['P15'],
  },
  {
    title: 'a tax list is no stop of refunds',
    matter: 'M05',
    held: [listing('L07')],
    decision: 'REVIEW',
    measures: ['G04', 'I01', 'I02'],
  },
  {
    title: 'export refund fraud is',
    matter: 'M05',
    held: [event('EXPORT_REFUND_FRAUD')],
    decision: 'PROHIBITED',
    measures: ['P18'],
  },
  {
    title: 'a measure whose scope has another role',
    matter: 'M16',
    role: 'PERSON',
    subject: { kind: 'NATURAL_PERSON' },
    held: [listing('L03')],
    decision: 'PASS',
    measures: ['I01', 'I02'],
  },
  {
    title: 'an unpublished measure is not used',
    matter: 'M27',
    held: [listing('L01')],
    decision: 'PASS',
    measures: ['I01'],
  },
  {
    title: 'a measure not yet in force',
    matter: 'M08',
    held: [listing('L13')],
    more: [measure({ listTriggers: ['L13'], validFrom: TOMORROW })],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE'],
  },
  {
    title: 'a measure on its last day',
    matter: 'M08',
    held: [listing('L13')],
    more: [measure({ listTriggers: ['L13'], validTo: TOMORROW })],
    decision: 'RESTRICTED',
    measures: ['T01'],
  },
  {
    title: 'a measure no longer in force',
    matter: 'M08',
    held: [listing('L13')],
    more: [measure({ listTriggers: ['L13'], validTo: TODAY })],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE'],
  },
  {
    title: 'a measure of the city, a case in its county',
    matter: 'M08',
    held: [listing('L13')],
    more: [measure({ listTriggers: ['L13'], regionCode: '330700' })],
    decision: 'RESTRICTED',
    measures: ['T01'],
  },
  {
    title: 'a measure of the city, a case in another city',
    matter: 'M08',
    region: '330203',
    held: [listing('L13')],
    more: [measure({ listTriggers: ['L13'], regionCode: '330700' })],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE'],
  },

  // Grey lists
  {
    title: 'abnormal directory at supervision',
    matter: 'M20',
    held: [listing('L04', { colour: 'GREY' })],
    decision: 'REVIEW',
    measures: ['G01', 'G02', 'G06', 'I03'],
  },
  {
    title: 'focus list strengthens, never impairs',
    matter: 'M21',
    held: [listing('L29', { colour: 'GREY' })],
    decision: 'REVIEW',
    measures: ['G07', 'I03'],
  },
  {
    title: 'focus list: an impairing measure is void',
    matter: 'M08',
    held: [listing('L29', { colour: 'GREY' })],
    more: [measure({ listTriggers: ['L29'] })],
    decision: 'PASS',
    measures: ['I03'],
  },
  {
    title: 'legacy memorandum: an impairing measure is void',
    matter: 'M08',
    held: [listing('L32', { colour: 'GREY' })],
    more: [measure({ listTriggers: ['L32'] })],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE'],
  },
  {
    title: 'customs list: no sanction outside customs',
    matter: 'M08',
    held: [listing('L14', { colour: 'GREY' })],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE'],
  },
  {
    title: 'customs list at customs',
    matter: 'M19',
    held: [listing('L14', { colour: 'GREY' })],
    decision: 'RESTRICTED',
    measures: ['X14', 'G05'],
  },
  {
    title: 'grade D at invoices',
    matter: 'M04',
    held: [listing('L31', { colour: 'GREY' })],
    decision: 'RESTRICTED',
    measures: ['X17', 'G04', 'I03'],
  },

  // Red lists
  {
    title: 'red where the matter gives no incentives',
    matter: 'M26',
    held: [listing('R05', { colour: 'RED' })],
    more: [measure({ matters: ['M26'], listTriggers: ['R05'], effect: 'INCENTIVE', nature: 'INCENTIVE' })],
    decision: 'PASS',
  },
  {
    title: 'black and red: negative wins',
    matter: 'M13',
    held: [listing('L03'), listing('R05', { colour: 'RED' })],
    decision: 'RESTRICTED',
    measures: ['X02', 'I01', 'I02'],
    notices: ['INCENTIVE_LOST_TO_BLACK_LIST'],
  },
  {
    title: 'black without any measure and red: negative wins',
    matter: 'M13',
    held: [listing('L13'), listing('R05', { colour: 'RED' })],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE', 'INCENTIVE_LOST_TO_BLACK_LIST'],
  },
  {
    title: 'grey and red keep the incentive',
    matter: 'M13',
    held: [listing('L31', { colour: 'GREY' }), listing('R05', { colour: 'RED' })],
    decision: 'PASS',
    measures: ['I03'],
    facilitations: ['B04'],
  },
  {
    title: 'an ended black list and red',
    matter: 'M13',
    held: [listing('L03', { validTo: TODAY }), listing('R05', { colour: 'RED' })],
    decision: 'PASS',
    facilitations: ['B04'],
  },
  {
    title: 'red on its last day',
    matter: 'M13',
    held: [listing('R05', { colour: 'RED', validTo: TOMORROW })],
    decision: 'PASS',
    facilitations: ['B04'],
  },
  {
    title: 'red the day after',
    matter: 'M13',
    held: [listing('R05', { colour: 'RED', validTo: TODAY })],
    decision: 'PASS',
  },
  {
    title: 'the colour is that of the catalogue',
    matter: 'M13',
    held: [listing('R05', { colour: 'BLACK' })],
    decision: 'PASS',
    facilitations: ['B04'],
  },

  // Related persons
  {
    title: 'a legal representative on a list that binds one',
    matter: 'M15',
    related: [person('LEGAL_REP', [listing('L03', { subjectKey: 'P-1' })])],
    decision: 'PROHIBITED',
    measures: ['P09'],
  },
  {
    title: 'a legal representative on a list that binds applicants',
    matter: 'M09',
    related: [person('LEGAL_REP', [listing('L04', { subjectKey: 'P-1' })])],
    decision: 'PASS',
  },
  {
    title: 'a controller on a list at a bond issue',
    matter: 'M22',
    related: [person('CONTROLLER', [listing('L24', { subjectKey: 'P-1' })])],
    decision: 'RESTRICTED',
    measures: ['X11'],
  },
  {
    title: 'one fact counts once, though the person has two roles',
    matter: 'M03',
    related: ((held) => [person('LEGAL_REP', held), person('CONTROLLER', held)])([
      listing('L08', { subjectKey: 'P-1' }),
    ]),
    decision: 'PASS',
    measures: ['I05'],
  },
  {
    title: 'a red list of the legal representative is not the firm’s',
    matter: 'M12',
    related: [person('LEGAL_REP', [listing('R05', { colour: 'RED' })])],
    more: [
      measure({
        matters: ['M12'],
        scope: ['LEGAL_REP'],
        listTriggers: ['R05'],
        effect: 'INCENTIVE',
        nature: 'INCENTIVE',
      }),
    ],
    decision: 'PASS',
  },
  {
    title: 'a legal representative nobody can identify',
    matter: 'M01',
    related: [person('LEGAL_REP', [], { key: null })],
    decision: 'PASS',
    notices: ['RELATED_PERSON_NOT_IDENTIFIED'],
  },

  // Codes that changed
  {
    title: 'a listing under the former code',
    matter: 'M09',
    kin: [{ relation: 'PREDECESSOR', key: '91330702MA11111111', held: [listing('L03')] }],
    decision: 'RESTRICTED',
    measures: ['X01', 'I01', 'I02'],
  },
  {
    title: 'a black list under the former code takes the incentive',
    matter: 'M13',
    held: [listing('R05', { colour: 'RED' })],
    kin: [{ relation: 'PREDECESSOR', key: '91330702MA11111111', held: [listing('L13')] }],
    decision: 'PASS',
    notices: ['LISTED_WITHOUT_MEASURE', 'INCENTIVE_LOST_TO_BLACK_LIST'],
  },
  {
    title: 'a red list under the former code does not travel',
    matter: 'M13',
    kin: [{ relation: 'PREDECESSOR', key: '91330702MA11111111', held: [listing('R05', { colour: 'RED' })] }],
    decision: 'PASS',
  },
  {
    title: 'a former code asked for',
    matter: 'M08',
    newCodes: ['91330702MA22222222'],
    decision: 'PASS',
    notices: ['CODE_LEADS_ELSEWHERE'],
  },

  // Status
  ...(
    [
      ['CANCELLED', 'REVIEW'],
      ['REVOKED', 'REVIEW'],
      ['WITHDRAWN', 'REVIEW'],
      ['MOVED_OUT', 'REVIEW'],
      ['LIQUIDATING', 'REVIEW'],
      ['SUSPENDED', 'PASS'],
    ] as const
  ).map(
    ([status, decision]): Case => ({
      title: `a subject that is ${status}`,
      matter: 'M08',
      subject: { status, closedOn: '2024-05-06' },
      decision,
      notices: [`SUBJECT_${status}`],
    }),
  ),
  {
    title: 'a cancelled subject that is banned stays banned',
    matter: 'M08',
    subject: { status: 'CANCELLED' },
    held: [listing('L12')],
    decision: 'PROHIBITED',
    measures: ['P03'],
    notices: ['SUBJECT_CANCELLED'],
  },

  // Roles
  {
    title: 'an enterprise as applicant where only persons are asked for',
    matter: 'M06',
    decision: 'REVIEW',
    notices: ['ROLE_NOT_IN_MATTER'],
  },
  {
    title: 'an enterprise as person',
    matter: 'M06',
    role: 'PERSON',
    decision: 'REVIEW',
    notices: ['ROLE_NOT_OF_SUBJECT'],
  },

  // Names
  {
    title: 'the registered name, other brackets and width',
    matter: 'M08',
    subject: { name: '金华市甲（集团）有限公司' },
    name: ' 金华市甲(集团)有限公司',
    decision: 'PASS',
  },
  {
    title: 'another name',
    matter: 'M08',
    name: '金华市乙机械有限公司',
    decision: 'REVIEW',
    notices: ['SUBJECT_NAME_MISMATCH_1001'],
  },
  {
    title: 'a former name',
    matter: 'M08',
    name: '金华县甲机械厂',
    nameIs: 'FORMER',
    decision: 'PASS',
    notices: ['SUBJECT_NAME_FORMER'],
  },
  { title: 'a short name', matter: 'M08', name: '甲机械', nameIs: 'SHORT', decision: 'PASS' },

  // Codes
  {
    title: 'a code nobody bears',
    matter: 'M08',
    found: { is: 'NOBODY', codeFault: null },
    decision: 'REVIEW',
    notices: ['SUBJECT_NOT_FOUND_1001'],
  },
  ...(['EMPTY', 'LENGTH', 'CHARSET', 'DEPT', 'CATEGORY', 'REGION', 'CHECK_DIGIT'] as const).map(
    (codeFault): Case => ({
      title: `a malformed code: ${codeFault}`,
      matter: 'M08',
      found: { is: 'NOBODY', codeFault },
      decision: 'REVIEW',
      notices: [`USCC_${codeFault}`],
    }),
  ),
  {
    title: 'a code of several subjects',
    matter: 'M08',
    found: { is: 'SEVERAL', candidates: ['A', 'B'] },
    decision: 'REVIEW',
    notices: ['CODE_AMBIGUOUS'],
  },

  // Lists nobody knows
  {
    title: 'a black list that is not in the catalogue',
    matter: 'M08',
    held: [listing('L99')],
    decision: 'REVIEW',
    notices: ['LIST_NOT_IN_CATALOGUE'],
  },
]

describe('the verdict of a check at handling (DOMAIN §2.3)', () => {
  test.each(CASES)('$matter $title: $decision', (one) => {
    const verdict = judge(one)
    expect({
      decision: verdict.decision,
      measures: verdict.reasons.map(({ measureCode }) => measureCode),
      facilitations: verdict.facilitations.map(({ measureCode }) => measureCode),
      notices: verdict.notices.map(({ code }) => code),
    }).toEqual({
      decision: one.decision,
      measures: one.measures ?? [],
      facilitations: one.facilitations ?? [],
      notices: one.notices ?? [],
    })
  })

  test('has a case for every notice', () => {
    const told = new Set(CASES.flatMap(({ notices }) => notices ?? []))
    expect(Object.keys(NOTICES).filter((code) => !told.has(code))).toEqual([])
  })

  test('leaves no placeholder open in any text', () => {
    for (const one of CASES) {
      const { notices, reasons, facilitations } = judge(one)
      const texts = [
        ...notices.flatMap(({ zh, en }) => [zh, en]),
        ...[...reasons, ...facilitations].map(({ text }) => text),
      ]
      for (const text of texts) expect(text).not.toMatch(/[{}]|\bundefined\b|\bnull\b/)
    }
  })

  test('is worth the gravest of its subjects', () => {
    expect(worst(['PASS', 'RESTRICTED', 'REVIEW'])).toBe('RESTRICTED')
    expect(worst([])).toBe('PASS')
  })
})

describe('a reason', () => {
  test('can be read aloud and cited', () => {
    const [reason] = judge({
      title: '',
      matter: 'M09',
      held: [listing('L04', { colour: 'GREY' })],
      decision: 'RESTRICTED',
    }).reasons
    expect(reason).toMatchObject({
      effect: 'RESTRICT',
      nature: 'IMPAIRING',
      measureCode: 'X01',
      measureName: '限制参与公共资源交易',
      trigger: 'LISTING',
      triggerCode: 'L04',
      triggerName: '经营异常名录',
      documentNo: '金市监列〔2025〕3号',
      decidedBy: '金华市市场监督管理局',
      effectiveFrom: '2025-01-01',
      effectiveTo: '2028-01-01',
      appliedBy: '交易监管部门',
      role: 'APPLICANT',
      via: null,
    })
    expect(reason?.text).toBe(
      '“金华市甲机械有限公司”自2025-01-01起被金华市市场监督管理局列入“经营异常名录”（金市监列〔2025〕3号，至2027-12-31止）；' +
        '依据企业信息公示暂行条例18; 最高法失信名单规定6; 浙江条例26(一); 农民工条例48，' +
        '本事项适用“限制参与公共资源交易”（限制，实施单位：交易监管部门）。',
    )
  })

  test('names the person through whom it comes', () => {
    const [reason] = judge({
      title: '',
      matter: 'M15',
      related: [person('LEGAL_REP', [listing('L03')])],
      decision: 'PROHIBITED',
    }).reasons
    expect(reason).toMatchObject({ role: 'LEGAL_REP', via: { relation: 'LEGAL_REP', name: '张三' } })
    expect(reason?.text).toContain('“金华市甲机械有限公司”的法定代表人“张三”自2025-01-01起')
  })

  test('tells a decision event by its Chinese name', () => {
    const [reason] = judge({
      title: '',
      matter: 'M09',
      held: [event('BID_COLLUSION')],
      decision: 'PROHIBITED',
    }).reasons
    expect(reason).toMatchObject({
      trigger: 'DECISION_EVENT',
      triggerCode: 'BID_COLLUSION',
      triggerName: '串通投标、弄虚作假中标',
    })
  })

  test('masks the name of a natural person', () => {
    const [reason] = judge({
      title: '',
      matter: 'M06',
      role: 'PERSON',
      subject: { kind: 'NATURAL_PERSON', name: '欧阳明' },
      held: [event('COURT_EXIT_BAN')],
      decision: 'PROHIBITED',
    }).reasons
    expect(reason?.text).toContain('“欧阳*”')
  })

  test('masks it in the notice of another name, so that names cannot be fished for', () => {
    const [told] = judge({
      title: '',
      matter: 'M06',
      role: 'PERSON',
      subject: { kind: 'NATURAL_PERSON', name: '李小明' },
      name: '王五',
      decision: 'REVIEW',
    }).notices
    expect(told?.zh).toContain('“李**”')
  })
})

describe('the term of a measure', () => {
  test.each([
    ['while listed', listing('L03', { validTo: '2027-01-01' }), '2027-01-01'],
    ['until lifted', event('COURT_EXIT_BAN', { validTo: null }), null],
    ['P3Y', listing('L03', { validFrom: '2025-01-01', validTo: null }), '2028-01-01'],
    ['P3Y', listing('L03', { validFrom: '2025-01-01', validTo: '2026-06-01' }), '2026-06-01'],
    ['P3Y', event('FAKE_REGISTRATION', { validFrom: '2025-01-01', validTo: '2030-01-01' }), '2030-01-01'],
    ['P3Y', event('FAKE_REGISTRATION', { validFrom: '2025-01-01', validTo: null }), '2028-01-01'],
    ['P1Y..P3Y', listing('L12', { validTo: null }), null],
    ['P5Y/LIFE', event('FOOD_CRIME', { validTo: null }), null],
    ['P5Y after end', listing('L01', { validTo: null }), null],
    ['a text nobody knows', listing('L01', { validTo: '2027-01-01' }), '2027-01-01'],
    [null, listing('L01', { validTo: null }), null],
  ])('%s', (term, held, end) => {
    expect(termEnd(term, held)).toBe(end)
  })
})

describe('the region of a measure', () => {
  test.each([
    ['100000', '330702', true],
    ['330000', '330702', true],
    ['330700', '330702', true],
    ['330702', '330702', true],
    ['330702', '330700', false],
    ['330700', '330200', false],
    ['330700', '100000', false],
  ])('%s covers a case in %s: %s', (region, place, expected) => {
    expect(covers(region, place)).toBe(expected)
  })
})

describe('the form of a code nobody bears', () => {
  test.each([
    ['', 'EMPTY'],
    ['123', 'LENGTH'],
    ['91330702MA2800000I', 'CHARSET'],
    ['914403001922038217', 'CHECK_DIGIT'],
    ['914403001922038216', null],
    ['330702000012345', null],
    ['71526726X', null],
    ['715267261', 'LENGTH'],
    ['11010519491231002X', null],
  ])('%s: %s', (code, expected) => {
    expect(codeFaultOf(code)).toBe(expected)
  })
})

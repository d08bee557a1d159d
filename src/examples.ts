import { castMember } from './demo/index.ts'

/** Queries the console opens with, for the three users; they name subjects of the demonstration city. */
export interface Example {
  readonly role: string
  readonly title: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const COUNTER = '窗口核查'
const SUPERVISION = '监管画像'
const REPAIR = '信用修复'
const INTEGRATION = '对接'

const CHECK = `mutation CounterCheck($input: CheckHandlingInput!) {
  checkHandling(input: $input) {
    check {
      checkNo
      checkedAt
      decision
      matter { nameZh }
      verdicts {
        codeGiven
        role
        subjectName
        decision
        reasons { effect measureName text legalBasis appliedBy documentNo }
        facilitations { measureName text }
        notices { code zh }
      }
      ruleVersion
      catalogueVersion
    }
    userErrors { code message field }
  }
}`

const PROFILE = `query Panorama($uscc: LooseCode!) {
  subject(uscc: $uscc) {
    name
    uscc
    kind
    status
    establishedOn
    registeredCapital
    legalRepresentative
    address
    division { nameZh }
    industry { nameZh }
    recordCounts { label total effective }
    names { name nameKind validFrom validTo }
    identifiers { identifierKind value }
    relatedParties(first: 10) { nodes { relation partyName share position } }
    listings(first: 5) {
      nodes { listKind { nameZh } colour listingStatus occurredOn validTo reason documentNo isEffective }
    }
    penalties(first: 5) {
      nodes { documentNo occurredOn penaltyKinds fine violationType authority { nameZh } isEffective }
      totalCount { value }
    }
    licences(first: 3) { nodes { documentNo certificateName validFrom validTo state } }
    inspections(first: 3) { nodes { occurredOn itemName resultText resultCodes } }
    evaluations(first: 3) { nodes { scheme issue grade } }
  }
}`

const TIMELINE = `query LifeLine($uscc: LooseCode!, $first: Int!) {
  subject(uscc: $uscc) {
    name
    timeline(first: $first) {
      nodes {
        occurredOn
        kind
        title
        record { __typename id documentNo isEffective provenance { source receivedAt department { nameZh } } }
      }
      pageInfo { hasNextPage endCursor }
      totalCount { value }
    }
  }
}`

const SEARCH = `query FindByName($text: String!) {
  searchSubjects(text: $text, first: 10) {
    edges {
      matchedOn
      matchedText
      score
      node { name uscc status kind division { nameZh } }
    }
    totalCount { value capped }
  }
}`

const AS_OF = `query OnThatDay($uscc: LooseCode!, $day: Date!) {
  then: subject(uscc: $uscc, asOf: $day) {
    name
    status
    registeredCapital
    recordCounts { label total effective }
  }
  now: subject(uscc: $uscc) {
    name
    status
    registeredCapital
  }
}`

const LIST = `query NewFirms($filter: SubjectFilter) {
  subjects(filter: $filter, orderBy: ESTABLISHED_NEWEST, first: 20) {
    nodes { name uscc status establishedOn division { nameZh } }
    pageInfo { hasNextPage endCursor }
    totalCount { value capped }
  }
}`

const REPAIRABLE = `query RepairDesk($uscc: LooseCode!) {
  subject(uscc: $uscc) {
    name
    penalties(first: 20, filter: { effective: true }) {
      nodes { id documentNo occurredOn penaltyKinds content publicityEndsOn repairNoticeServedOn authority { nameZh } }
    }
    listings(first: 20, filter: { listingStatus: [EFFECTIVE] }) {
      nodes {
        id
        documentNo
        occurredOn
        plannedTo
        listKind { nameZh maxTerm minTermForExit exitConditions repairable basis }
      }
    }
    commitments(first: 5) { nodes { commitmentKind reason state occurredOn } }
  }
}`

const LISTS = `query ListsAndMeasures {
  listKinds(first: 50) {
    nodes {
      code
      nameZh
      colour
      basis
      exitConditions
      measures { code nameZh effect legalBasis }
    }
  }
}`

const CATALOGUE = `query Catalogues {
  matters(first: 50) { nodes { code nameZh subjectsToQuery leadDepartments } }
  codeLists(list: "EntityStatus") { value zh en }
}`

const code = (id: Parameters<typeof castMember>[0]): string => castMember(id).code

const check = (matter: string, subjects: readonly Parameters<typeof castMember>[0][]) => ({
  input: {
    matter,
    subjects: subjects.map((id) => ({ code: code(id), role: 'APPLICANT' })),
    purpose: '办理前信用核查',
    caseNo: '金政采〔2026〕0121号',
  },
})

export const EXAMPLES: readonly Example[] = [
  {
    role: COUNTER,
    title: '政府采购资格核查',
    query: CHECK,
    variables: check('M08', ['CLEAN', 'DEBTOR', 'RED', 'CANCELLED']),
  },
  {
    role: COUNTER,
    title: '招投标资格核查',
    query: CHECK.replace('CounterCheck', 'TenderCheck'),
    variables: check('M09', ['COLLUDED', 'REPAIRED', 'LISTED']),
  },
  {
    role: COUNTER,
    title: '主体登记核查（含法定代表人）',
    query: CHECK.replace('CounterCheck', 'RegistrationCheck'),
    variables: check('M15', ['RED', 'BOSS_LISTED']),
  },
  { role: COUNTER, title: '按名称、拼音找主体', query: SEARCH, variables: { text: 'jhsqz' } },
  { role: SUPERVISION, title: '主体全景', query: PROFILE, variables: { uscc: code('DEBTOR') } },
  { role: SUPERVISION, title: '时间轴', query: TIMELINE, variables: { uscc: code('HEAVY'), first: 20 } },
  {
    role: SUPERVISION,
    title: '某一天的状态',
    query: AS_OF,
    variables: { uscc: code('RENAMED'), day: '2010-01-01' },
  },
  {
    role: SUPERVISION,
    title: '辖区新设主体',
    query: LIST,
    variables: { filter: { division: '330700', status: ['ACTIVE'], kind: ['ENTERPRISE'] } },
  },
  { role: REPAIR, title: '可修复记录一览', query: REPAIRABLE, variables: { uscc: code('LISTED') } },
  { role: REPAIR, title: '名单与措施依据', query: LISTS, variables: {} },
  { role: INTEGRATION, title: '事项目录与代码表', query: CATALOGUE, variables: {} },
]

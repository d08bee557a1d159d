import { castMember } from './demo/index.ts'
import { trustedDocument } from './documents/index.ts'

/** Queries the console opens with, for the three users; they name subjects of the demonstration city. */
export interface Example {
  readonly role: string
  readonly title: string
  readonly query: string
  readonly documentId: string
  readonly variables: Readonly<Record<string, unknown>>
}

const COUNTER = '窗口核查'
const SUPERVISION = '监管画像'
const REPAIR = '信用修复'
const INTEGRATION = '对接'

const document = (name: string): Pick<Example, 'query' | 'documentId'> => {
  const { text, id } = trustedDocument(name)
  return { query: text, documentId: id }
}

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
    ...document('counter-check'),
    variables: check('M08', ['CLEAN', 'DEBTOR', 'RED', 'CANCELLED']),
  },
  {
    role: COUNTER,
    title: '招投标资格核查',
    ...document('counter-check'),
    variables: check('M09', ['COLLUDED', 'REPAIRED', 'LISTED']),
  },
  {
    role: COUNTER,
    title: '主体登记核查（含法定代表人）',
    ...document('counter-check'),
    variables: check('M15', ['RED', 'BOSS_LISTED']),
  },
  { role: COUNTER, title: '按名称、拼音找主体', ...document('find-by-name'), variables: { text: 'jhsqz' } },
  { role: SUPERVISION, title: '主体全景', ...document('panorama'), variables: { uscc: code('DEBTOR') } },
  {
    role: SUPERVISION,
    title: '时间轴',
    ...document('life-line'),
    variables: { uscc: code('HEAVY'), first: 20 },
  },
  {
    role: SUPERVISION,
    title: '某一天的状态',
    ...document('on-that-day'),
    variables: { uscc: code('RENAMED'), day: '2010-01-01' },
  },
  {
    role: SUPERVISION,
    title: '辖区新设主体',
    ...document('new-firms'),
    variables: { filter: { division: '330700', status: ['ACTIVE'], kind: ['ENTERPRISE'] } },
  },
  { role: REPAIR, title: '可修复记录一览', ...document('repair-desk'), variables: { uscc: code('LISTED') } },
  { role: REPAIR, title: '名单与措施依据', ...document('lists-and-measures'), variables: {} },
  { role: INTEGRATION, title: '事项目录与代码表', ...document('catalogues'), variables: {} },
]

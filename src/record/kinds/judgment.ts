import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const CaseKind = labelledEnum('CaseKind', '案件类型 Kind of court case', {
  CIVIL: ['民事', 'civil'],
  CRIMINAL: ['刑事', 'criminal'],
  ADMINISTRATIVE: ['行政', 'administrative'],
  ENFORCEMENT: ['执行', 'enforcement'],
  BANKRUPTCY: ['破产', 'bankruptcy'],
})

export const PartyRole = labelledEnum('PartyRole', '诉讼地位 Role of the subject in the case', {
  PLAINTIFF: ['原告', 'plaintiff'],
  DEFENDANT: ['被告', 'defendant'],
  THIRD_PARTY: ['第三人', 'third party'],
  EXECUTED: ['被执行人', 'judgment debtor'],
  APPLICANT: ['申请人', 'applicant'],
})

/** 司法裁判及执行信息. */
export const Judgment = defineRecord({
  name: 'Judgment',
  table: 'judgment',
  plural: 'judgments',
  zh: '司法裁判及执行',
  en: 'A court judgment or enforcement.',
  titleSql: `concat_ws(' ', '裁判', t.cause_of_action, t.document_no)`,
  fields: {
    court: field.text('PUBLIC', '法院', 'Court.'),
    caseKind: field.filterable(field.oneOf(CaseKind)('PUBLIC', '案件类型', 'Kind of case.')),
    causeOfAction: field.text('PUBLIC', '案由', 'Cause of action.'),
    partyRole: field.filterable(field.oneOf(PartyRole)('PUBLIC', '诉讼地位', 'Role of the subject.')),
    result: field.text('PUBLIC', '裁判结果', 'Result.'),
    amount: field.money('PUBLIC', '标的金额', 'Amount in dispute or to be performed.'),
    performance: field.text('PUBLIC', '履行情况', 'How far it was performed.'),
    filedOn: field.day('PUBLIC', '立案日期', 'Day the case was filed.'),
  },
})

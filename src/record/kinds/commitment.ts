import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const CommitmentKind = labelledEnum('CommitmentKind', '承诺类型 Kind of credit commitment', {
  APPROVAL: ['审批替代型', 'in place of proof for an approval'],
  LENIENT: ['容缺受理型', 'for documents handed in later'],
  VOLUNTARY: ['主动型', 'made to the public'],
  REPAIR: ['信用修复型', 'for credit repair'],
  SELF_DISCIPLINE: ['行业自律型', 'of an industry association'],
  CERTIFICATE: ['证明事项型', 'in place of a certificate'],
})

export const CommitmentState = labelledEnum('CommitmentState', '履约状态 State of a commitment', {
  PENDING: ['履行中', 'running'],
  FULFILLED: ['已履行', 'fulfilled'],
  BREACHED: ['已认定违背承诺', 'breached, by decision'],
})

/** 信用承诺及其履行. */
export const Commitment = defineRecord({
  name: 'Commitment',
  table: 'commitment',
  plural: 'commitments',
  zh: '信用承诺',
  en: 'A credit commitment and how it was kept.',
  titleSql: `concat_ws(' ', '承诺', t.reason)`,
  fields: {
    commitmentKind: field.filterable(
      field.oneOf(CommitmentKind)('PUBLIC', '承诺类型', 'Kind of commitment.'),
    ),
    reason: field.text('PUBLIC', '承诺事由', 'What it was made for.'),
    content: field.text('PUBLIC', '承诺内容', 'What was promised.'),
    acceptedBy: field.text('PUBLIC', '承诺受理单位', 'Who received it.'),
    state: field.filterable(
      field.oneOf(CommitmentState)('PUBLIC', '履约状态', 'State; a breach needs a decision.'),
    ),
    fulfilledOn: field.day('PUBLIC', '履行日期', 'Day it was fulfilled.'),
    breachDecisionNo: field.documentNumber('PUBLIC', '违诺认定文书号', 'Decision that found the breach.'),
  },
})

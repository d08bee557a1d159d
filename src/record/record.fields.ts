import { field, interfaceType, labelledEnum, Node, provenanceFields, VisibilityEnum } from '../graph/index.ts'

export const RecordStatus = labelledEnum('RecordStatus', '记录状态 State of a record’s effect', {
  ACTIVE: ['有效', 'in effect within its term'],
  ENDED: ['已到期或终止', 'term ended or ended early'],
  REPAIRED: ['已修复', 'effect ended by credit repair; kept in the archive only'],
  REVOKED: ['已撤销', 'the decision was revoked'],
  CORRECTED: ['已更正', 'replaced by a correction'],
  WITHDRAWN: ['已撤回公示', 'publication withdrawn, the reason stays public'],
})

export const DatePrecision = labelledEnum('DatePrecision', '日期精度 How exact a date is', {
  DAY: ['日', 'the day is known'],
  MONTH: ['月', 'the month is known'],
  YEAR: ['年', 'the year is known'],
  DERIVED: ['推定', 'derived from other data'],
})

export type RecordStatusValue = keyof typeof RecordStatus

/** What every record kind has in the contract: the interface `CreditRecord`. */
export const recordFields = {
  occurredOn: field.required(
    field.day('PUBLIC', '发生日期', 'Day of the decision or event; records are ordered by it.'),
  ),
  occurredPrecision: field.required(
    field.oneOf(DatePrecision)('PUBLIC', '日期精度', 'How exact occurredOn is.'),
    `'DAY'`,
  ),
  validFrom: field.required(field.day('PUBLIC', '效力起始日', 'First day the fact holds.')),
  validTo: field.day(
    'PUBLIC',
    '效力截止日',
    'First day it no longer holds; null while open-ended (half-open).',
  ),
  status: field.required(
    field.filterable(field.oneOf(RecordStatus)('PUBLIC', '状态', 'State of its effect.')),
    `'ACTIVE'`,
  ),
  effectEndedOn: field.day(
    'PUBLIC',
    '效力终止日',
    'Day its effect ended early: repair, revocation, correction.',
  ),
  documentNo: field.filterable(field.documentNumber('PUBLIC', '文书号', 'Document number.')),
  authorityName: field.text('PUBLIC', '作出机关', 'Authority that decided, as resolved.'),
  authorityCode: field.filterable(
    field.text('PUBLIC', '作出机关代码', 'Code of that authority in the department catalogue.'),
  ),
  visibility: field.required(
    field.oneOf(VisibilityEnum)('PUBLIC', '公开属性', 'Who may see the record.'),
    `'PUBLIC'`,
  ),
} as const

export const CreditRecord = interfaceType(
  {
    name: 'CreditRecord',
    zh: '信用记录',
    implements: [Node],
    en: 'Any record about a subject, with its two time axes; its kind says what more it holds.',
  },
  { ...recordFields, ...provenanceFields },
)

/** Columns of every record table. */
export const recordColumns = {
  subjectKey: field.required(
    field.text('INTERNAL', '主体键', 'Key of the subject; the distribution column.'),
  ),
  rowId: field.required(field.uuid('INTERNAL', '行号', 'UUIDv7 made by the application.')),
  ...recordFields,
  ...provenanceFields,
} as const

export const recordInterfaces = [Node, CreditRecord]

import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const CompulsionKind = labelledEnum(
  'CompulsionKind',
  '强制措施种类 Kind of compulsory measure, 行政强制法 §9, §12',
  {
    SEAL: ['查封场所、设施或者财物', 'premises or property sealed'],
    SEIZE: ['扣押财物', 'property seized'],
    FREEZE: ['冻结存款、汇款', 'deposits frozen'],
    EXECUTION_FINE: ['加处罚款或者滞纳金', 'late fine or fee'],
    SUBSTITUTE: ['代履行', 'performed by a substitute'],
    OTHER: ['其他强制', 'other'],
  },
)

/** 行政强制. */
export const CompulsoryMeasure = defineRecord({
  name: 'CompulsoryMeasure',
  table: 'compulsory_measure',
  plural: 'compulsoryMeasures',
  zh: '行政强制',
  en: 'A compulsory measure or execution.',
  titleSql: `concat_ws(' ', '强制', t.target, t.document_no)`,
  fields: {
    compulsionKind: field.filterable(
      field.oneOf(CompulsionKind)('PUBLIC', '强制种类', 'Kind of compulsion.'),
    ),
    target: field.text('PUBLIC', '强制对象', 'Property or place concerned.'),
    facts: field.text('GOV_SHARED', '事实与理由', 'Facts and reasons.'),
    basis: field.text('PUBLIC', '依据', 'Legal basis as cited.'),
    liftedOn: field.day('PUBLIC', '解除日期', 'Day it was lifted.'),
    liftDocumentNo: field.documentNumber('PUBLIC', '解除文书号', 'Document that lifted it.'),
  },
})

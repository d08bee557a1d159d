import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const LicenceKind = labelledEnum(
  'LicenceKind',
  '许可类别 Kind of administrative licence (行政许可法)',
  {
    ORDINARY: ['普通', 'ordinary'],
    CONCESSION: ['特许', 'concession'],
    RECOGNITION: ['认可', 'recognition of qualification'],
    APPROVAL: ['核准', 'approval'],
    REGISTRATION: ['登记', 'registration'],
    OTHER: ['其他', 'other'],
  },
)

export const LicenceState = labelledEnum('LicenceState', '许可状态 State of a licence', {
  VALID: ['有效', 'valid'],
  INVALID: ['无效', 'not valid'],
  CHANGED: ['已变更', 'changed'],
  CANCELLED: ['已注销', 'cancelled'],
  REVOKED: ['已撤销', 'revoked'],
  VOIDED: ['已吊销', 'withdrawn as a penalty'],
})

export const PartyKind = labelledEnum('PartyKind', '行政相对人类别 Class of the party (双公示)', {
  LEGAL_PERSON: ['法人及非法人组织', 'legal person or other organisation'],
  INDIVIDUAL_BUSINESS: ['个体工商户', 'individual business'],
  NATURAL_PERSON: ['自然人', 'natural person'],
})

/** 行政许可: the nationwide licence template of 双公示 (fields XK_*). */
export const Licence = defineRecord({
  name: 'Licence',
  table: 'licence',
  plural: 'licences',
  zh: '行政许可',
  en: 'An administrative licence decision (nationwide template of 双公示).',
  titleSql: `concat_ws(' ', '许可', t.document_name, t.certificate_name)`,
  fields: {
    partyName: field.text('PUBLIC', '行政相对人名称', 'Name of the licensee as given.'),
    partyKind: field.oneOf(PartyKind)('PUBLIC', '行政相对人类别', 'Class of the licensee.'),
    legalRepresentative: field.text('PUBLIC', '法定代表人', 'Legal representative as given.'),
    documentName: field.text('PUBLIC', '决定文书名称', 'Name of the decision document.'),
    licenceKinds: field.someOf(LicenceKind)('PUBLIC', '许可类别', 'Kinds of licence.'),
    licenceKindOther: field.text('PUBLIC', '其他类别说明', 'What "other" stands for.'),
    certificateName: field.text('PUBLIC', '许可证书名称', 'Name of the certificate.'),
    certificateNo: field.filterable(field.text('PUBLIC', '许可编号', 'Number of the certificate.')),
    content: field.text('PUBLIC', '许可内容', 'What is licensed.'),
    state: field.filterable(field.oneOf(LicenceState)('PUBLIC', '当前状态', 'State of the licence.')),
    remark: field.text('PUBLIC', '备注', 'Remark.'),
  },
})

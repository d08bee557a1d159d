import { defineFact, field, labelledEnum, Node, provenanceFields, VisibilityEnum } from '../graph/index.ts'
import type { SubjectKind as SubjectKindValue } from '../standards/index.ts'

export const SubjectKind = labelledEnum<SubjectKindValue>(
  'SubjectKind',
  '主体类别 Kind of subject, from positions 1–2 of the code',
  {
    ENTERPRISE: ['企业', 'enterprise'],
    INDIVIDUAL_BUSINESS: ['个体工商户', 'individual business'],
    COOPERATIVE: ['农民专业合作社', 'farmers’ cooperative'],
    GOVERNMENT: ['机关', 'government body'],
    INSTITUTION: ['事业单位', 'public institution'],
    SOCIAL_ORG: ['社会组织', 'social organisation'],
    FOUNDATION: ['基金会', 'foundation'],
    LAW_FIRM: ['律师执业机构', 'law firm'],
    UNION: ['工会', 'trade union'],
    VILLAGE_ORG: ['农村集体经济组织', 'village collective'],
    OTHER_ORG: ['其他组织', 'other organisation'],
    NATURAL_PERSON: ['自然人', 'natural person; never public'],
  },
)

export const EntityStatus = labelledEnum('EntityStatus', '登记状态 Registration status', {
  ACTIVE: ['存续', 'active'],
  SUSPENDED: ['歇业', 'suspended'],
  REVOKED: ['吊销', 'licence revoked'],
  CANCELLED: ['注销', 'cancelled'],
  WITHDRAWN: ['撤销', 'registration annulled'],
  MOVED_OUT: ['迁出', 'moved out'],
  LIQUIDATING: ['清算', 'liquidating'],
})
export type EntityStatusValue = keyof typeof EntityStatus

export const CodeStatus = labelledEnum('CodeStatus', '代码状态 How far the code can be trusted', {
  VALID: ['有效', 'valid'],
  WARN_ORG_CHECK: ['组织机构代码校验提示', 'mod-31 fits, the embedded organisation code does not'],
  LEGACY_CHECK_FAIL: ['历史代码校验不符', 'characters right, check fails: real codes of the first batches'],
  MALFORMED: ['格式错误', 'not a code'],
  ABSENT: ['缺失', 'no code; known by another number or none'],
})
export type CodeStatusValue = keyof typeof CodeStatus

export const IdentifierKind = labelledEnum('IdentifierKind', '标识类别 Kind of identifier', {
  USCC: ['统一社会信用代码', 'unified social credit code'],
  REG_NO: ['工商注册号', 'old registration number'],
  ORG_CODE: ['组织机构代码', 'organisation code'],
  TAX_NO: ['纳税人识别号', 'taxpayer number'],
  INSTITUTION_CERT: ['事业单位证书号', 'institution certificate'],
  SOCIAL_ORG_CERT: ['社会组织登记证号', 'social organisation certificate'],
  RESIDENT_ID: ['居民身份证', 'resident id'],
  PASSPORT: ['护照', 'passport'],
  HMT_PERMIT: ['港澳台居民通行证', 'Hong Kong, Macao, Taiwan permit'],
  FOREIGN_PR: ['外国人永久居留身份证', 'foreign permanent residence'],
})

export const NameKind = labelledEnum('NameKind', '名称类别 Kind of name', {
  CURRENT: ['现用名称', 'current'],
  FORMER: ['曾用名称', 'former'],
  SHORT: ['简称', 'short'],
})

export const RelationKind = labelledEnum('RelationKind', '关联关系 Relation between two subjects', {
  LEGAL_REP: ['法定代表人', 'legal representative'],
  SHAREHOLDER: ['股东', 'shareholder'],
  CONTROLLER: ['实际控制人', 'controller'],
  SENIOR_STAFF: ['董事监事高管', 'director, supervisor or senior manager'],
  BRANCH_OF: ['所属总公司', 'this subject is a branch of the other'],
  HAS_BRANCH: ['分支机构', 'the other is a branch of this subject'],
  PREDECESSOR: ['前身', 'the other came before this subject'],
  SUCCESSOR: ['承继主体', 'the other continues this subject'],
  MERGED_INTO: ['吸收合并', 'merged into the other'],
  SPLIT_FROM: ['分立自', 'split from the other'],
  CONVERTED_TO: ['转型为', 'converted to the other (个转企)'],
})

/** 信用主体: one row is the registration as it stands; earlier states are in the history. */
export const Subject = defineFact({
  name: 'Subject',
  table: 'subject',
  zh: '信用主体',
  en: 'A market entity or other subject with its registration as it stands (or stood on asOf).',
  primaryKey: ['subjectKey'],
  implements: [Node],
  indexes: [
    {
      name: 'subject_org_code',
      expression: `create index "subject_org_code" on "subject" (substr("subject_key", 9, 9)) where "uscc" is not null`,
    },
    {
      name: 'subject_by_division',
      expression: `create index "subject_by_division" on "subject" ("division_code", "subject_key")`,
    },
    {
      name: 'subject_by_founding',
      expression: `create index "subject_by_founding" on "subject" ("established_on", "subject_key")`,
    },
  ],
  fields: {
    subjectKey: field.required(
      field.text('INTERNAL', '主体键', 'Key: the USCC where there is one, else a surrogate.'),
    ),
    uscc: field.uscc(
      'PUBLIC',
      '统一社会信用代码',
      'Unified social credit code; null where the subject has no accepted one.',
    ),
    rawCode: field.text('PUBLIC', '原始代码', 'Code as it arrived.'),
    codeStatus: field.required(
      field.oneOf(CodeStatus)('PUBLIC', '代码状态', 'How far the code can be trusted.'),
    ),
    kind: field.required(field.oneOf(SubjectKind)('PUBLIC', '主体类别', 'Kind of subject.')),
    name: field.required(field.text('PUBLIC', '名称', 'Name as registered.')),
    status: field.required(field.oneOf(EntityStatus)('PUBLIC', '登记状态', 'Registration status.')),
    establishedOn: field.day('PUBLIC', '成立日期', 'Day of establishment.'),
    closedOn: field.day('PUBLIC', '终止日期', 'Day of cancellation, revocation or moving out.'),
    divisionCode: field.division(
      'PUBLIC',
      '行政区划',
      'Division of the registering authority when the code was given.',
    ),
    industryCode: field.industry('PUBLIC', '行业代码', 'Industry.'),
    entityType: field.text('PUBLIC', '企业类型', 'Type of entity as registered.'),
    registrationAuthority: field.text('PUBLIC', '登记机关', 'Registration authority.'),
    legalRepresentative: field.text('PUBLIC', '法定代表人', 'Legal representative or person in charge.'),
    registeredCapital: field.money('PUBLIC', '注册资本', 'Registered capital in the currency beside it.'),
    capitalCurrency: field.text('PUBLIC', '注册资本币种', 'ISO 4217 code.'),
    businessScope: field.text('PUBLIC', '经营范围', 'Business scope.'),
    address: field.text('PUBLIC', '住所', 'Registered address.'),
    validFrom: field.day('PUBLIC', '状态起始日', 'First day of this state of the registration.'),
    validTo: field.day(
      'PUBLIC',
      '状态截止日',
      'First day this state no longer held; null for the present one.',
    ),
    visibility: field.required(
      field.oneOf(VisibilityEnum)('PUBLIC', '公开属性', 'Who may see the subject.'),
      `'PUBLIC'`,
    ),
    ...provenanceFields,
  },
})

/** 名称: present and former names, with what the search needs. */
export const SubjectName = defineFact({
  name: 'SubjectName',
  table: 'subject_name',
  zh: '名称',
  en: 'A name the subject has or had.',
  primaryKey: ['subjectKey', 'nameHash'],
  indexes: [
    {
      name: 'subject_name_prefix',
      expression: `create index "subject_name_prefix" on "subject_name" ("name_norm" text_pattern_ops)`,
    },
    {
      name: 'subject_name_grams',
      expression: `create index "subject_name_grams" on "subject_name" using gin ("grams") with (fastupdate = on, gin_pending_list_limit = 65536)`,
    },
  ],
  fields: {
    subjectKey: field.required(field.text('INTERNAL', '主体键', 'Key of the subject.')),
    nameHash: field.required(
      field.int('INTERNAL', '名称散列', 'Tells the names of a subject apart in a short key.'),
    ),
    nameNorm: field.required(
      field.text('INTERNAL', '规范化名称', 'Name with one form of width, brackets and case.'),
    ),
    name: field.required(field.text('PUBLIC', '名称', 'The name.')),
    nameKind: field.required(field.oneOf(NameKind)('PUBLIC', '名称类别', 'Current, former or short.')),
    validFrom: field.day('PUBLIC', '使用起', 'First day of use, where known.'),
    validTo: field.day('PUBLIC', '使用止', 'First day no longer used.'),
    pinyin: field.required(field.text('INTERNAL', '全拼', 'Pinyin without tones.')),
    initials: field.required(field.text('INTERNAL', '首字母', 'Pinyin initials.')),
    grams: field.required({
      ...field.textList('INTERNAL', '检索词元', 'Character bigrams and initial trigrams.'),
      pg: 'int[]',
    }),
  },
})

/** 标识: numbers that lead to the subject, other than the code that is its key. */
export const Identifier = defineFact({
  name: 'Identifier',
  table: 'identifier',
  zh: '标识',
  en: 'A number that leads to the subject, with its years.',
  primaryKey: ['subjectKey', 'identifierKind', 'value'],
  indexes: [
    {
      name: 'identifier_by_value',
      expression: `create index "identifier_by_value" on "identifier" ("value", "identifier_kind")`,
    },
  ],
  fields: {
    subjectKey: field.required(field.text('INTERNAL', '主体键', 'Key of the subject.')),
    identifierKind: field.required(field.oneOf(IdentifierKind)('PUBLIC', '标识类别', 'Kind of number.')),
    value: field.required(
      field.text('PUBLIC', '号码', 'The number; numbers of persons are kept as keyed hashes.'),
    ),
    validFrom: field.day('PUBLIC', '有效期自', 'First day of use, where known.'),
    validTo: field.day('PUBLIC', '有效期至', 'First day no longer used.'),
    source: field.required(field.text('PUBLIC', '来源', 'Where it comes from.')),
  },
})

/** 关联方: one relation to another subject, seen from this one. */
export const RelatedParty = defineFact({
  name: 'RelatedParty',
  table: 'related_party',
  zh: '关联方',
  en: 'A relation of the subject to another one: legal representative, shareholder, branch, predecessor.',
  primaryKey: ['subjectKey', 'rowId'],
  implements: [Node],
  indexes: [
    {
      name: 'related_party_source_key',
      expression: `create unique index "related_party_source_key" on "related_party" ("subject_key", "source", "source_key")`,
    },
    {
      name: 'related_party_other',
      expression: `create index "related_party_other" on "related_party" ("party_key")`,
    },
  ],
  fields: {
    subjectKey: field.required(field.text('INTERNAL', '主体键', 'Key of the subject.')),
    rowId: field.required(field.uuid('INTERNAL', '行号', 'UUIDv7 made by the application.')),
    relation: field.required(field.oneOf(RelationKind)('PUBLIC', '关系', 'Relation.')),
    partyKey: field.text('INTERNAL', '关联主体键', 'Key of the other subject, where it is known.'),
    partyName: field.required(field.text('PUBLIC', '关联方名称', 'Name of the other subject as given.')),
    partyIsPerson: field.required(
      field.bool('PUBLIC', '是否自然人', 'Whether the other is a natural person.'),
    ),
    share: field.decimal('PUBLIC', '出资比例', 'Share in percent.'),
    position: field.text('PUBLIC', '职务', 'Position held.'),
    validFrom: field.day('PUBLIC', '起', 'First day of the relation, where known.'),
    validTo: field.day('PUBLIC', '止', 'First day it no longer held.'),
    ...provenanceFields,
  },
})

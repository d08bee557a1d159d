import { defineFact, field, labelledEnum } from '../graph/index.ts'

export const ListColour = labelledEnum('ListColour', '名单颜色 Colour of a list', {
  BLACK: ['黑名单（严重失信主体名单）', 'serious untrustworthy'],
  GREY: ['灰名单（异常、关注类）', 'abnormal or attention'],
  RED: ['红名单（守信激励）', 'trustworthy'],
})

export const MeasureEffect = labelledEnum('MeasureEffect', '措施效力 Effect of a measure', {
  PROHIBIT: ['禁止', 'forbids'],
  RESTRICT: ['限制', 'restricts'],
  STRENGTHEN: ['加强审查或监管', 'closer review'],
  INFORM: ['提示', 'informs'],
  INCENTIVE: ['激励', 'favours'],
})

export const MeasureNature = labelledEnum(
  'MeasureNature',
  '措施性质 Nature of a measure (全国失信惩戒措施基础清单)',
  {
    IMPAIRING: ['减损权益或增加义务', 'impairs rights or adds duties; needs a law'],
    MANAGEMENT: ['管理类', 'management, does not impair'],
    MARKET: ['市场自主', 'left to market bodies'],
    INCENTIVE: ['守信激励', 'incentive'],
  },
)

export const SubjectRole = labelledEnum('SubjectRole', '被查角色 Role of a subject in a matter', {
  APPLICANT: ['申请人', 'applicant'],
  LEGAL_REP: ['法定代表人、负责人', 'legal representative'],
  CONTROLLER: ['控股股东、实际控制人', 'controller'],
  PERSON: ['自然人本人', 'the person concerned'],
})

export const DepartmentLevel = labelledEnum('DepartmentLevel', '层级 Level of a department or division', {
  COUNTRY: ['国家', 'country'],
  PROVINCE: ['省', 'province'],
  CITY: ['市', 'city'],
  DISTRICT: ['区县', 'district'],
})

const dated = {
  code: field.required(field.text('PUBLIC', '代码', 'Code.')),
  validFrom: field.required(
    field.day('PUBLIC', '有效期自', 'First day in force; 1949-10-01 where the source gives none.'),
  ),
  validTo: field.day('PUBLIC', '有效期至', 'First day no longer in force; null while in force.'),
  certainty: field.text('PUBLIC', '确定性', 'H read in the source, M believed, L uncertain.'),
} as const

const key = ['code', 'validFrom'] as const

/** 部门: who sends, decides, checks. */
export const Department = defineFact({
  name: 'Department',
  table: 'department',
  zh: '部门',
  en: 'A department or other unit that sends or decides.',
  primaryKey: key,
  fields: {
    ...dated,
    nameZh: field.required(field.text('PUBLIC', '名称', 'Chinese name.')),
    nameEn: field.text('PUBLIC', '英文名称', 'English name.'),
    uscc: field.text('PUBLIC', '统一社会信用代码', 'Unified social credit code of the unit.'),
    regionCode: field.required(field.text('PUBLIC', '行政区划', 'Division it belongs to.')),
    level: field.required(field.oneOf(DepartmentLevel)('PUBLIC', '层级', 'Level.')),
    functionCode: field.required(field.text('PUBLIC', '职能代码', 'Function code, the same at every level.')),
    parentCode: field.text('PUBLIC', '上级部门', 'Code of the superior department.'),
  },
})

/** 行政区划, GB/T 2260, with the abolished codes. */
export const Region = defineFact({
  name: 'Region',
  table: 'region',
  zh: '行政区划',
  en: 'A division of GB/T 2260; abolished codes keep their years.',
  primaryKey: key,
  fields: {
    ...dated,
    nameZh: field.required(field.text('PUBLIC', '名称', 'Chinese name.')),
    parentCode: field.text('PUBLIC', '上级区划', 'Division above.'),
    level: field.required(field.oneOf(DepartmentLevel)('PUBLIC', '层级', 'Level.')),
  },
})

/** 行业, GB/T 4754-2017. */
export const Industry = defineFact({
  name: 'Industry',
  table: 'industry',
  zh: '国民经济行业',
  en: 'A section or division of GB/T 4754-2017.',
  primaryKey: key,
  fields: {
    ...dated,
    nameZh: field.required(field.text('PUBLIC', '名称', 'Chinese name.')),
    nameEn: field.text('PUBLIC', '英文名称', 'English name.'),
    parentCode: field.text('PUBLIC', '上级行业', 'Section above.'),
  },
})

/** 名单类别. */
export const ListKind = defineFact({
  name: 'ListKind',
  table: 'list_kind',
  zh: '名单类别',
  en: 'A kind of red, grey or black list with its legal basis, term and way out.',
  primaryKey: key,
  fields: {
    ...dated,
    nameZh: field.required(field.text('PUBLIC', '名称', 'Chinese name.')),
    nameEn: field.text('PUBLIC', '英文名称', 'English name.'),
    colour: field.required(field.oneOf(ListColour)('PUBLIC', '颜色', 'Colour.')),
    designatingAuthority: field.text('PUBLIC', '认定单位', 'Who may list.'),
    basis: field.text('PUBLIC', '依据', 'Legal basis.'),
    maxTerm: field.text('PUBLIC', '最长期限', 'Longest term.'),
    minTermForExit: field.text('PUBLIC', '提前移出最短期限', 'Shortest term before an early exit.'),
    exitConditions: field.text('PUBLIC', '移出条件', 'Conditions of exit.'),
    repairable: field.text('PUBLIC', '可否修复', 'Y, N or - where repair does not apply.'),
    objects: field.textList('PUBLIC', '列入对象', 'LEGAL, PERSON.'),
    publish: field.text('PUBLIC', '公示', 'How it is published.'),
  },
})

/** 办理事项. */
export const Matter = defineFact({
  name: 'Matter',
  table: 'matter',
  zh: '办理事项',
  en: 'A matter at whose handling the record must be looked up (逢办必查).',
  primaryKey: key,
  fields: {
    ...dated,
    nameZh: field.required(field.text('PUBLIC', '名称', 'Chinese name.')),
    nameEn: field.text('PUBLIC', '英文名称', 'English name.'),
    source: field.text('PUBLIC', '来源', 'Notice and clause it comes from.'),
    leadDepartments: field.text('PUBLIC', '办理部门', 'Departments that handle it.'),
    subjectsToQuery: field.required(
      field.someOf(SubjectRole)('PUBLIC', '应查对象', 'Roles whose record must be looked up.'),
    ),
    incentivePossible: field.required(field.bool('PUBLIC', '可否激励', 'Whether incentives apply.')),
    sensitive: field.required(
      field.bool('PUBLIC', '敏感事项', 'Whether persons’ rights are touched directly.'),
    ),
  },
})

/** 奖惩措施. */
export const Measure = defineFact({
  name: 'Measure',
  table: 'measure',
  zh: '奖惩措施',
  en: 'A published measure: law, matter, scope and what triggers it. No restriction exists without one.',
  primaryKey: key,
  fields: {
    ...dated,
    nameZh: field.required(field.text('PUBLIC', '名称', 'Chinese name.')),
    nameEn: field.text('PUBLIC', '英文名称', 'English name.'),
    effect: field.required(field.oneOf(MeasureEffect)('PUBLIC', '效力', 'Effect.')),
    nature: field.required(field.oneOf(MeasureNature)('PUBLIC', '性质', 'Nature.')),
    category: field.text('PUBLIC', '清单类别', 'Kind in the national list of measures.'),
    matters: field.required(field.textList('PUBLIC', '适用事项', 'Matter codes; * for all.')),
    listTriggers: field.required(field.textList('PUBLIC', '触发名单', 'List codes that trigger it.')),
    eventTriggers: field.required(field.textList('PUBLIC', '触发决定', 'Decision events that trigger it.')),
    scope: field.required(field.someOf(SubjectRole)('PUBLIC', '适用对象', 'Roles it binds.')),
    legalBasis: field.required(field.text('PUBLIC', '法律依据', 'Law or document and article.')),
    authority: field.required(field.text('PUBLIC', '实施单位', 'Who applies it.')),
    term: field.text('PUBLIC', '期限', 'Term.'),
    regionCode: field.required(
      field.text('PUBLIC', '适用区域', 'Division it covers; 100000 the whole country.'),
      `'100000'`,
    ),
    published: field.required(field.bool('PUBLIC', '是否公布', 'Only a published measure may be used.')),
  },
})

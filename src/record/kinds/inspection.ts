import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const InspectionKind = labelledEnum('InspectionKind', '检查类型 Kind of inspection', {
  DOUBLE_RANDOM: ['双随机抽查', 'drawn at random'],
  DAILY: ['日常检查', 'daily supervision'],
  TARGETED: ['专项检查', 'targeted'],
  COMPLAINT: ['投诉举报核查', 'after a complaint'],
})

export const InspectionMethod = labelledEnum('InspectionMethod', '检查方式 Way of inspection', {
  ON_SITE: ['实地核查', 'on site'],
  WRITTEN: ['书面检查', 'written'],
  OTHER_RESULT: ['其他部门结果或专业意见', 'other department’s result or professional opinion'],
  TEST: ['检验检测', 'test'],
  NETWORK: ['网络监测', 'network monitoring'],
  ENTRUSTED: ['委托专业机构', 'entrusted to a professional body'],
})

export const InspectionResultCode = labelledEnum(
  'InspectionResultCode',
  '检查结果代码 Result code of an inspection',
  {
    C1: ['未发现问题', 'no problem found; excludes all others'],
    CA: ['发现问题待后续处理', 'problem found, later handling'],
    C2: ['违反市场监管规定', 'breaks market rules'],
    CB: ['未按规定公示应当公示的信息', 'not disclosed as required'],
    CC: ['公示信息隐瞒真实情况弄虚作假', 'disclosed information false'],
    C6: ['通过登记的住所(经营场所)无法联系', 'cannot be contacted at the registered place'],
    CD: ['其他违反市场监管规定', 'other market rule'],
    C3: ['违反食品药品规定', 'food and drug rule'],
    C4: ['违反质量规定', 'quality rule'],
    C5: ['违反其他部门规定', 'rule of another department'],
    CE: ['发现问题经责令已改正', 'problem corrected on order'],
    CF: ['未发现开展本次抽查涉及的经营活动', 'no such business carried on'],
    C7: ['已关闭停业或正在组织清算', 'closed or liquidating'],
    C8: ['不配合检查情节严重', 'refuses to co-operate, grave'],
    C9: ['注销', 'deregistered'],
    C10: ['被吊销', 'licence revoked'],
    C11: ['被撤销', 'registration annulled'],
    C12: ['迁出', 'moved out'],
  },
)

/** 监督检查: one inspection and its result. */
export const Inspection = defineRecord({
  name: 'Inspection',
  table: 'inspection',
  plural: 'inspections',
  zh: '监督检查',
  en: 'An inspection and its result.',
  titleSql: `concat_ws(' ', '检查', t.item_name, t.result_text)`,
  fields: {
    inspectionKind: field.filterable(
      field.oneOf(InspectionKind)('PUBLIC', '检查类型', 'Kind of inspection.'),
    ),
    method: field.oneOf(InspectionMethod)('PUBLIC', '检查方式', 'Way of inspection.'),
    planTask: field.text('PUBLIC', '计划任务编号', 'Task of the plan it belongs to.'),
    itemName: field.text('PUBLIC', '检查事项', 'Matter inspected.'),
    finishedOn: field.day('PUBLIC', '完成日期', 'Day the inspection ended.'),
    resultCodes: field.filterable(
      field.someOf(InspectionResultCode)('PUBLIC', '检查结果代码', 'Result codes.'),
    ),
    resultText: field.text('PUBLIC', '检查结果', 'Result in words.'),
    disposal: field.text('PUBLIC', '后续处理', 'What follows.'),
    inspectors: field.textList('GOV_SHARED', '检查人员', 'Inspectors, by certificate number.'),
  },
})

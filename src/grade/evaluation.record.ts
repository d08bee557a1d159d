import { field } from '../graph/index.ts'
import { defineRecord } from '../record/index.ts'

/** 信用评价分级: one grade of one scheme and issue; schemes stand side by side. */
export const Evaluation = defineRecord({
  name: 'Evaluation',
  table: 'evaluation',
  plural: 'evaluations',
  zh: '信用评价',
  en: 'A grade of one scheme and issue; the hub computes none by itself.',
  titleSql: `concat_ws(' ', '评价', t.scheme, t.grade)`,
  fields: {
    scheme: field.filterable(
      field.required(field.text('PUBLIC', '评价体系', 'Scheme, e.g. 公共信用综合评价, 纳税信用.')),
    ),
    issue: field.text('PUBLIC', '期次', 'Issue, e.g. 2026 or 2026-03.'),
    grade: field.filterable(
      field.required(field.text('PUBLIC', '等级', 'Grade in the terms of the scheme.')),
    ),
    score: field.decimal('GOV_SHARED', '得分', 'Score where the scheme has one.'),
    modelVersion: field.text('GOV_SHARED', '模型版本', 'Version of the model.'),
    factors: field.textList('GOV_SHARED', '主要因素', 'Factors that decided the grade.'),
  },
})

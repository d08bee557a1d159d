import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

export const AnnualReportState = labelledEnum(
  'AnnualReportState',
  '年报状态 State of an annual report (1 Jan – 30 Jun)',
  {
    FILED: ['按时报送', 'filed in time'],
    LATE: ['逾期补报', 'filed late'],
    NOT_FILED: ['未报送', 'not filed'],
  },
)

/** 年度报告, 企业信息公示暂行条例. */
export const AnnualReport = defineRecord({
  name: 'AnnualReport',
  table: 'annual_report',
  plural: 'annualReports',
  zh: '年度报告',
  en: 'An annual report to the publicity system, or its absence.',
  titleSql: `concat(t.report_year, '年度报告')`,
  fields: {
    reportYear: field.filterable(field.required(field.int('PUBLIC', '报告年度', 'Year reported on.'))),
    state: field.filterable(field.oneOf(AnnualReportState)('PUBLIC', '年报状态', 'State of the report.')),
    filedOn: field.day('PUBLIC', '报送日期', 'Day it was filed.'),
    employees: field.int('GOV_SHARED', '从业人数', 'Employees; public only where the subject chose so.'),
    revenue: field.money('RESTRICTED', '营业总收入', 'Revenue; shown only where the subject chose so.'),
    contact: field.text('GOV_SHARED', '通信地址', 'Postal address.'),
  },
})

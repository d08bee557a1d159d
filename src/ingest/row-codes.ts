/**
 * 逐行校验代码: what can be wrong with a row. REJECTED rows wait in quarantine and are given back by the error
 * file; KEPT rows are loaded and marked; a WARNING goes with a row that is loaded; a DUPLICATE is not loaded
 * again. `docs` list exactly these.
 */
export const ROW_CODES = {
  USCC_EMPTY: { zh: '未填写统一社会信用代码', en: 'No unified social credit code was given' },
  USCC_LENGTH: { zh: '统一社会信用代码不是18位', en: 'The code does not have 18 characters' },
  USCC_CHARSET: {
    zh: '统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z，字母须大写）',
    en: 'The code has a character that codes never use (I, O, S, V, Z, lower case)',
  },
  USCC_DEPT: { zh: '第1位不是有效的登记管理部门', en: 'The first character is no registration department' },
  USCC_CATEGORY: {
    zh: '第2位不是该登记管理部门的机构类别',
    en: 'The second character is no category of its registration department',
  },
  USCC_REGION: { zh: '第3至8位不是行政区划数字', en: 'Characters 3 to 8 are not a division code' },
  USCC_CHECK_DIGIT: { zh: '校验位不符，可能有一位抄错', en: 'The check character does not fit' },
  OLD_REGISTRATION_NUMBER: {
    zh: '代码栏填写的是旧工商注册号，已按注册号建档',
    en: 'The code column holds an old registration number; the subject is filed under it',
  },
  COLUMN_COUNT: {
    zh: '列数与表头不符，整行已隔离，请核对引号和逗号',
    en: 'The row does not have as many columns as the header; check its quotes and commas',
  },
  REQUIRED: { zh: '必填项为空', en: 'A required column is empty' },
  TOO_LONG: { zh: '超过规定长度', en: 'Longer than the template allows' },
  ENUM_UNKNOWN: { zh: '不在规定的选项内', en: 'Not one of the options of the template' },
  DATE_INVALID: {
    zh: '不是有效日期，请按 2026-11-21 的格式填写',
    en: 'Not a day that exists; write it like 2026-11-21',
  },
  DATE_ORDER: { zh: '日期先后不合理', en: 'The dates are not in order' },
  FUTURE_DATE: { zh: '日期晚于今天', en: 'The day lies in the future' },
  AMOUNT_REQUIRED: {
    zh: '处罚类别含罚款或没收，须填写相应金额（万元）',
    en: 'With a fine or confiscation the amount (万元) is required',
  },
  AMOUNT_INVALID: { zh: '金额无法识别', en: 'The amount cannot be read without guessing' },
  PERSON_ID_INVALID: {
    zh: '证件号码不符合规则（号码不予显示）',
    en: 'The number of the identity document is not valid (not shown)',
  },
  SUBJECT_NOT_FOUND_1001: {
    zh: '1001 基础库中没有该主体，请核对代码',
    en: '1001 The base register has no such subject; check the code',
  },
  SUBJECT_NAME_MISMATCH_1001: {
    zh: '1001 名称与代码在基础库中不一致，请核对（名称变更尚未入库的请先更新登记信息）',
    en: '1001 Name and code do not belong together in the base register',
  },
  NAME_FORMER: {
    zh: '名称为该主体的曾用名称，已按代码入库',
    en: 'The name is a former one of the subject; loaded by the code',
  },
  AUTHORITY_UNKNOWN: {
    zh: '作出机关不在部门目录中，原样保留',
    en: 'The authority is not in the department catalogue; kept as given',
  },
  DEADLINE_PASSED_7WD: {
    zh: '超过决定之日起7个工作日报送，已入库并标记迟报',
    en: 'Sent more than 7 working days after the decision; loaded and flagged late',
  },
  CONTROL_CHARACTER: {
    zh: '含有控制字符或乱码',
    en: 'Has a control character or text damaged by a wrong encoding',
  },
  FORMULA_TEXT: {
    zh: '内容以 =、+、-、@ 开头，疑似表格公式',
    en: 'Begins with =, +, - or @ like a spreadsheet formula',
  },
  DUPLICATE_IN_FILE: {
    zh: '本文件中前面已有同一主体或同一文书的行，以先出现的为准',
    en: 'An earlier row of this file is about the same subject or document; that one counts',
  },
} as const satisfies Record<string, { zh: string; en: string }>

export type RowCode = keyof typeof ROW_CODES
export type RowOutcome = 'REJECTED' | 'WARNING' | 'KEPT' | 'DUPLICATE'

/** One thing found in one cell of one row. */
export interface RowFinding {
  readonly code: RowCode
  readonly outcome: RowOutcome
  /** Header of the column, `*` for the whole row. */
  readonly column: string
  readonly value: string | null
}

export const isRowCode = (code: string): code is RowCode => Object.hasOwn(ROW_CODES, code)

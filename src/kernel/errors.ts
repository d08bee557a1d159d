import { GraphQLError } from 'graphql'

interface RefusalText {
  readonly zh: string
  readonly en: string
}

/**
 * The one catalogue of refusals 拒绝. A refusal is an expected answer to a legitimate question; each text says
 * what to do next. `docs/errors.md` lists exactly these.
 */
export const REFUSALS = {
  USCC_EMPTY: {
    zh: '未填写统一社会信用代码，请填写18位代码。',
    en: 'No unified social credit code was given; enter the 18-character code.',
  },
  USCC_LENGTH: {
    zh: '代码“{input}”不是18位，请核对后重填；旧注册号、组织机构代码请用 identifier 查询。',
    en: 'The code "{input}" does not have 18 characters; check it, or look the subject up by identifier.',
  },
  USCC_CHARSET: {
    zh: '代码“{input}”含有不允许的字符（不使用 I、O、S、V、Z），请核对证照原件。',
    en: 'The code "{input}" has a character that codes never use (I, O, S, V, Z are not used); check the original.',
  },
  USCC_DEPT: {
    zh: '代码“{input}”第1位不是有效的登记管理部门，请核对证照原件。',
    en: 'The first character of "{input}" is no registration department; check the original.',
  },
  USCC_CATEGORY: {
    zh: '代码“{input}”第2位不是该登记管理部门的机构类别，请核对证照原件。',
    en: 'The second character of "{input}" is no category of its registration department; check the original.',
  },
  USCC_REGION: {
    zh: '代码“{input}”第3至8位不是行政区划数字，请核对证照原件。',
    en: 'Characters 3 to 8 of "{input}" are not a division code; check the original.',
  },
  USCC_CHECK_DIGIT: {
    zh: '代码“{input}”校验位不符，可能有一位抄错，请核对证照原件。',
    en: 'The check character of "{input}" does not fit; one character may be miscopied, check the original.',
  },
  SUBJECT_NOT_FOUND: {
    zh: '没有代码为“{code}”的信用主体，请核对代码，或按名称检索。',
    en: 'No subject has the code "{code}"; check it, or search by name.',
  },
  CODE_AMBIGUOUS: {
    zh: '“{code}”对应 {count} 个主体，请改用统一社会信用代码或按名称检索。',
    en: '"{code}" leads to {count} subjects; use the unified social credit code or search by name.',
  },
  IDENTIFIER_MISSING: {
    zh: '请填写 uscc 或 identifier 其中之一。',
    en: 'Give either uscc or identifier.',
  },
  NODE_ID_INVALID: {
    zh: '对象标识“{id}”无法识别，请使用接口返回的 id。',
    en: 'The id "{id}" cannot be read; use an id this API has returned.',
  },
  PAGE_SIZE: {
    zh: '每页条数 first 须为 1 至 100，收到 {first}。',
    en: 'The page size "first" must be from 1 to 100, got {first}.',
  },
  CURSOR_INVALID: {
    zh: '翻页游标无效或不属于本次筛选与排序，请从第一页重新查询。',
    en: 'The cursor is not valid for this filter and order; start again from the first page.',
  },
  FILTER_INVALID: {
    zh: '筛选条件“{field}”无效：{reason}。',
    en: 'The filter "{field}" cannot be used: {reason}.',
  },
  SEARCH_TEXT_TOO_SHORT: {
    zh: '检索词过短，请至少输入2个汉字、2个拼音首字母或完整号码。',
    en: 'The text is too short; enter at least 2 Chinese characters, 2 pinyin initials or a whole number.',
  },
  SEARCH_TEXT_TOO_LONG: {
    zh: '检索词超过 {limit} 个字符，请缩短。',
    en: 'The text is longer than {limit} characters; shorten it.',
  },
  DAY_INVALID: {
    zh: '“{input}”不是有效日期，请按 2026-11-21 的格式填写。',
    en: '"{input}" is not a day that exists; write it like 2026-11-21.',
  },
  MATTER_NOT_FOUND: {
    zh: '办理事项“{matter}”不在 {on} 有效的事项目录中，请从 matters 查询可用事项。',
    en: 'The matter "{matter}" is not in the catalogue in force on {on}; see the query "matters".',
  },
  CHECK_SUBJECTS_MISSING: {
    zh: '请至少填写一个被查主体。',
    en: 'Name at least one subject to check.',
  },
  CHECK_TOO_MANY_SUBJECTS: {
    zh: '一次最多核查 {limit} 个主体，收到 {count} 个，请分批提交。',
    en: 'One check takes at most {limit} subjects, got {count}; split the batch.',
  },
  PURPOSE_REQUIRED: {
    zh: '请填写查询目的（purpose）：非公开信息的查询必须说明目的。',
    en: 'Give the purpose: a look-up of non-public information must say what it is for.',
  },
  CASE_NO_REQUIRED: {
    zh: '请填写办件编号（caseNo），以便查询留痕和事后核对。',
    en: 'Give the case number (caseNo), so that the look-up can be traced to the case.',
  },
  INPUT_TOO_LONG: {
    zh: '“{field}”超过 {limit} 个字符，请缩短。',
    en: '"{field}" is longer than {limit} characters; shorten it.',
  },
  FILE_NOT_FOUND: {
    zh: '没有编号为“{fileId}”的上传文件，请先用 PUT /files 上传。',
    en: 'No uploaded file has the id "{fileId}"; upload it with PUT /files first.',
  },
  FILE_TOO_LARGE: {
    zh: '文件超过 {limitMb} MB，请拆分后上传。',
    en: 'The file is larger than {limitMb} MB; split it.',
  },
  FILE_HEADER_UNKNOWN: {
    zh: '文件表头与格式“{format}”不符，缺少：{missing}。请使用规定模板。',
    en: 'The header line does not fit the format "{format}"; missing: {missing}. Use the template.',
  },
  FILE_ENCODING_UNKNOWN: {
    zh: '文件编码无法识别，请另存为 UTF-8 或 GB18030 后重传。',
    en: 'The encoding of the file cannot be told; save it as UTF-8 or GB18030 and send it again.',
  },
  FILE_UNREADABLE: {
    zh: '文件无法读取：{reason}。请检查文件是否完整。',
    en: 'The file cannot be read: {reason}. Check that it is complete.',
  },
  SOURCE_DEPARTMENT_UNKNOWN: {
    zh: '报送单位“{department}”不在部门目录中，请从 departments 查询代码。',
    en: 'The source department "{department}" is not in the catalogue; see the query "departments".',
  },
  BATCH_BUSY: {
    zh: '同一文件正在入库（批次 {batchId}），请等待其完成。',
    en: 'The same file is being loaded now (batch {batchId}); wait for it to end.',
  },
  QUERY_TOO_DEEP: {
    zh: '查询嵌套 {depth} 层，超过上限 {limit} 层，请拆分查询。',
    en: 'The query is {depth} levels deep, the limit is {limit}; split it.',
  },
  QUERY_TOO_MANY_ALIASES: {
    zh: '查询使用 {count} 个别名，超过上限 {limit} 个，请改用批量接口。',
    en: 'The query has {count} aliases, the limit is {limit}; use a batch query instead.',
  },
  QUERY_TOO_MANY_DIRECTIVES: {
    zh: '查询使用 {count} 个指令，超过上限 {limit} 个。',
    en: 'The query has {count} directives, the limit is {limit}.',
  },
  QUERY_TOO_LARGE: {
    zh: '查询展开后有 {count} 个字段，超过上限 {limit} 个，请缩小查询。',
    en: 'The query expands to {count} fields, the limit is {limit}; ask for less.',
  },
  QUERY_TOO_COSTLY: {
    zh: '查询成本 {cost} 超过上限 {limit}，请减小每页条数或拆分查询。',
    en: 'The query costs {cost}, the limit is {limit}; take smaller pages or split it.',
  },
  DOCUMENT_UNKNOWN: {
    zh: '没有标识为“{documentId}”的已登记查询文档，请核对标识，或在 query 中发送查询全文。',
    en: 'No trusted document has the id "{documentId}"; check it, or send the text in "query".',
  },
  OVERLOADED: {
    zh: '系统繁忙，请稍后重试。',
    en: 'The hub is busy; try again shortly.',
  },
  QUERY_TIMEOUT: {
    zh: '查询超过规定时间，已停止，请缩小查询范围后重试。',
    en: 'The query took longer than it may and was stopped; ask for less and try again.',
  },
  FORBIDDEN: {
    zh: '当前账号不能执行该操作：{action}。',
    en: 'This account may not do this: {action}.',
  },
} as const satisfies Record<string, RefusalText>

export type RefusalCode = keyof typeof REFUSALS
export type RefusalDetails = Readonly<Record<string, string | number>>

const fill = (text: string, details: RefusalDetails): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))

export const refusalText = (code: RefusalCode, details: RefusalDetails = {}): RefusalText => ({
  zh: fill(REFUSALS[code].zh, details),
  en: fill(REFUSALS[code].en, details),
})

/** Refusals that speak of the moment and not of the question: the same question may be answered later. */
const PASSING: ReadonlySet<RefusalCode> = new Set(['OVERLOADED', 'QUERY_TIMEOUT'])

/** What HTTP says with OVERLOADED. */
export const BUSY = { status: 503, retryAfterSeconds: 1 } as const

const http = { status: BUSY.status, headers: new Map([['retry-after', String(BUSY.retryAfterSeconds)]]) }

/** An expected answer to a legitimate question: stable code, Chinese and English text; a 5xx for OVERLOADED only. */
export class Refusal extends GraphQLError {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    const { zh, en } = refusalText(code, details)
    super(zh, { extensions: { code, messageEn: en, details, ...(code === 'OVERLOADED' ? { http } : {}) } })
    this.code = code
    this.details = details
  }

  /** Never data of a mutation: nothing was decided. */
  get passing(): boolean {
    return PASSING.has(this.code)
  }
}

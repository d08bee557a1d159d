import { headerCell } from './format.ts'

/** A column of the nationwide 双公示 templates. Lengths and codes: DOMAIN §3.1–3.2. */
export interface TemplateColumn {
  /** Field code of the template, e.g. CF_WSH. */
  readonly code: string
  readonly zh: string
  /** Other headers under which the column arrives. */
  readonly also?: readonly string[]
  readonly max?: number
  /** Must hold a value in every row. */
  readonly required?: true
  /** Number of a natural person: never stored, never logged, never given back. */
  readonly secret?: true
}

const PARTY = {
  partyName: { code: 'XDR_MC', zh: '行政相对人名称', max: 200, required: true },
  partyKind: { code: 'XDR_LB', zh: '行政相对人类别', also: ['TYPE'], required: true },
  uscc: { code: 'XDR_SHXYM', zh: '统一社会信用代码', max: 18 },
  registrationNo: { code: 'XDR_GSZC', zh: '工商注册号', also: ['工商登记码'], max: 50 },
  orgCode: { code: 'XDR_ZZJG', zh: '组织机构代码', max: 32 },
  taxNo: { code: 'XDR_SWDJ', zh: '税务登记号', max: 32 },
  institutionCert: { code: 'XDR_SYDW', zh: '事业单位证书号', max: 120 },
  socialOrgCert: { code: 'XDR_SHZZ', zh: '社会组织登记证号', max: 50 },
  legalRepresentative: { code: 'FRDB', zh: '法定代表人', max: 50 },
  representativeIdKind: { code: 'FR_ZJLX', zh: '法定代表人证件类型', max: 64 },
  representativeId: { code: 'FR_ZJHM', zh: '法定代表人证件号码', max: 64, secret: true },
  personIdKind: { code: 'XDR_ZJLX', zh: '证件类型', also: ['自然人证件类型'], max: 64 },
  personId: { code: 'XDR_ZJHM', zh: '证件号码', also: ['自然人证件号码'], max: 64, secret: true },
} as const

const prefixed = <Part extends Readonly<Record<string, TemplateColumn>>>(
  prefix: string,
  columns: Part,
): { readonly [Key in keyof Part]: TemplateColumn } =>
  Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, { ...column, code: `${prefix}${column.code}` }]),
  ) as { readonly [Key in keyof Part]: TemplateColumn }

export const PENALTY_COLUMNS = {
  ...prefixed('CF_', PARTY),
  documentNo: { code: 'CF_WSH', zh: '行政处罚决定书文号', also: ['决定书文号'], max: 128, required: true },
  violationType: { code: 'CF_WFXW', zh: '违法行为类型', required: true },
  violationFacts: { code: 'CF_SY', zh: '违法事实', required: true },
  basis: { code: 'CF_YJ', zh: '处罚依据', required: true },
  kinds: { code: 'CF_CFLB', zh: '处罚类别', required: true },
  content: { code: 'CF_NR', zh: '处罚内容', required: true },
  fine: { code: 'CF_NR_FK', zh: '罚款金额(万元)', also: ['罚款金额'] },
  confiscated: {
    code: 'CF_NR_WFFF',
    zh: '没收违法所得、没收非法财物的金额(万元)',
    also: ['没收违法所得、没收非法财物金额(万元)', '没收金额'],
  },
  affectedLicence: { code: 'CF_NR_ZKDX', zh: '暂扣或吊销证照名称及编号', max: 200 },
  decidedOn: { code: 'CF_JDRQ', zh: '处罚决定日期', required: true },
  effectiveTo: { code: 'CF_YXQ', zh: '处罚有效期' },
  publicityEndsOn: { code: 'CF_GSJZQ', zh: '公示截止期' },
  authorityName: { code: 'CF_CFJG', zh: '处罚机关', max: 200, required: true },
  authorityCode: { code: 'CF_CFJGDM', zh: '处罚机关统一社会信用代码', max: 18, required: true },
  sourceName: { code: 'CF_SJLY', zh: '数据来源单位', max: 200, required: true },
  sourceCode: { code: 'CF_SJLYDM', zh: '数据来源单位统一社会信用代码', max: 18, required: true },
  remark: { code: 'BZ', zh: '备注', also: ['CF_BZ'] },
} as const satisfies Readonly<Record<string, TemplateColumn>>

export const LICENCE_COLUMNS = {
  ...prefixed('XK_', PARTY),
  documentName: { code: 'XK_XKWS', zh: '行政许可决定文书名称', max: 64, required: true },
  documentNo: { code: 'XK_WSH', zh: '行政许可决定文书号', also: ['决定文书号'], max: 128, required: true },
  kinds: { code: 'XK_XKLB', zh: '许可类别', required: true },
  certificateName: { code: 'XK_XKZS', zh: '许可证书名称', max: 64 },
  certificateNo: { code: 'XK_XKBH', zh: '许可编号', max: 64 },
  content: { code: 'XK_NR', zh: '许可内容', required: true },
  decidedOn: { code: 'XK_JDRQ', zh: '许可决定日期', required: true },
  effectiveFrom: { code: 'XK_YXQZ', zh: '有效期自', required: true },
  effectiveTo: { code: 'XK_YXQZI', zh: '有效期至', required: true },
  authorityName: { code: 'XK_XKJG', zh: '许可机关', max: 200, required: true },
  authorityCode: { code: 'XK_XKJGDM', zh: '许可机关统一社会信用代码', max: 18, required: true },
  state: { code: 'XK_ZT', zh: '当前状态', required: true },
  sourceName: { code: 'XK_SJLY', zh: '数据来源单位', also: ['XK_LYDW'], max: 200, required: true },
  sourceCode: {
    code: 'XK_SJLYDM',
    zh: '数据来源单位统一社会信用代码',
    also: ['XK_LYDWDM'],
    max: 18,
    required: true,
  },
  remark: { code: 'BZ', zh: '备注', also: ['XK_BZ'] },
} as const satisfies Readonly<Record<string, TemplateColumn>>

export type PartyColumn = keyof typeof PARTY
export type PenaltyColumn = keyof typeof PENALTY_COLUMNS
export type LicenceColumn = keyof typeof LICENCE_COLUMNS
type Columns = Readonly<Record<string, TemplateColumn>>

const plainHeader = (header: string): string =>
  headerCell(header).normalize('NFKC').replaceAll('*', '').toUpperCase()

const namesOf = ({ code, zh, also = [] }: TemplateColumn): string[] =>
  [code, zh, ...also].map((name) => plainHeader(name))

/** 行政相对人代码_1(统一社会信用代码) is the column in its brackets. */
const INNER = /^行政相对人代码_\d\((.+)\)$/

/** Where each column of a template stands in a header, by field code or Chinese name; -1 where it is missing. */
export function placesOf<Key extends string>(
  columns: Readonly<Record<Key, TemplateColumn>>,
  header: readonly string[],
): Readonly<Record<Key, number>> {
  const given = header.map(plainHeader).map((name) => INNER.exec(name)?.[1] ?? name)
  const place = (column: TemplateColumn): number => {
    const names = namesOf(column)
    return given.findIndex((name) => names.includes(name))
  }
  return Object.fromEntries(
    Object.entries<TemplateColumn>(columns).map(([key, column]) => [key, place(column)]),
  ) as Record<Key, number>
}

/** Columns that must be there and are not, as the template names them. */
export function missingFrom(columns: Columns, header: readonly string[]): string[] {
  const places = placesOf(columns, header)
  return Object.entries(columns)
    .filter(([key, column]) => column.required && (places[key] ?? -1) < 0)
    .map(([, column]) => `${column.zh}(${column.code})`)
}

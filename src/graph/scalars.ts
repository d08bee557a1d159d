import { GraphQLScalarType, Kind } from 'graphql'
import { Refusal } from '../kernel/errors.ts'
import { isUscc, normaliseCode, normaliseDocumentNumber } from '../standards/index.ts'

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

function textScalar(rule: {
  name: string
  description: string
  parse: (text: string) => string
  serialize?: (value: unknown) => string
}): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string')
      throw new Refusal('FILTER_INVALID', { field: rule.name, reason: 'string expected' })
    return rule.parse(value)
  }
  return new GraphQLScalarType<string, string>({
    name: rule.name,
    description: rule.description,
    serialize: rule.serialize ?? String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  })
}

function existingDay(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`)
  if (!DAY.test(text) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new Refusal('DAY_INVALID', { input: text.slice(0, 40) })
  return text
}

export const DayScalar = textScalar({
  name: 'Date',
  description: '日期 A legal day, YYYY-MM-DD, Asia/Shanghai.',
  parse: existingDay,
})

export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: '时刻 An instant, ISO 8601 in UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
})

export const UsccScalar = textScalar({
  name: 'USCC',
  description: '统一社会信用代码 Unified social credit code in its strict form, GB 32100-2015.',
  parse: (text) => {
    if (!isUscc(text)) throw new Refusal('USCC_CHARSET', { input: text.slice(0, 40) })
    return text
  },
})

export const LooseCodeScalar = textScalar({
  name: 'LooseCode',
  description:
    '宽松代码 A code as people type it: width, case, blanks and hyphens are forgiven, nothing else. (统一社会信用代码)',
  parse: (text) => normaliseCode(text.slice(0, 100)),
})

export const DocumentNumberScalar = textScalar({
  name: 'DocNo',
  description: '文书号 Document number, year brackets normalised to 〔〕, e.g. 婺市监处罚〔2026〕12号.',
  parse: (text) => normaliseDocumentNumber(text.slice(0, 200)),
})

const yuan = (cents: string): string => {
  const sign = cents.startsWith('-') ? '-' : ''
  const digits = cents.replace('-', '').padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const YuanScalar = new GraphQLScalarType<string, string>({
  name: 'Yuan',
  description:
    '元 An amount of money in whole units with two decimals, exact ("20000000.00"); kept as integer cents.',
  serialize: (cents) => yuan(String(cents)),
})

export const DivisionCodeScalar = textScalar({
  name: 'DivisionCode',
  description:
    '行政区划代码 Division code of 6 digits, GB/T 2260; abolished codes stay valid for their time.',
  parse: (text) => {
    if (!/^\d{6}$/.test(text))
      throw new Refusal('FILTER_INVALID', { field: 'DivisionCode', reason: '6 digits 须为6位数字' })
    return text
  },
})

export const IndustryCodeScalar = textScalar({
  name: 'IndustryCode',
  description: '行业代码 Industry code, GB/T 4754: a section letter and up to 4 digits.',
  parse: (text) => {
    if (!/^[A-T]\d{0,4}$/.test(text))
      throw new Refusal('FILTER_INVALID', { field: 'IndustryCode', reason: 'like A or F51 形如 A 或 F51' })
    return text
  },
})

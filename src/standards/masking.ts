import { withoutBlanks } from './blanks.ts'

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 东方 南宫 西门 轩辕 长孙 宇文 端木 独孤 ' +
    '百里 东郭 南郭 呼延 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 亓官 司寇 子车 ' +
    '颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 东门 左丘 梁丘 万俟 赫连 第五 羊舌 纳兰'
  ).split(' '),
)

/**
 * A person's name with the surname kept and one `*` for each further character; a two-character surname
 * stays whole when something follows it. Blanks at the ends are dropped.
 * Source: the hub's parameter under 个人信息保护法 6, 28 (DOMAIN §10, P). Example: `'欧阳明'` → `'欧阳*'`.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const isCompound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''))
  const kept = isCompound ? 2 : 1
  return characters.slice(0, kept).join('') + '*'.repeat(Math.max(0, characters.length - kept))
}

const EIGHTEEN = /^\d{17}[\dXx]$/
const FIFTEEN = /^\d{15}$/

/**
 * A resident identity number for readers inside government: first 6 + `********` + last 4, so that the
 * birth date is hidden (15-digit form: first 6 + `******` + last 3). Anything else is hidden whole. In public
 * answers the field is null, not masked.
 * Source: the hub's parameter under 个人信息保护法 28 (DOMAIN §10, P).
 * Example: `'11010519491231002X'` → `'110105********002X'`.
 */
export function maskResidentId(id: string): string {
  const text = withoutBlanks(id)
  if (EIGHTEEN.test(text)) return `${text.slice(0, 6)}********${text.slice(-4)}`
  if (FIFTEEN.test(text)) return `${text.slice(0, 6)}******${text.slice(-3)}`
  return '*'.repeat([...text].length)
}

const NOT_DIGIT = /\D+/g
const COUNTRY_PREFIX = /^(?:00)?86(?=1\d{10}$)/

/**
 * A telephone number as first 3 + `****` + last 4 digits, without the prefix +86 and without separators.
 * A number of fewer than 11 digits is hidden whole, since the mask would leave too little of it to guess.
 * Source: the hub's parameter (DOMAIN §10, P). Example: `'138 1234 5678'` → `'138****5678'`.
 */
export function maskPhone(phone: string): string {
  const digits = withoutBlanks(phone).replace(NOT_DIGIT, '').replace(COUNTRY_PREFIX, '')
  return digits.length < 11 ? '*'.repeat(digits.length) : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/**
 * Province, city, county and township, each optional, from the left. 镇 and 乡 may open or close the name of
 * a city or county (镇海区, 宁乡市) but not stand inside it; a 小区, 园区 or 市场 is neither.
 */
const DOWN_TO_TOWNSHIP = new RegExp(
  '^(?:[^省市区县\\d]{2,9}?(?:省|自治区|特别行政区))?' +
    '(?:[镇乡]?[^省市区县镇乡\\d]{1,9}?[镇乡]?(?:自治州|地区|盟|市(?!场)))?' +
    '(?:[镇乡]?[^省市区县旗镇乡路街巷弄号\\d]{1,8}?[镇乡]?(?:自治县|自治旗|林区|县|旗|市(?!场)|(?<![小社校厂园])区))?' +
    '(?:[^省市区县路巷弄号村\\d]{1,9}?(?:街道办事处|街道|民族乡|苏木|镇|乡))?',
)

/**
 * An address down to its township (乡、镇、街道), the rest as `***`; where the township is not written, down
 * to the county or city. An address in which none of these is found is hidden whole.
 * Source: the hub's parameter (DOMAIN §10, P). Example: `'浙江省金华市婺城区城东街道后城里街12号'` → `'浙江省金华市婺城区城东街道***'`.
 */
export function maskAddress(address: string): string {
  const text = withoutBlanks(address)
  const shown = DOWN_TO_TOWNSHIP.exec(text)?.[0] ?? ''
  return shown === text ? shown : `${shown}***`
}

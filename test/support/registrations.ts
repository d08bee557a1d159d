import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { orgCodeCheckCharacter, usccCheckCharacter } from '../../src/standards/index.ts'

/** Real rows with their dirt, where the folder with them stands beside the project. */
const REAL = new URL('../../../shared/data/', import.meta.url)

const HEADER = '企业名称,统一社会信用代码,注册日期,企业类型,法人代表,注册资金,经营范围,所在省份,地区,注册地址'
const CAPITALS = [
  '"2,000(万元人民币)"',
  '50万人民币',
  'N/A',
  '10(万元)',
  '0.0005万人民币',
  '100(万美元)',
  '500()',
]

export interface RegistrationsFile {
  readonly path: string
  readonly expected: Readonly<Record<string, number>>
}

/** Figures of the real file; the made-up one is built to the same. */
const FIGURES = {
  rows: 13_650,
  validRows: 12_995,
  distinctSubjects: 12_992,
  repeatedCodeRows: 3,
  legacy15DigitNumber: 223,
  invalidCode: 426,
  raggedRows: 6,
}

function codeOf(at: number): string {
  const body = `MA${String(100_000 + at)}`
  const first17 = `91330702${body}${orgCodeCheckCharacter(body)}`
  return first17 + usccCheckCharacter(first17)
}

const line = (name: string, code: string, at: number): string =>
  `${name},${code},${1990 + (at % 30)}-0${1 + (at % 9)}-11,N/A,王${at % 7}五,${CAPITALS[at % CAPITALS.length]},"五金、百货零售；（依法须经批准的项目）,凭证经营",浙江,金华,金华市某路${at}号`

/** Codes that are wrong in the ways real ones are: lower case, too short, letters that do not occur, a digit off. */
function faulty(at: number): string {
  const code = codeOf(500_000 + at)
  if (at % 4 === 0) return code.toLowerCase()
  if (at % 4 === 1) return code.slice(0, 15)
  if (at % 4 === 2) return `${code.slice(0, 17)}${code.endsWith('1') ? '2' : '1'}`
  return `${code.slice(0, 16)}I${code.slice(17)}`
}

function madeUp(): string[] {
  const known =
    '天津市天明混凝土有限公司,9112022466033687XY,2007-05-18,N/A,周志,"2,000(万元人民币)",混凝土,天津,宝坻,宝坻区马家店镇'
  const rows = [known]
  for (let at = 1; at < FIGURES.distinctSubjects; at += 1)
    rows.push(line(`金华市第${at}五金有限公司`, codeOf(at), at))
  for (let at = 1; at <= FIGURES.legacy15DigitNumber; at += 1)
    rows.push(line(`金华县第${at}厂`, String(330_702_000_000_000 + at), at))
  for (let at = 0; at < FIGURES.invalidCode; at += 1) rows.push(line(`浙江第${at}号行`, faulty(at), at))
  for (let at = 0; at < FIGURES.raggedRows; at += 1)
    rows.push(`残行${at},${codeOf(800_000 + at)},2001-01-01,"引号"乱,河南`)
  const step = 6_151
  const mixed = rows.map((_, at) => rows[(at * step) % rows.length] ?? '')
  const repeated = [1, 2, 3].map((at) => line(`金华市第${at}五金有限公司`, codeOf(at), at))
  return [...mixed, ...repeated]
}

/** The registrations the tests load: the real ones where they are, else as many made-up ones with the same dirt. */
export async function registrationsFile(): Promise<RegistrationsFile> {
  const real = fileURLToPath(new URL('registrations.csv', REAL))
  if (existsSync(real)) {
    const expected = JSON.parse(await readFile(new URL('expected.json', REAL), 'utf8')) as Record<
      string,
      number
    >
    return { path: real, expected }
  }
  const path = join(await mkdtemp(join(tmpdir(), 'xinshu-registrations-')), 'registrations.csv')
  await writeFile(path, `${[HEADER, ...madeUp()].join('\n')}\n`)
  return { path, expected: FIGURES }
}

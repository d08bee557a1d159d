import { OFFICES, type Place } from './places.ts'
import { tableOf } from './table.ts'

/** A department that decides and sends: a row of the department catalogue. */
export interface Department {
  readonly code: string
  readonly name: string
  /** Beginning of its document numbers, e.g. 婺市监. */
  readonly mark: string
}

/** Function code of the catalogue, name after the division's, mark in document numbers. */
const FUNCTIONS = `
001 | 发展和改革局 | 发改
002 | 经济和信息化局 | 经信
040 | 教育局 | 教
050 | 科学技术局 | 科
120 | 公安局 | 公
130 | 税务局 | 税
140 | 民政局 | 民
145 | 司法局 | 司
150 | 人力资源和社会保障局 | 人社
160 | 财政局 | 财
190 | 生态环境局 | 环
200 | 住房和城乡建设局 | 建
210 | 交通运输局 | 交
220 | 水利局 | 水
240 | 应急管理局 | 应急
250 | 商务局 | 商
270 | 文化广电旅游局 | 文广旅
280 | 农业农村局 | 农
310 | 自然资源和规划局 | 自然资
320 | 统计局 | 统
540 | 卫生健康局 | 卫
660 | 市场监督管理局 | 市监
670 | 药品监督管理局 | 药监
690 | 综合行政执法局 | 综执
701 | 政务服务管理办公室 | 政务
703 | 消防救援支队 | 消
704 | 公共资源交易中心 | 公易
CRT | 人民法院 | 法
`

/** Units only the city has. */
const CITY_ONLY = `
330 | 金华海关 | 金关
801 | 金华市电力有限公司 | 金电
802 | 金华市水务有限公司 | 金水务
803 | 金华市燃气有限公司 | 金燃
CRT | 金华市中级人民法院 | 浙07
`

const MARKS: Readonly<Record<string, string>> = {
  '330700': '金',
  '330702': '婺',
  '330703': '金东',
  '330782': '义',
  '330783': '东',
}
const COURT_MARKS: Readonly<Record<string, string>> = {
  '330702': '浙0702',
  '330703': '浙0703',
  '330782': '浙0782',
  '330783': '浙0783',
}

const departments = new Map<string, Department>()
const add = (code: string, name: string, mark: string) => departments.set(code, { code, name, mark })

for (const [unit, name = '', mark = ''] of tableOf(FUNCTIONS)) {
  for (const office of OFFICES) {
    const shortMark = unit === 'CRT' ? (COURT_MARKS[office.code] ?? mark) : `${MARKS[office.code]}${mark}`
    add(`${office.code}-${unit}`, office.name + name, shortMark)
  }
}
for (const [unit, name = '', mark = ''] of tableOf(CITY_ONLY)) add(`330700-${unit}`, name, mark)

export const allDepartments = (): readonly Department[] => [...departments.values()]

/** The department of a function that is competent for a place; the city's where the place has none. */
export function departmentOf(place: Pick<Place, 'office'>, unit: string): Department {
  const department = departments.get(`${place.office}-${unit}`) ?? departments.get(`330700-${unit}`)
  if (!department) throw new RangeError(`no department ${place.office}-${unit}`)
  return department
}

import { tableOf } from './words/table.ts'

export type CastId =
  | 'CLEAN'
  | 'LISTED'
  | 'DEBTOR'
  | 'REPAIRED'
  | 'CANCELLED'
  | 'RED'
  | 'SHOP'
  | 'ASSOCIATION'
  | 'VILLAGE'
  | 'COLLUDED'
  | 'BOSS_LISTED'
  | 'PERSON'
  | 'HEAVY'
  | 'RENAMED'
  | 'SUCCESSOR'
  | 'PREDECESSOR'
  | 'NUMBER_ONLY'
  | 'BRANCH'

/** A subject that is in every city, whatever its size and seed: for examples and tests. */
export interface CastMember {
  readonly id: CastId
  /** USCC, or the old registration number of NUMBER_ONLY; empty for PERSON, who is known by a keyed hash. */
  readonly code: string
  readonly name: string
  readonly zh: string
}

const TABLE = `
CLEAN | 91330702MAXDEM013U | 金华市清正精密机械有限公司 | 无任何负面记录的存续企业，有分支机构
LISTED | 91330782MAXDEM021J | 义乌市迅达日用品有限公司 | 列入严重违法失信名单（L03）和经营异常名录（L04）
DEBTOR | 91330702MAXDEM03XE | 金华市恒源建筑工程有限公司 | 失信被执行人（L01），并有多条行政处罚
REPAIRED | 91330783MAXDEM048Q | 东阳市木之韵红木家具有限公司 | 曾列入 L03 并受处罚，均已修复，核查通过
CANCELLED | 91330703MAXDEM056P | 金华市旧梦餐饮管理有限公司 | 已注销企业
RED | 91330782MAXDEM0640 | 义乌市诚泰进出口有限公司 | A级纳税人（R01）、海关高级认证企业（R02）
SHOP | 92330782MAXDEM072P | 义乌市老陈小吃店 | 个体工商户
ASSOCIATION | 51330700MAXDEM0801 | 金华市机械行业协会 | 社会组织
VILLAGE | N2330702MAXDEM0996 | 婺城区白龙桥镇上陈村股份经济合作社 | 农村集体经济组织
COLLUDED | 91330703MAXDEM101Q | 浙江同创市政工程有限公司 | 有串通投标决定事项（BID_COLLUSION），不在任何名单上
BOSS_LISTED | 91330703MAXDEM11XG | 金华市金东区利民塑料制品有限公司 | 企业本身无名单，法定代表人是失信被执行人（L01）
PERSON |  | 楼建军 | 上一企业的法定代表人，自然人，失信被执行人（L01），不公开
HEAVY | 91330702MAXDEM1282 | 金华市万家福商贸连锁有限公司 | 记录极多的主体，十三类记录俱全
RENAMED | 91330784MAXDEM136M | 浙江新纪元电动工具股份有限公司 | 两次更名并增资
SUCCESSOR | 91330783MAXDEM1442 | 东阳市同德药业有限公司 | 由个体工商户转型而来（个转企），有前身
PREDECESSOR | 92330783MAXDEM152R | 东阳市同德药材商行 | 已注销，由上一企业承继
NUMBER_ONLY | 330700399991010 | 金华市东方红塑料厂 | 只有工商注册号的老企业，无统一社会信用代码
BRANCH | 91330782MAXDEM1609 | 金华市清正精密机械有限公司义乌分公司 | 分支机构，总公司为 CLEAN
`

/** In the order of their ordinals. */
export const CAST: readonly CastMember[] = tableOf(TABLE).map(([id, code = '', name = '', zh = '']) => ({
  id: id as CastId,
  code,
  name,
  zh,
}))

export function castMember(id: CastId): CastMember {
  const member = CAST.find((known) => known.id === id)
  if (!member) throw new RangeError(`nobody called ${id}`)
  return member
}

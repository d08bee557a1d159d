import { tableOf } from './table.ts'

/** What the city's departments need to list somebody: the kind's colour, basis, term, reasons. */
export interface ListTemplate {
  readonly code: string
  readonly colour: 'BLACK' | 'GREY' | 'RED'
  readonly unit: string
  readonly basis: string
  /** Months of the term; 0 until corrected. */
  readonly months: number
  /** Months before an early exit; null where there is none. */
  readonly exitMonths: number | null
  readonly mark: string
  readonly reasons: readonly string[]
  readonly exitReason: string
}

const TABLE = `
L01 | BLACK | CRT | 最高人民法院关于公布失信被执行人名单信息的若干规定第一条 | 24 | 3 | 执 | 有履行能力而拒不履行生效法律文书确定义务;违反财产报告制度;无正当理由拒不履行执行和解协议 | 全部义务已履行完毕
L02 | GREY | CRT | 最高人民法院关于限制被执行人高消费及有关消费的若干规定第一条 | 0 | 2 | 执 | 未按执行通知书指定的期间履行生效法律文书确定的给付义务 | 已履行或提供充分担保
L03 | BLACK | 660 | 市场监督管理严重违法失信名单管理办法 | 36 | 12 | 严 | 被列入经营异常名录届满三年仍未履行相关义务;生产经营不符合食品安全标准的食品，性质恶劣;提交虚假材料取得公司登记 | 已自觉履行义务，消除危害后果，提交信用修复承诺
L04 | GREY | 660 | 企业信息公示暂行条例第十七条 | 0 | 1 | 异列 | 未依照规定的期限公示年度报告;通过登记的住所或者经营场所无法联系;公示企业信息隐瞒真实情况、弄虚作假 | 已补报年度报告并公示;住所已变更;已重新取得联系
L05 | GREY | 660 | 个体工商户年度报告暂行办法第十三条 | 0 | 1 | 标 | 未依照规定报送年度报告;通过登记的经营场所无法联系 | 已补报年度报告
L06 | GREY | 660 | 农民专业合作社年度报告公示暂行办法第十条 | 0 | 1 | 异列 | 未依照规定报送年度报告;通过登记的住所无法联系 | 已补报年度报告
L07 | BLACK | 130 | 重大税收违法失信主体信息公布管理办法第六条 | 36 | 6 | 失信 | 虚开增值税专用发票;采取欺骗手段少缴应纳税款一百万元以上 | 已缴清税款、滞纳金和罚款
L08 | BLACK | 150 | 保障农民工工资支付条例第四十八条 | 36 | 6 | 失信 | 克扣、无故拖欠农民工工资报酬，数额达到认定拒不支付劳动报酬罪数额标准 | 已改正且六个月内未再发生拖欠
L09 | BLACK | 240 | 安全生产严重失信主体名单管理办法 | 36 | 12 | 失信 | 发生较大生产安全事故负有主要责任;未经许可从事危险化学品生产经营 | 已整改完毕并作出信用承诺
L12 | BLACK | 160 | 中华人民共和国政府采购法第七十七条 | 24 | 0 | 采监 | 提供虚假材料谋取中标、成交;与其他供应商恶意串通 | 禁止期限届满
L16 | BLACK | 270 | 文化和旅游市场信用管理规定 | 36 | 12 | 失信 | 未经许可经营旅行社业务，情节严重 | 已履行行政处罚决定并整改
L17 | BLACK | 140 | 社会组织信用信息管理办法 | 24 | 24 | 严 | 被列入活动异常名录满二年 | 已履行相关义务
L18 | GREY | 140 | 社会组织信用信息管理办法 | 0 | 1 | 异 | 未按照规定时限报送年度工作报告;登记管理机关在抽查中发现问题未整改 | 已报送年度工作报告
L21 | BLACK | 200 | 建筑市场信用管理暂行办法 | 12 | 3 | 失信 | 利用虚假材料取得企业资质;发生转包、出借资质，受到行政处罚 | 已整改
L29 | GREY | 001 | 金华市信用信息管理规定（重点关注名单） | 12 | 0 | 信重 | 一年内三次以上轻微失信 | 未再发生失信行为
L31 | GREY | 130 | 纳税缴费信用管理办法 | 24 | 6 | 信 | 纳税缴费信用评价为D级 | 已纠正失信行为并重新评价
R01 | RED | 130 | 纳税缴费信用管理办法 | 12 | 0 | 信 | 年度纳税缴费信用评价为A级 | 评价周期届满
R02 | RED | 330 | 海关注册登记和备案企业信用管理办法 | 60 | 0 | 信 | 经认证符合海关高级认证企业标准 | 重新认证
R04 | RED | 660 | 浙江省守合同重信用企业公示办法 | 24 | 0 | 信 | 公示为AAA级守合同重信用企业 | 公示期届满
R05 | RED | 001 | 关于建立完善守信联合激励和失信联合惩戒制度的指导意见 | 24 | 0 | 信典 | 获评金华市诚信示范单位 | 有效期届满
R06 | RED | 001 | 青年志愿者守信联合激励合作备忘录 | 12 | 0 | 青志 | 获评优秀青年志愿者 | 有效期届满
R07 | RED | 240 | 中华人民共和国安全生产法 | 36 | 0 | 标 | 通过安全生产标准化一级企业评审 | 证书期满
R08 | RED | 190 | 企业环境信用评价办法（试行） | 12 | 0 | 信 | 环境信用评价为绿色等级 | 评价周期届满
R09 | RED | 150 | 企业劳动保障守法诚信等级评价办法 | 12 | 0 | 信 | 劳动保障守法诚信等级A级 | 评价周期届满
R10 | RED | 001 | 公共信用综合评价办法 | 12 | 0 | 信评 | 公共信用综合评价为优级 | 评价周期届满
R11 | RED | 660 | 个体工商户分型分类精准帮扶办法 | 36 | 0 | 优 | 认定为名特优新个体工商户（知名类） | 有效期届满
`

export const LIST_TEMPLATES: readonly ListTemplate[] = tableOf(TABLE).map(
  ([
    code = '',
    colour,
    unit = '',
    basis = '',
    months,
    exitMonths,
    mark = '',
    reasons = '',
    exitReason = '',
  ]) => ({
    code,
    colour: colour as ListTemplate['colour'],
    unit,
    basis,
    months: Number(months),
    exitMonths: exitMonths === '0' ? null : Number(exitMonths),
    mark,
    reasons: reasons.split(';'),
    exitReason,
  }),
)

export function listTemplate(code: string): ListTemplate {
  const template = LIST_TEMPLATES.find((known) => known.code === code)
  if (!template) throw new RangeError(`no list ${code}`)
  return template
}

import { Wheel } from '../dice.ts'
import { tableOf } from './table.ts'

export type PenaltyKindWord =
  | 'WARNING'
  | 'CRITICISM'
  | 'FINE'
  | 'CONFISCATE_GAINS'
  | 'CONFISCATE_PROPERTY'
  | 'SUSPEND_LICENCE'
  | 'DOWNGRADE'
  | 'SUSPEND_BUSINESS'
  | 'RESTRICT_OPERATION'

/** One violation: who punishes it, what it is called, on which basis, how. */
export interface Violation {
  readonly unit: string
  readonly type: string
  readonly facts: string
  readonly basis: string
  readonly kinds: readonly PenaltyKindWord[]
  /** Fine in yuan, from and to. */
  readonly fine: readonly [number, number]
}

const TABLE = `
10 | 660 | 经营超过保质期食品 | 经营场所货架上有超过保质期的预包装食品待售 | 《中华人民共和国食品安全法》第一百二十四条第一款第五项 | FINE CONFISCATE_GAINS CONFISCATE_PROPERTY | 500 20000
7 | 660 | 发布虚假广告 | 在网店页面使用与实际情况不符的宣传用语 | 《中华人民共和国广告法》第五十五条第一款 | FINE | 1000 50000
6 | 660 | 销售不符合保障人体健康安全标准的产品 | 销售的电动自行车经抽样检验不合格 | 《中华人民共和国产品质量法》第四十九条 | FINE CONFISCATE_GAINS CONFISCATE_PROPERTY | 2000 80000
6 | 660 | 侵犯注册商标专用权 | 未经许可在同一种商品上使用与他人注册商标相同的商标 | 《中华人民共和国商标法》第六十条第二款 | FINE CONFISCATE_PROPERTY | 3000 100000
5 | 660 | 使用未经检验的特种设备 | 使用的叉车未经定期检验 | 《中华人民共和国特种设备安全法》第八十四条第一项 | FINE | 30000 60000
5 | 660 | 未按规定明码标价 | 销售商品未标明价格 | 《中华人民共和国价格法》第四十二条 | WARNING | 0 0
4 | 660 | 虚假宣传 | 对商品的销售状况作引人误解的商业宣传 | 《中华人民共和国反不正当竞争法》第二十条第一款 | FINE | 20000 200000
8 | 190 | 超标排放水污染物 | 废水总排口化学需氧量浓度超过排放标准 | 《中华人民共和国水污染防治法》第八十三条第二项 | FINE | 100000 400000
4 | 190 | 未按排污许可证规定开展自行监测 | 未按规定频次对废气排放口开展自行监测 | 《排污许可管理条例》第三十六条第五项 | FINE | 20000 80000
7 | 240 | 未对从业人员进行安全生产教育和培训 | 新进员工未经三级安全教育即上岗作业 | 《中华人民共和国安全生产法》第九十七条第三项 | FINE | 5000 60000
4 | 240 | 特种作业人员无证上岗 | 焊接作业人员未取得特种作业操作证 | 《中华人民共和国安全生产法》第九十七条第七项 | FINE SUSPEND_BUSINESS | 10000 100000
8 | 703 | 消防设施未保持完好有效 | 室内消火栓无水，应急照明灯损坏 | 《中华人民共和国消防法》第六十条第一款第一项 | FINE | 5000 40000
4 | 703 | 占用、堵塞安全出口 | 经营场所疏散通道堆放货物 | 《中华人民共和国消防法》第六十条第一款第三项 | FINE | 5000 30000
6 | 690 | 擅自占用城市道路 | 在人行道上堆放物品 | 《城市道路管理条例》第四十二条 | FINE | 200 5000
5 | 690 | 未按规定分类投放生活垃圾 | 将厨余垃圾与其他垃圾混合投放 | 《浙江省生活垃圾管理条例》第五十八条 | WARNING FINE | 500 5000
4 | 690 | 工地夜间施工产生噪声污染 | 未取得夜间施工许可进行混凝土浇筑 | 《中华人民共和国噪声污染防治法》第七十七条第二项 | FINE | 10000 50000
6 | 210 | 货运车辆超限运输 | 货车行驶公路超过核定总质量 | 《公路安全保护条例》第六十四条 | FINE | 500 20000
3 | 210 | 未取得道路运输经营许可从事经营 | 擅自从事道路货物运输经营 | 《中华人民共和国道路运输条例》第六十三条 | FINE CONFISCATE_GAINS | 10000 50000
4 | 200 | 未按照工程设计图纸施工 | 擅自变更防水层做法 | 《建设工程质量管理条例》第六十四条 | FINE DOWNGRADE | 50000 300000
3 | 200 | 未取得施工许可证擅自施工 | 未办理施工许可手续即开工建设 | 《建筑工程施工许可管理办法》第十二条 | FINE | 10000 30000
4 | 540 | 公共场所卫生检测不合格 | 顾客用品用具未按规定消毒 | 《公共场所卫生管理条例实施细则》第三十六条 | WARNING FINE | 500 2000
3 | 540 | 未按规定处置医疗废物 | 医疗废物暂存超过二日 | 《医疗废物管理条例》第四十七条 | WARNING FINE | 5000 30000
4 | 130 | 未按规定期限办理纳税申报 | 连续三个属期未办理增值税申报 | 《中华人民共和国税收征收管理法》第六十二条 | FINE | 50 2000
3 | 130 | 未按规定开具发票 | 开具与实际经营业务情况不符的发票 | 《中华人民共和国发票管理办法》第三十五条 | FINE CONFISCATE_GAINS | 1000 50000
3 | 150 | 拒不支付劳动者工资 | 经责令改正后逾期未支付工资 | 《劳动保障监察条例》第二十六条 | WARNING FINE | 2000 20000
2 | 280 | 经营假劣农药 | 销售的农药有效成分含量不符合标准 | 《农药管理条例》第五十六条 | FINE CONFISCATE_GAINS | 2000 20000
2 | 320 | 提供不真实统计资料 | 上报的营业收入与实际不符 | 《中华人民共和国统计法》第四十四条 | WARNING CRITICISM FINE | 5000 50000
2 | 670 | 未按规定储存药品 | 阴凉药品储存温度超过规定 | 《中华人民共和国药品管理法》第一百二十六条 | WARNING SUSPEND_LICENCE | 0 0
2 | 310 | 未经批准占用土地 | 擅自占用集体土地建设厂房 | 《中华人民共和国土地管理法》第七十七条 | FINE CONFISCATE_PROPERTY RESTRICT_OPERATION | 10000 200000
`

const range = (text = '0 0'): readonly [number, number] => {
  const [from = 0, to = 0] = text.split(' ').map(Number)
  return [from, to]
}

export const VIOLATIONS: readonly (readonly [Violation, number])[] = tableOf(TABLE).map(
  ([weight, unit = '', type = '', facts = '', basis = '', kinds = '', fine]) => [
    { unit, type, facts, basis, kinds: kinds.split(' ') as PenaltyKindWord[], fine: range(fine) },
    Number(weight),
  ],
)

export const VIOLATION_WHEEL = new Wheel(VIOLATIONS)

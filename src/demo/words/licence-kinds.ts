import { tableOf } from './table.ts'

/** One licence the city's departments give. */
export interface LicenceTemplate {
  readonly unit: string
  readonly document: string
  readonly certificate: string
  /** Beginning of the certificate's number. */
  readonly prefix: string
  readonly mark: string
  readonly kind: 'ORDINARY' | 'CONCESSION' | 'RECOGNITION' | 'APPROVAL' | 'REGISTRATION'
  /** Months it lasts; 0 without a term. */
  readonly months: number
  readonly content: string
}

const TABLE = `
食品经营 | 660 | 食品经营许可决定书 | 食品经营许可证 | JY1 | 食许 | ORDINARY | 60 | 预包装食品、散装食品销售；热食类食品制售
食品生产 | 660 | 食品生产许可决定书 | 食品生产许可证 | SC1 | 食产许 | ORDINARY | 60 | 肉制品、糕点、调味品生产
药品经营 | 670 | 药品经营许可决定书 | 药品经营许可证 | 浙DB579 | 许 | ORDINARY | 60 | 中成药、化学药制剂、抗生素零售
药品生产 | 670 | 药品生产许可决定书 | 药品生产许可证 | 浙2020 | 产许 | ORDINARY | 60 | 片剂、胶囊剂、颗粒剂生产
公共卫生 | 540 | 公共场所卫生行政许可决定书 | 公共场所卫生许可证 | 浙卫公证字 | 公许 | ORDINARY | 48 | 住宿、美容、理发、沐浴场所经营
医疗机构 | 540 | 医疗机构执业许可决定书 | 医疗机构执业许可证 | PDY | 医许 | ORDINARY | 180 | 内科、外科、妇产科、儿科、急诊医学科
放射 | 540 | 放射诊疗许可决定书 | 放射诊疗许可证 | 浙卫放证字 | 放许 | ORDINARY | 0 | X射线影像诊断
排污 | 190 | 排污许可决定书 | 排污许可证 | PWX | 许 | ORDINARY | 60 | 废水、废气污染物排放
危废 | 190 | 危险废物经营许可决定书 | 危险废物经营许可证 | 浙危废 | 危许 | ORDINARY | 60 | 收集、贮存危险废物
建筑资质 | 200 | 建筑业企业资质审批决定书 | 建筑业企业资质证书 | D333 | 许 | RECOGNITION | 60 | 建筑工程施工总承包二级；市政公用工程施工总承包三级
安全生产 | 200 | 安全生产许可决定书 | 安全生产许可证 | 浙JZ安许证字 | 安许 | ORDINARY | 36 | 建筑施工
施工 | 200 | 建筑工程施工许可决定书 | 建筑工程施工许可证 | 3307 | 施许 | ORDINARY | 0 | 住宅及配套用房工程
排水 | 200 | 城镇污水排入排水管网许可决定书 | 排水许可证 | 浙金排 | 排许 | ORDINARY | 60 | 生活污水、餐饮污水排入城镇排水管网
道路运输 | 210 | 道路运输经营许可决定书 | 道路运输经营许可证 | 浙交运管许可 | 许 | ORDINARY | 48 | 道路普通货物运输
占道 | 690 | 占用、挖掘城市道路审批决定书 | 占用挖掘城市道路许可证 | 占道 | 许 | ORDINARY | 3 | 临时占用城市道路施工
户外广告 | 690 | 设置大型户外广告审批决定书 | 户外广告设置许可证 | 户广 | 广许 | ORDINARY | 24 | 设置门头招牌、大型户外广告
消防 | 703 | 公众聚集场所消防安全检查意见书 | 公众聚集场所投入使用、营业前消防安全检查合格证 | 消安检 | 安检 | APPROVAL | 0 | 公众聚集场所投入使用、营业前消防安全检查合格
特种行业 | 120 | 特种行业许可决定书 | 特种行业许可证 | 公特 | 特许 | ORDINARY | 0 | 旅馆业经营
人力资源 | 150 | 人力资源服务许可决定书 | 人力资源服务许可证 | HR | 许 | ORDINARY | 60 | 职业中介活动
劳务派遣 | 150 | 劳务派遣经营许可决定书 | 劳务派遣经营许可证 | LP | 派许 | ORDINARY | 36 | 劳务派遣
办学 | 040 | 民办学校办学许可决定书 | 民办学校办学许可证 | 教民 | 许 | ORDINARY | 60 | 非学历文化教育
农药 | 280 | 农药经营许可决定书 | 农药经营许可证 | 农药经许 | 许 | ORDINARY | 60 | 农药（限制使用农药除外）经营
动物防疫 | 280 | 动物防疫条件审核决定书 | 动物防疫条件合格证 | 动防合字 | 动许 | APPROVAL | 0 | 动物饲养场防疫条件合格
取水 | 220 | 取水许可决定书 | 取水许可证 | 取水 | 许 | CONCESSION | 60 | 工业取水，水源为地表水
规划 | 310 | 建设工程规划许可决定书 | 建设工程规划许可证 | 建字第 | 规许 | ORDINARY | 0 | 商业、住宅用房建设
采矿 | 310 | 采矿许可决定书 | 采矿许可证 | C3307 | 矿许 | CONCESSION | 60 | 建筑用石料露天开采
危化 | 240 | 危险化学品经营许可决定书 | 危险化学品经营许可证 | 浙金危化经 | 许 | ORDINARY | 36 | 危险化学品批发（不带储存）
印刷 | 270 | 印刷经营许可决定书 | 印刷经营许可证 | 浙印证字 | 印许 | ORDINARY | 0 | 包装装潢印刷品印刷
影视 | 270 | 广播电视节目制作经营许可决定书 | 广播电视节目制作经营许可证 | （浙）字第 | 影许 | ORDINARY | 24 | 专题、专栏、综艺、动画片、电视剧制作
增值电信 | 002 | 增值电信业务经营许可决定书 | 增值电信业务经营许可证 | 浙B2 | 许 | ORDINARY | 60 | 信息服务业务（仅限互联网信息服务）
外贸 | 250 | 对外贸易经营者备案登记决定书 | 对外贸易经营者备案登记表 | 0330 | 登 | REGISTRATION | 0 | 货物进出口、技术进出口
检测资质 | 660 | 检验检测机构资质认定决定书 | 检验检测机构资质认定证书 | 2211 | 认 | RECOGNITION | 72 | 环境、食品、建材检测
特种设备 | 660 | 特种设备使用登记决定书 | 特种设备使用登记证 | 梯11浙G | 特 | REGISTRATION | 0 | 电梯使用登记
`

const templates = new Map(
  tableOf(TABLE).map(
    ([
      id = '',
      unit = '',
      document = '',
      certificate = '',
      prefix = '',
      mark = '',
      kind,
      months,
      content = '',
    ]) => [
      id,
      {
        unit,
        document,
        certificate,
        prefix,
        mark,
        kind: kind as LicenceTemplate['kind'],
        months: Number(months),
        content,
      },
    ],
  ),
)

export function licenceTemplate(id: string): LicenceTemplate {
  const template = templates.get(id)
  if (!template) throw new RangeError(`no licence ${id}`)
  return template
}

/** Licences any subject with premises may need. */
export const GENERAL_LICENCES = ['户外广告', '特种设备', '占道', '排水', '消防'].map(licenceTemplate)

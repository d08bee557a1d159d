import { tableOf } from './table.ts'

/** A division whose subjects the city knows, with words for names and addresses. */
export interface Place {
  readonly code: string
  readonly name: string
  /** Beginning of an address. */
  readonly full: string
  /** Division whose departments of the catalogue are competent. */
  readonly office: string
  /** Beginnings of enterprise names; the first is the commonest. */
  readonly brands: readonly string[]
  readonly streets: readonly string[]
  readonly towns: readonly string[]
}

const TABLE = `
330700 | 金华市 | 浙江省金华市 | 330700 | 金华市 金华市 金华市 浙江 浙江金华 | 双龙南街 丹溪路 李渔路 宾虹西路 八一南街 环城西路 金磐路 海棠西路 永康街 仙华南街 始丰路 神丽路 | 三江街道 江南街道 西关街道 秋滨街道 苏孟乡
330702 | 婺城区 | 浙江省金华市婺城区 | 330702 | 金华市 金华市婺城区 金华 浙江 | 八一北街 解放西路 人民西路 双溪西路 婺州街 临江东路 中山路 新华街 回溪街 五一路 宾虹路 白龙桥大道 | 白龙桥镇 罗店镇 安地镇 琅琊镇 汤溪镇 蒋堂镇 雅畈镇 洋埠镇 竹马乡 乾西乡 长山乡
330703 | 金东区 | 浙江省金华市金东区 | 330703 | 金华市 金华市金东区 金华 浙江 | 光南路 康济北街 金瓯路 赤山路 东市北街 常春西路 丹光路 金港大道 施光南路 宏济街 | 孝顺镇 傅村镇 曹宅镇 澧浦镇 岭下镇 江东镇 塘雅镇 赤松镇 源东乡 多湖街道
330782 | 义乌市 | 浙江省义乌市 | 330782 | 义乌市 义乌市 义乌 浙江 金华 | 稠州北路 宗泽路 江东中路 工人西路 篁园路 商城大道 雪峰西路 春风大道 城店路 银海路 福田路 宾王路 望道路 丹溪北路 | 佛堂镇 苏溪镇 上溪镇 大陈镇 义亭镇 赤岸镇 廿三里街道 北苑街道 后宅街道 城西街道
330783 | 东阳市 | 浙江省东阳市 | 330783 | 东阳市 东阳市 浙江东阳 浙江 东阳 | 吴宁东路 人民路 中山路 江滨北街 世贸大道 兴平西路 十字街 学士北路 万盛街 广福东街 振兴路 | 横店镇 巍山镇 南马镇 歌山镇 虎鹿镇 湖溪镇 马宅镇 画水镇 千祥镇 佐村镇 白云街道 城东街道
330784 | 永康市 | 浙江省永康市 | 330700 | 永康市 永康市 浙江 | 金城路 望春东路 九铃东路 总部大道 松石西路 城塘路 | 古山镇 芝英镇 龙山镇 石柱镇 象珠镇
330781 | 兰溪市 | 浙江省兰溪市 | 330700 | 兰溪市 兰溪市 浙江 | 人民北路 府前路 丹溪大道 李渔路 振兴路 横山路 | 游埠镇 诸葛镇 黄店镇 香溪镇 马涧镇
330723 | 武义县 | 浙江省武义县 | 330700 | 武义县 浙江 | 温泉北路 解放中街 壶山下街 武阳东路 东升西路 | 桐琴镇 泉溪镇 柳城畲族镇 履坦镇 王宅镇
330726 | 浦江县 | 浙江省浦江县 | 330700 | 浦江县 浙江 | 人民东路 江滨中路 和平北路 月泉东路 亚太大道 | 黄宅镇 白马镇 郑家坞镇 岩头镇 檀溪镇
330727 | 磐安县 | 浙江省磐安县 | 330700 | 磐安县 浙江 | 壶厅路 海螺街 文溪北路 龙山路 | 尖山镇 新渥街道 玉山镇 方前镇 冷水镇
330106 | 西湖区 | 浙江省杭州市西湖区 | 330700 | 杭州 浙江 | 文三路 天目山路 古墩路 学院路 | 三墩镇 转塘街道
330110 | 余杭区 | 浙江省杭州市余杭区 | 330700 | 杭州 浙江 | 文一西路 五常大道 高教路 | 仓前街道 良渚街道
330212 | 鄞州区 | 浙江省宁波市鄞州区 | 330700 | 宁波 浙江 | 鄞县大道 天童南路 日丽中路 | 姜山镇 邱隘镇
330302 | 鹿城区 | 浙江省温州市鹿城区 | 330700 | 温州 浙江 | 人民东路 车站大道 府东路 | 藤桥镇 双屿街道
330603 | 柯桥区 | 浙江省绍兴市柯桥区 | 330700 | 绍兴 浙江 | 群贤路 金柯桥大道 裕民路 | 钱清街道 安昌街道
310115 | 浦东新区 | 上海市浦东新区 | 330700 | 上海 | 张杨路 世纪大道 锦绣东路 | 川沙新镇 周浦镇
440306 | 宝安区 | 广东省深圳市宝安区 | 330700 | 深圳市 深圳 | 宝安大道 创业一路 前进二路 | 福永街道 沙井街道
320506 | 吴中区 | 江苏省苏州市吴中区 | 330700 | 苏州 江苏 | 东吴北路 宝带东路 木渎大道 | 木渎镇 甪直镇
341502 | 金安区 | 安徽省六安市金安区 | 330700 | 六安市 安徽 | 皖西大道 解放中路 | 木厂镇 马头镇
361102 | 信州区 | 江西省上饶市信州区 | 330700 | 上饶市 江西 | 带湖路 凤凰中大道 | 沙溪镇 灵溪镇
330621 | 绍兴县 | 浙江省绍兴县 | 330700 | 绍兴县 浙江 | 柯桥大道 百舸路 | 钱清镇 杨汛桥镇
330183 | 富阳市 | 浙江省富阳市 | 330700 | 富阳市 杭州 | 富春街 迎宾路 | 大源镇 新登镇
330682 | 上虞市 | 浙江省上虞市 | 330700 | 上虞市 绍兴 | 人民中路 市民大道 | 崧厦镇 道墟镇
330104 | 江干区 | 浙江省杭州市江干区 | 330700 | 杭州 | 凤起东路 秋涛北路 | 笕桥镇 九堡镇
330185 | 临安市 | 浙江省临安市 | 330700 | 临安市 杭州 | 钱王街 衣锦街 | 於潜镇 昌化镇
`

const words = (text: string | undefined): string[] => (text ?? '').split(' ')

export const PLACES: readonly Place[] = tableOf(TABLE).map(([code, name, full, office, ...rest]) => ({
  code: code ?? '',
  name: name ?? '',
  full: full ?? '',
  office: office ?? '',
  brands: words(rest[0]),
  streets: words(rest[1]),
  towns: words(rest[2]),
}))

export const placeOf = (code: string): Place => {
  const place = PLACES.find((known) => known.code === code)
  if (!place) throw new RangeError(`no place ${code}`)
  return place
}

const share = (code: string, weight: number): readonly [Place, number] => [placeOf(code), weight]

/** Where subjects are registered. */
export const HOME_SHARES = [
  share('330700', 12),
  share('330702', 20),
  share('330703', 13),
  share('330782', 28),
  share('330783', 12),
  share('330784', 3),
  share('330781', 2),
  share('330723', 1.5),
  share('330726', 1.5),
  share('330727', 0.8),
  share('330106', 1),
  share('330110', 0.8),
  share('330212', 0.7),
  share('330302', 0.7),
  share('330603', 0.7),
  share('310115', 0.4),
  share('440306', 0.3),
  share('320506', 0.3),
  share('341502', 0.2),
  share('361102', 0.2),
]

/** Divisions that are no more; codes given there before 2014 stay in use. */
export const ABOLISHED_PLACES = ['330621', '330183', '330682', '330104', '330185'].map(placeOf)

/** Divisions of the city with departments of their own. */
export const OFFICES: readonly Place[] = ['330700', '330702', '330703', '330782', '330783'].map(placeOf)

import { type Dice, Wheel } from '../dice.ts'

const SURNAME_WEIGHTS =
  '陈:8 王:7 张:6 李:5.5 徐:5 吴:4.5 楼:4 金:3.5 朱:3.5 胡:3 周:3 方:2.5 黄:2.5 蒋:2.4 虞:2 何:2 傅:2 骆:1.8 赵:1.8 刘:1.8 杨:1.8 郑:1.6 龚:1.5 毛:1.5 叶:1.5 应:1.4 ' +
  '施:1.3 俞:1.2 丁:1.2 韦:1 郭:1 宋:1 单:0.6 曾:0.6 邵:1 季:0.8 贾:0.8 厉:0.8 葛:0.8 卢:0.9 马:0.9 孙:1.2 沈:1.2 欧阳:0.15 诸葛:0.4 上官:0.1'
const SURNAMES = new Wheel(
  SURNAME_WEIGHTS.split(' ').map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])] as const),
)
const GIVEN_ONE = [...'伟强勇军杰涛斌辉波明超健鹏飞磊芳娜敏静丽艳娟霞燕玲琴萍红梅莉倩颖洁浩宇轩']
const GIVEN_FIRST = [...'建国志文晓小德永海春秀美玉雪慧俊子天嘉思雨一明兴庆根荣金银宝福利']
const GIVEN_SECOND = [...'平华军明生林峰龙祥良根法富贵云芳英兰珍香莲仙花琴萍宇轩涵悦怡彤航杰豪妍琪波强']

export const surname = (dice: Dice): string => SURNAMES.spin(dice)

/** An invented name. */
export function personName(dice: Dice): string {
  const family = surname(dice)
  return dice.chance(0.22)
    ? family + dice.pick(GIVEN_ONE)
    : family + dice.pick(GIVEN_FIRST) + dice.pick(GIVEN_SECOND)
}

const BRAND_FIRST = [
  ...'恒华金盛宏泰鑫兴荣德嘉瑞永安信诚利达通海天博文新正大中东方联合创盈丰隆顺康福祥庆益美佳怡锦绣云星辰卓越凯旋铭宝晶立佰亿千万双龙婺江浙越欧亚',
]
const BRAND_SECOND = [
  ...'达泰盛源通力强胜邦基业鼎铭凯佳乐缘园丰禾木林森泉涛波洋航远图志诚信义和顺安宁康健美丽雅格尚品艺彩虹光耀辉煌腾飞跃升茂贸隆昌祥瑞吉利',
]
const BRAND_THIRD = [...'特尔斯达克邦思奇迪欧莱宝龙丰']

/** An invented 字号: some 12,000 of two characters, many more of three. */
export function brand(dice: Dice): string {
  const two = dice.pick(BRAND_FIRST) + dice.pick(BRAND_SECOND)
  return dice.chance(0.12) ? two + dice.pick(BRAND_THIRD) : two
}

/** What an owner calls a small business: 小李, 老张, 陈记, a brand. */
export function nickname(dice: Dice): string {
  const family = surname(dice)
  switch (dice.below(6)) {
    case 0:
      return `小${family}`
    case 1:
      return `老${family}`
    case 2:
      return `${family}记`
    case 3:
      return `${family}${dice.pick(GIVEN_SECOND)}`
    default:
      return brand(dice)
  }
}

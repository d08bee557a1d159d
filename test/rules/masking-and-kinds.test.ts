import { describe, expect, test } from '@jest/globals'
import {
  LICENCE_KIND_ZH,
  maskAddress,
  maskName,
  maskPhone,
  maskResidentId,
  parseLicenceKinds,
  parsePenaltyKinds,
  PENALTY_KIND_ZH,
} from '../../src/standards/index.ts'

describe('masks', () => {
  test.each([
    ['张三', '张*'],
    ['王小明', '王**'],
    ['欧阳明', '欧阳*'],
    ['诸葛孔明', '诸葛**'],
    ['欧阳', '欧*'],
    ['李', '李'],
    ['𠮷田一', '𠮷**'],
    ['', ''],
  ])('shows the name %s as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  test.each([
    ['11010519491231002X', '110105********002X'],
    ['11010519491231002x', '110105********002x'],
    ['110105491231002', '110105******002'],
    ['E12345678', '*********'],
    ['', ''],
  ])('shows the identity number %s as %s', (id, shown) => {
    expect(maskResidentId(id)).toBe(shown)
  })

  test.each([
    ['13800001234', '138****1234'],
    ['+86 138-0000-1234', '138****1234'],
    ['0086 13800001234', '138****1234'],
    ['0579-80001234', '057****1234'],
    ['80001234', '********'],
    ['', ''],
  ])('shows the telephone number %s as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })

  test.each([
    ['浙江省金华市婺城区城东街道后城里街12号', '浙江省金华市婺城区城东街道***'],
    ['天津市宝坻区大口屯镇西堼村', '天津市宝坻区大口屯镇***'],
    ['浙江省宁波市镇海区骆驼街道1号', '浙江省宁波市镇海区骆驼街道***'],
    ['浙江省慈溪市龙山镇范市工业开发区', '浙江省慈溪市龙山镇***'],
    ['江西省景德镇市昌江区鲇鱼山镇甲村', '江西省景德镇市昌江区鲇鱼山镇***'],
    ['河南省新乡市新乡县七里营镇1号', '河南省新乡市新乡县七里营镇***'],
    ['浙江省义乌市国际商贸城市场2楼', '浙江省义乌市***'],
    ['余姚市阳明西路188号', '余姚市***'],
    ['阳光小区3栋', '***'],
    ['浙江省金华市', '浙江省金华市'],
    ['', ''],
  ])('shows the address %s as %s', (address, shown) => {
    expect(maskAddress(address)).toBe(shown)
  })
})

describe('kinds of penalty, CF_CFLB', () => {
  test('reads every label of the template as its own kind', () => {
    expect(Object.keys(PENALTY_KIND_ZH)).toHaveLength(14)
    for (const [kind, label] of Object.entries(PENALTY_KIND_ZH)) {
      expect(parsePenaltyKinds(label)).toEqual({ kinds: [kind], other: null, unknown: [] })
    }
  })

  test.each([
    ['警告;罚款', ['WARNING', 'FINE'], null, []],
    ['罚款；没收违法所得、没收非法财物', ['FINE', 'CONFISCATE_GAINS', 'CONFISCATE_PROPERTY'], null, []],
    ['罚款; 罚款;', ['FINE'], null, []],
    ['罚款;其他-责令改正', ['FINE', 'OTHER'], '责令改正', []],
    ['其他-责令改正、公开道歉;警告', ['OTHER', 'WARNING'], '责令改正、公开道歉', []],
    ['其他：责令改正、罚款', ['OTHER', 'FINE'], '责令改正', []],
    ['罚款;没收', ['FINE'], null, ['没收']],
    ['其他行政处罚', [], null, ['其他行政处罚']],
    ['罚款,警告', [], null, ['罚款,警告']],
    ['', [], null, []],
    ['——', [], null, []],
  ])('reads "%s"', (raw, kinds, other, unknown) => {
    expect(parsePenaltyKinds(raw)).toEqual({ kinds, other, unknown })
  })
})

describe('kinds of licence, XK_XKLB', () => {
  test('reads every label of the template as its own kind', () => {
    expect(Object.keys(LICENCE_KIND_ZH)).toHaveLength(6)
    for (const [kind, label] of Object.entries(LICENCE_KIND_ZH)) {
      expect(parseLicenceKinds(label)).toEqual({ kinds: [kind], other: null, unknown: [] })
    }
  })

  test('keeps the text of another kind and words it does not know', () => {
    expect(parseLicenceKinds('其他-备案')).toEqual({ kinds: ['OTHER'], other: '备案', unknown: [] })
    expect(parseLicenceKinds('普通；行政确认')).toEqual({
      kinds: ['ORDINARY'],
      other: null,
      unknown: ['行政确认'],
    })
  })
})

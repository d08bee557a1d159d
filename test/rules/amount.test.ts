import { describe, expect, test } from '@jest/globals'
import { parseCapital, parseWanYuan } from '../../src/standards/index.ts'

describe('registered capital', () => {
  test.each([
    ['2,000(万元人民币)', 2_000_000_000n, 'CNY'],
    ['50万人民币', 50_000_000n, 'CNY'],
    ['10(万元)', 10_000_000n, 'CNY'],
    ['0.0005万人民币', 500n, 'CNY'],
    ['23,346.1000(万)', 23_346_100_000n, null],
    ['540(万)', 540_000_000n, null],
    ['100(万美元)', 100_000_000n, 'USD'],
    ['1,222.2222(万美元)', 1_222_222_200n, 'USD'],
    ['0万美元', 0n, 'USD'],
    ['6,718.4539(万香港元)', 6_718_453_900n, 'HKD'],
    ['2.16万港币', 2_160_000n, 'HKD'],
    ['100(万欧元)', 100_000_000n, 'EUR'],
    ['1,000(万日元)', 1_000_000_000n, 'JPY'],
    ['77.7万人民币元', 77_700_000n, 'CNY'],
    ['100万人民币元', 100_000_000n, 'CNY'],
    ['12.75万元人民币', 12_750_000n, 'CNY'],
    ['人民币100万元', 100_000_000n, 'CNY'],
    ['美元100万元', 100_000_000n, 'USD'],
    ['5000.01元', 500_001n, 'CNY'],
    ['3亿元', 30_000_000_000n, 'CNY'],
    ['２，０００（万元人民币）', 2_000_000_000n, 'CNY'],
    ['100.000000000(万元)', 100_000_000n, 'CNY'],
    ['9223372036854775807(元)', null, null],
    ['92233720368547758.07(元)', 9_223_372_036_854_775_807n, 'CNY'],
    ['92233720368547758.08(元)', null, null],
  ])('reads "%s" as %s hundredths of %s', (raw, cents, currency) => {
    expect(parseCapital(raw)).toEqual({ cents, currency, fault: cents === null ? 'UNREADABLE' : null })
  })

  test.each([
    'N/A',
    'n/a',
    '-',
    '',
    ' ',
    '——',
    '— —',
    '/',
    '无',
    'null',
    '暂无',
  ])('takes "%s" for absent', (raw) => {
    expect(parseCapital(raw)).toEqual({ cents: null, currency: null, fault: 'ABSENT' })
  })

  test.each([
    '180()',
    '180',
    '河南',
    '-5(万元)',
    '1,00(万元)',
    '1,0000(万元)',
    '0.0000001(万元)',
    '5(万比索)',
    '美元5万人民币',
    '1.2.3(万元)',
    '万元',
    '9'.repeat(100_000),
    `${'9'.repeat(50)}(万元)`,
  ])('refuses to guess at %.40s', (raw) => {
    expect(parseCapital(raw)).toEqual({ cents: null, currency: null, fault: 'UNREADABLE' })
  })
})

describe('amount of a 双公示 template in 万元', () => {
  test.each([
    ['0.050001', 50_001n],
    ['5', 5_000_000n],
    ['1,234.5', 1_234_500_000n],
    ['0', 0n],
    ['0.000000', 0n],
    ['0.1', 100_000n],
    ['５．５', 5_500_000n],
    ['5万元', 5_000_000n],
    ['999999999999.999999', 999_999_999_999_999_999n],
  ])('reads "%s" as %s 分', (raw, cents) => {
    expect(parseWanYuan(raw)).toEqual({ cents, fault: null })
  })

  test.each(['——', '— —', '/', '无', '', 'N/A', 'null'])('takes "%s" for absent and never for 0', (raw) => {
    expect(parseWanYuan(raw)).toEqual({ cents: null, fault: 'ABSENT' })
  })

  test.each(['-1', '5元', '0.0000001', '1E3', '9223372036855', 'abc', '5.'])('refuses "%s"', (raw) => {
    expect(parseWanYuan(raw)).toEqual({ cents: null, fault: 'UNREADABLE' })
  })
})

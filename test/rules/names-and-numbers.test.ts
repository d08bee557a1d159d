import { describe, expect, test } from '@jest/globals'
import {
  initialGrams,
  nameGrams,
  normaliseDocumentNumber,
  normaliseName,
  stripLegalForm,
} from '../../src/standards/index.ts'

describe('subject name', () => {
  test.each([
    ['阿里巴巴（中国） 有限公司', '阿里巴巴(中国)有限公司'],
    ['阿里巴巴(中国)有限公司', '阿里巴巴(中国)有限公司'],
    ['某某〔集团〕【甲】[乙]公司', '某某(集团)(甲)(乙)公司'],
    ['\u200bＡｂｃ\u3000１２３\u00a0店\ufeff', 'ABC123店'],
    ['甲\u0001乙\n', '甲乙'],
    ['', ''],
  ])('compares "%s" as "%s", and again as the same', (name, norm) => {
    expect(normaliseName(name)).toBe(norm)
    expect(normaliseName(norm)).toBe(norm)
  })

  test.each([
    ['珠海格力电器股份有限公司', '珠海格力电器'],
    ['小米科技有限责任公司', '小米科技'],
    ['阿里巴巴(中国)有限公司', '阿里巴巴(中国)'],
    ['奥克斯集团有限公司', '奥克斯集团'],
    ['某某投资中心(有限合伙)', '某某投资中心'],
    ['某某厂(个人独资)', '某某厂'],
    ['某某科技有限公司北京分公司', '某某科技有限公司北京分公司'],
    ['清华大学', '清华大学'],
    ['有限公司', '有限公司'],
    ['', ''],
  ])('finds %s under the short name %s', (name, short) => {
    expect(stripLegalForm(name)).toBe(short)
  })

  test('cuts a name into distinct ascending pairs of code units', () => {
    expect(nameGrams('AB')).toEqual([0x00410042])
    expect(nameGrams('ABAB')).toEqual([0x00410042, 0x00420041])
    expect(nameGrams('鿿一')).toEqual([(0x9fff << 16) | 0x4e00 | 0])
    expect(nameGrams('甲')).toEqual([])
    expect(nameGrams('')).toEqual([])
    const grams = nameGrams('金华市婺城区金华市')
    expect(grams).toEqual([...new Set(grams)].sort((a, b) => a - b))
    expect(grams.every((gram) => gram === (gram | 0))).toBe(true)
  })

  test('packs pinyin initials six bits each, apart from every name gram', () => {
    expect(initialGrams('abc')).toEqual([(1 << 12) | (2 << 6) | 3])
    expect(initialGrams('z09')).toEqual([(26 << 12) | (27 << 6) | 36])
    expect(initialGrams('ABC')).toEqual(initialGrams('a(b)c'))
    expect(initialGrams('aaaa')).toHaveLength(1)
    expect(initialGrams('ab')).toEqual([])
    const largest = Math.max(...initialGrams('999zzz'))
    const smallest = Math.min(...nameGrams(normaliseName('!"#\u0001\u0002\u0003')).map(Math.abs))
    expect(largest).toBeLessThan(2 ** 18)
    expect(smallest).toBeGreaterThan(2 ** 18)
  })

  test('gives different trigrams different grams', () => {
    const signs = [...'abcdefghijklmnopqrstuvwxyz0123456789']
    const trigrams = signs.flatMap((a) => signs.flatMap((b) => signs.map((c) => a + b + c)))
    expect(new Set(trigrams.flatMap(initialGrams)).size).toBe(36 ** 3)
  })
})

describe('document number', () => {
  test.each([
    ['婺市监处罚[2026]12号', '婺市监处罚〔2026〕12号'],
    ['婺市监处罚（2026）12号', '婺市监处罚〔2026〕12号'],
    ['婺市监处罚(2026) 12 号', '婺市监处罚〔2026〕12号'],
    ['婺市监处罚【２０２６】１２号', '婺市监处罚〔2026〕12号'],
    ['婺市监处罚〔2026〕12号', '婺市监处罚〔2026〕12号'],
    ['浙金税(三)罚[2019]8号', '浙金税(三)罚〔2019〕8号'],
    ['0579-12号', '0579-12号'],
    ['', ''],
  ])('keeps "%s" as "%s", and again as the same', (raw, kept) => {
    expect(normaliseDocumentNumber(raw)).toBe(kept)
    expect(normaliseDocumentNumber(kept)).toBe(kept)
  })
})

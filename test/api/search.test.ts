import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aName, anIdentifier, aSubject } from '../support/builders.ts'
import { type TestHub, startHub } from '../support/hub.ts'
import { SearchSubjectsDocument } from '../support/operations.ts'

const SUBJECTS = [
  ['91330783MA28D8H254', '东阳市乐善针织有限公司'],
  ['91330201587493923M', '上海宝冶安装作业有限公司宁波分公司'],
  ['91330782327917654P', '阿里巴巴（中国）有限公司'],
  ['91120224MA06HPG56L', '重庆欧阳修酒业有限公司'],
  ['92330226MA2846F87J', '宁海县国利黄鳝养殖场'],
  ['91330203695069767J', '乐善'],
] as const

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
  for (const [subjectKey, name] of SUBJECTS) await aSubject(hub.db, { subjectKey, name })
  await aName(hub.db, { subjectKey: '92330226MA2846F87J', name: '宁海县老黄鳝塘', nameKind: 'FORMER' })
  await anIdentifier(hub.db, {
    subjectKey: '92330226MA2846F87J',
    identifierKind: 'REG_NO',
    value: '330226000012345',
  })
  await aSubject(hub.db, {
    subjectKey: 'P-1',
    name: '欧阳修',
    kind: 'NATURAL_PERSON',
    visibility: 'RESTRICTED',
  })
})
afterAll(() => hub.stop())

const found = async (text: string) => {
  const { searchSubjects } = await hub.ask(SearchSubjectsDocument, { text })
  return searchSubjects.edges.map(({ node, matchedOn }) => [node.name, matchedOn])
}

describe('searchSubjects', () => {
  test.each([
    ['91330783MA28D8H254', '东阳市乐善针织有限公司', 'CODE'],
    ['91330783ma28d8h254', '东阳市乐善针织有限公司', 'CODE'],
    ['MA28D8H25', '东阳市乐善针织有限公司', 'CODE'],
    ['330226000012345', '宁海县国利黄鳝养殖场', 'CODE'],
    ['黄鳝', '宁海县国利黄鳝养殖场', 'NAME'],
    ['阳修', '重庆欧阳修酒业有限公司', 'NAME'],
    ['老黄鳝', '宁海县国利黄鳝养殖场', 'FORMER_NAME'],
    ['阿里巴巴(中国)', '阿里巴巴（中国）有限公司', 'NAME'],
    ['阿里巴巴（中国）有限公司', '阿里巴巴（中国）有限公司', 'NAME'],
    ['阿里 巴巴【中国】', '阿里巴巴（中国）有限公司', 'NAME'],
    ['chongqing', '重庆欧阳修酒业有限公司', 'PINYIN'],
    ['ouyangxiu', '重庆欧阳修酒业有限公司', 'PINYIN'],
    ['huangshan', '宁海县国利黄鳝养殖场', 'PINYIN'],
    ['CQOYX', '重庆欧阳修酒业有限公司', 'INITIALS'],
    ['oyxjy', '重庆欧阳修酒业有限公司', 'INITIALS'],
    ['nh', '宁海县国利黄鳝养殖场', 'INITIALS'],
    ['dyslszz', '东阳市乐善针织有限公司', 'INITIALS'],
  ])('finds by “%s”: %s', async (text, name, matchedOn) => {
    expect((await found(text))[0]).toEqual([name, matchedOn])
  })

  test('ranks the exact name first, then names that begin with it, then those that contain it', async () => {
    expect((await found('乐善')).map(([name]) => name)).toEqual(['乐善', '东阳市乐善针织有限公司'])
  })

  test('finds nothing for what nobody is called, and never a natural person', async () => {
    expect(await found('不存在的名称')).toEqual([])
    expect((await found('欧阳修')).map(([name]) => name)).toEqual(['重庆欧阳修酒业有限公司'])
  })

  test('takes signs of patterns literally', async () => {
    for (const text of ['%%', '__', "'; drop table subject; --", '\\\\', '100%', '"">'])
      expect(await found(text)).toEqual([])
  })

  test('pages through the ranking', async () => {
    const first = await hub.ask(SearchSubjectsDocument, { text: '有限', first: 2 })
    const second = await hub.ask(SearchSubjectsDocument, {
      text: '有限',
      first: 2,
      after: first.searchSubjects.pageInfo.endCursor,
    })
    const names = [...first.searchSubjects.edges, ...second.searchSubjects.edges].map(({ node }) => node.name)
    expect(new Set(names).size).toBe(4)
    expect(second.searchSubjects.pageInfo.hasNextPage).toBe(false)
  })

  test.each([
    ['', 'SEARCH_TEXT_TOO_SHORT'],
    ['黄', 'SEARCH_TEXT_TOO_SHORT'],
    ['黄'.repeat(101), 'SEARCH_TEXT_TOO_LONG'],
  ])('refuses “%s” with %s', async (text, code) => {
    const answer = await hub.send(
      'query($text: String!) { searchSubjects(text: $text) { edges { score } } }',
      { text },
    )
    expect(answer.errors[0]?.extensions.code).toBe(code)
  })
})

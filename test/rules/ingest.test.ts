import { describe, expect, test } from '@jest/globals'
import { neutralCell, unsafeText } from '../../src/ingest/cell.rules.ts'
import { CsvSplitter, csvLine, type FileRow } from '../../src/ingest/csv-rows.ts'
import { readLicence, readPenalty } from '../../src/ingest/decision.rules.ts'
import { nameMatch, withoutPersonNumbers } from '../../src/ingest/double-publicity.rules.ts'
import {
  LICENCE_COLUMNS,
  type LicenceColumn,
  missingFrom,
  PENALTY_COLUMNS,
  type PenaltyColumn,
  placesOf,
} from '../../src/ingest/double-publicity.template.ts'
import {
  disambiguatedKey,
  type RegisterKnowledge,
  readRegistration,
  type RegistrationCells,
} from '../../src/ingest/registration.rules.ts'
import { calendarOf, type Day, residentIdCheckCharacter } from '../../src/standards/index.ts'

function rowsOf(text: string, blockChars = text.length || 1): FileRow[] {
  const splitter = new CsvSplitter()
  const rows: FileRow[] = []
  for (let at = 0; at < text.length; at += blockChars)
    for (const row of splitter.push(text.slice(at, at + blockChars))) rows.push(row)
  return [...rows, ...splitter.push('', true)]
}

describe('a delimited file', () => {
  const DIRTY = 'a,b\r\n"x ""y""",z\n\nc"d,e\r"two\nlines",f\n"open",g,h\nlast,1'

  test('is split with its dirt, whatever the size of the blocks', () => {
    for (let size = 1; size <= DIRTY.length; size += 1)
      expect(rowsOf(DIRTY, size).map(({ cells, line }) => [line, ...cells])).toEqual([
        [1, 'a', 'b'],
        [2, 'x "y"', 'z'],
        [4, 'c"d', 'e'],
        [5, 'two\nlines', 'f'],
        [7, 'open', 'g', 'h'],
        [8, 'last', '1'],
      ])
  })

  test('keeps the raw text of each row, and writes cells so that they are read back', () => {
    const cells = ['a,b', 'say "x"', 'two\nlines', '']
    const [row] = rowsOf(csvLine(cells))
    expect(row?.cells).toEqual(cells)
    expect(row?.raw).toBe('"a,b","say ""x""","two\nlines",')
  })

  test('may be separated by tabs, as a spreadsheet saves Unicode text', () => {
    expect(rowsOf('a\tb\n1,5\tc').map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1,5', 'c'],
    ])
  })

  test('loses one line, not its rest, to a quote that never closes', () => {
    const rows = rowsOf(`a,b\n"never closed,1\n${'x,y\n'.repeat(300_000)}`, 65_536)
    expect(rows.length).toBe(300_002)
    expect(rows[1]?.cells.length).toBe(1)
  })
})

describe('a cell', () => {
  test.each([
    ['=1+1', 'FORMULA_TEXT'],
    ['@SUM(A1)', 'FORMULA_TEXT'],
    ['+cmd|calc', 'FORMULA_TEXT'],
    ['-2+3+cmd', 'FORMULA_TEXT'],
    ['a\u0007b', 'CONTROL_CHARACTER'],
    ['坏\ufffd字', 'CONTROL_CHARACTER'],
    ['锟斤拷', 'CONTROL_CHARACTER'],
    ['——', null],
    ['-', null],
    ['-12.5', null],
    ['+86', null],
    ['普通文字\n第二行', null],
  ])('%j is %s', (text, code) => {
    expect(unsafeText(text)?.code ?? null).toBe(code)
  })

  test('is neutralised for a spreadsheet', () => {
    expect(['=a', '+a', '-a', '@a', '\ta', '\ra', 'a'].map(neutralCell)).toEqual([
      "'=a",
      "'+a",
      "'-a",
      "'@a",
      "'\ta",
      "'\ra",
      'a',
    ])
  })
})

const KNOWLEDGE: RegisterKnowledge = {
  isAcceptedException: (code) => code === '91350100M0001TGQXM',
  isDivision: (code) => code === '330783',
  divisionOfPlace: (province, place) => (province === '浙江' && place === '金华' ? '330700' : null),
}

const registration = (cells: Partial<RegistrationCells>) =>
  readRegistration(
    {
      name: '东阳市乐善针织有限公司',
      code: '91330783MA28D8H254',
      establishedOn: '2015-03-01',
      entityType: 'N/A',
      legalRepresentative: '王五',
      capital: '50万人民币',
      businessScope: '五金',
      province: '浙江',
      place: '金华',
      address: '某路1号',
      ...cells,
    },
    2,
    KNOWLEDGE,
  )

describe('a registration row', () => {
  test.each([
    ['91330783MA28D8H254', 'VALID', 'VALID', null, /^91330783MA28D8H254$/],
    ['123456789012345678', 'VALID', 'WARN_ORG_CHECK', null, /^123456789012345678$/],
    ['000000000000000000', 'VALID', 'MALFORMED', 'USCC_DEPT', /^U-/],
    ['91330783ma28d8h254', 'INVALID', 'MALFORMED', 'USCC_CHARSET', /^U-/],
    ['91330783MA28D8H255', 'INVALID', 'LEGACY_CHECK_FAIL', 'USCC_CHECK_DIGIT', /^U-/],
    ['91350100M0001TGQXM', 'INVALID', 'LEGACY_CHECK_FAIL', 'USCC_CHECK_DIGIT', /^91350100M0001TGQXM$/],
    ['330783600012345', 'LEGACY', 'ABSENT', 'OLD_REGISTRATION_NUMBER', /^R-330783600012345$/],
    ['3209231100626', 'LEGACY', 'ABSENT', 'OLD_REGISTRATION_NUMBER', /^R-3209231100626$/],
    ['无', 'INVALID', 'ABSENT', 'USCC_EMPTY', /^U-/],
    ['', 'INVALID', 'ABSENT', 'USCC_EMPTY', /^U-/],
    ['12345', 'INVALID', 'MALFORMED', 'USCC_LENGTH', /^U-/],
    ['94330783MA28D8H254', 'INVALID', 'MALFORMED', 'USCC_CATEGORY', /^U-/],
    ['91A30783MA28D8H254', 'INVALID', 'MALFORMED', 'USCC_REGION', /^U-/],
  ])('with the code %j counts as %s', (code, codeClass, status, fault, key) => {
    const read = registration({ code })
    const kept = read.findings.find(({ outcome }) => outcome === 'KEPT')
    expect(read.codeClass).toBe(codeClass)
    expect(read.registration?.codeStatus).toBe(status)
    expect(kept?.code ?? null).toBe(fault)
    expect(read.registration?.subjectKey).toMatch(key)
  })

  test.each([
    ['2,000(万元人民币)', 2_000_000_000n, 'CNY', []],
    ['50万人民币', 50_000_000n, 'CNY', []],
    ['540(万)', 540_000_000n, null, []],
    ['N/A', null, null, []],
    ['180()', null, null, ['AMOUNT_INVALID']],
  ])('with the capital %j', (capital, cents, currency, codes) => {
    const read = registration({ capital })
    expect(read.registration?.registeredCapital).toBe(cents)
    expect(read.registration?.capitalCurrency).toBe(currency)
    expect(read.registration?.raw.capital).toBe(capital)
    expect(read.findings.map(({ code }) => code)).toEqual(codes)
  })

  test('takes the place where the code gives no division, and the kind from an old number', () => {
    expect(registration({ code: '' }).registration?.divisionCode).toBe('330700')
    expect(registration({ code: '' }).registration?.kind).toBe('OTHER_ORG')
    const old = registration({ code: '330783600012345' }).registration
    expect([old?.divisionCode, old?.kind]).toEqual(['330783', 'INDIVIDUAL_BUSINESS'])
    expect(registration({ code: '330783000012345' }).registration?.kind).toBe('ENTERPRISE')
  })

  test('without a name is rejected; with a bad date or damaged text it is kept with a warning', () => {
    expect(registration({ name: '——' }).findings).toMatchObject([{ code: 'REQUIRED', outcome: 'REJECTED' }])
    const read = registration({ establishedOn: '2019-02-30', businessScope: '=cmd', address: '坏\ufffd字' })
    expect(read.registration).toMatchObject({ establishedOn: null, businessScope: '=cmd', address: '坏字' })
    expect(read.findings.map(({ code }) => code).toSorted()).toEqual([
      'CONTROL_CHARACTER',
      'DATE_INVALID',
      'FORMULA_TEXT',
    ])
  })

  test('has the same surrogate key in every load, another for another name', () => {
    const key = (name: string) => registration({ code: '无', name }).registration?.subjectKey
    expect(key('甲（一）厂')).toBe(key('甲(一)厂'))
    expect(key('甲厂')).not.toBe(key('乙厂'))
    expect(disambiguatedKey('R-1', '甲（一）厂')).toBe(disambiguatedKey('R-1', '甲(一)厂'))
  })
})

const PUBLICITY = {
  today: '2026-11-21' as Day,
  calendar: calendarOf([
    { date: '2026-01-01', kind: 'OFF' as const },
    { date: '2026-10-01', kind: 'OFF' as const },
  ]),
  isAcceptedException: () => false,
  departmentOf: (uscc: string) =>
    uscc === '11100000MB100074XK' ? { code: '100000-660', name: '国家市场监督管理总局' } : null,
}

const PENALTY: Readonly<Record<PenaltyColumn, string>> = {
  ...(Object.fromEntries(Object.keys(PENALTY_COLUMNS).map((key) => [key, ''])) as Record<
    PenaltyColumn,
    string
  >),
  partyName: '东阳市乐善针织有限公司',
  partyKind: '法人及非法人组织',
  uscc: '91330783MA28D8H254',
  legalRepresentative: '王五',
  documentNo: '婺市监处罚[2026]12号',
  violationType: '虚假宣传',
  violationFacts: '事实',
  basis: '广告法',
  kinds: '警告;罚款',
  content: '罚款五百元',
  fine: '0.050000',
  decidedOn: '2026-11-18',
  authorityName: '国家市场监督管理总局',
  authorityCode: '11100000MB100074XK',
  sourceName: '国家市场监督管理总局',
  sourceCode: '11100000MB100074XK',
}

const LICENCE: Readonly<Record<LicenceColumn, string>> = {
  ...(Object.fromEntries(Object.keys(LICENCE_COLUMNS).map((key) => [key, ''])) as Record<
    LicenceColumn,
    string
  >),
  partyName: '东阳市乐善针织有限公司',
  partyKind: '个体工商户',
  uscc: '91330783MA28D8H254',
  legalRepresentative: '王五',
  documentName: '食品经营许可决定书',
  documentNo: '婺许可〔2026〕3号',
  kinds: '普通',
  content: '食品经营',
  decidedOn: '2026-11-18',
  effectiveFrom: '2026-11-18',
  effectiveTo: '2099-12-31',
  authorityName: '国家市场监督管理总局',
  authorityCode: '11100000MB100074XK',
  state: '1',
  sourceName: '国家市场监督管理总局',
  sourceCode: '11100000MB100074XK',
}

const RESIDENT = `33070219900101001${residentIdCheckCharacter('33070219900101001')}`
const NOT_RESIDENT = `33070219900101001${RESIDENT.endsWith('1') ? '2' : '1'}`

describe('a penalty row', () => {
  test('in order has no findings, its amounts in cents and its number in one form', () => {
    const read = readPenalty(PENALTY, PUBLICITY)
    expect(read.findings).toEqual([])
    expect(read.sourceKey).toBe('11100000MB100074XK|婺市监处罚〔2026〕12号')
    expect(read.columns).toMatchObject({
      fine: 50_000n,
      confiscated: null,
      penalty_kinds: ['WARNING', 'FINE'],
      occurred_on: '2026-11-18',
      valid_to: null,
      authority_code: '100000-660',
      document_no: '婺市监处罚〔2026〕12号',
    })
  })

  test.each<[string, string, Partial<Record<PenaltyColumn, string>>]>([
    ['REQUIRED', 'CF_SY', { violationFacts: '——' }],
    ['REQUIRED', 'CF_FRDB', { legalRepresentative: '' }],
    ['REQUIRED', 'CF_XDR_SHXYM', { uscc: '' }],
    ['REQUIRED', 'CF_NR_ZKDX', { kinds: '吊销许可证件', fine: '' }],
    ['TOO_LONG', 'CF_WSH', { documentNo: '长'.repeat(129) }],
    ['ENUM_UNKNOWN', 'CF_XDR_LB', { partyKind: '公司' }],
    ['ENUM_UNKNOWN', 'CF_CFLB', { kinds: '罚款;批评' }],
    ['USCC_LENGTH', 'CF_XDR_SHXYM', { uscc: '9133' }],
    ['USCC_CHARSET', 'CF_XDR_SHXYM', { uscc: '91330783MA28D8H2I4' }],
    ['USCC_DEPT', 'CF_XDR_SHXYM', { uscc: '000000000000000000' }],
    ['USCC_CHECK_DIGIT', 'CF_CFJGDM', { authorityCode: '11100000MB100074X1' }],
    ['DATE_INVALID', 'CF_JDRQ', { decidedOn: '2026-02-30' }],
    ['DATE_INVALID', 'CF_JDRQ', { decidedOn: '2026-02' }],
    ['DATE_ORDER', 'CF_YXQ', { effectiveTo: '2026-11-17' }],
    ['FUTURE_DATE', 'CF_JDRQ', { decidedOn: '2026-11-22' }],
    ['AMOUNT_REQUIRED', 'CF_NR_FK', { fine: '——' }],
    ['AMOUNT_REQUIRED', 'CF_NR_WFFF', { kinds: '没收违法所得' }],
    ['AMOUNT_INVALID', 'CF_NR_FK', { fine: '-5' }],
    ['CONTROL_CHARACTER', 'CF_NR', { content: '罚\u0001款' }],
    ['FORMULA_TEXT', 'BZ', { remark: '=HYPERLINK("x")' }],
    ['REQUIRED', 'CF_XDR_ZJHM', { partyKind: '自然人', personIdKind: '身份证' }],
    ['ENUM_UNKNOWN', 'CF_XDR_ZJLX', { partyKind: '自然人', personIdKind: '工作证', personId: '1' }],
    [
      'PERSON_ID_INVALID',
      'CF_XDR_ZJHM',
      { partyKind: '自然人', personIdKind: '身份证', personId: NOT_RESIDENT },
    ],
  ])('is rejected with %s in %s', (code, column, cells) => {
    const read = readPenalty({ ...PENALTY, ...cells }, PUBLICITY)
    expect(read.columns).toBeNull()
    expect(read.findings.filter(({ outcome }) => outcome === 'REJECTED')).toMatchObject([{ code, column }])
  })

  test.each<[string, Partial<Record<PenaltyColumn, string>>, string[]]>([
    ['AUTHORITY_UNKNOWN', { authorityCode: '91330783MA28D8H254' }, []],
    ['DEADLINE_PASSED_7WD', { decidedOn: '2026-11-09' }, ['LATE_7WD']],
  ])('is loaded with the warning %s', (code, cells, quality) => {
    const read = readPenalty({ ...PENALTY, ...cells }, PUBLICITY)
    expect(read.findings).toMatchObject([{ code, outcome: 'WARNING' }])
    expect(read.columns?.quality).toEqual(quality)
  })

  test('is in time on the seventh working day', () => {
    expect(readPenalty({ ...PENALTY, decidedOn: '2026-11-12' }, PUBLICITY).findings).toEqual([])
  })

  test('takes the source unit where the authority column holds something else', () => {
    const read = readPenalty({ ...PENALTY, authorityName: '系统2019' }, PUBLICITY)
    expect(read.columns).toMatchObject({
      authority_name: '国家市场监督管理总局',
      quality: ['AUTHORITY_FROM_SOURCE'],
    })
  })

  test('never shows the number of a person, right or wrong', () => {
    const person = { partyKind: '自然人', personIdKind: '身份证', uscc: '', legalRepresentative: '' }
    const right = readPenalty({ ...PENALTY, ...person, personId: RESIDENT }, PUBLICITY)
    const wrong = readPenalty({ ...PENALTY, ...person, personId: NOT_RESIDENT }, PUBLICITY)
    expect(right.party?.person?.idNumber).toBe(RESIDENT)
    expect(wrong.columns).toBeNull()
    expect(JSON.stringify([right.columns, right.findings], (_, value) => String(value))).not.toContain(
      '19900101',
    )
    expect(JSON.stringify(wrong.findings)).not.toContain('19900101')
    expect(withoutPersonNumbers(`a,${RESIDENT},b`)).toBe('a,***,b')
  })
})

describe('a licence row', () => {
  test('in order has no findings and an open end', () => {
    const read = readLicence(LICENCE, PUBLICITY)
    expect(read.findings).toEqual([])
    expect(read.columns).toMatchObject({
      valid_from: '2026-11-18',
      valid_to: null,
      state: 'VALID',
      licence_kinds: ['ORDINARY'],
    })
  })

  test('holds to the end of its last day', () => {
    expect(readLicence({ ...LICENCE, effectiveTo: '2029-12-31' }, PUBLICITY).columns?.valid_to).toBe(
      '2030-01-01',
    )
  })

  test.each<[string, string, Partial<Record<LicenceColumn, string>>]>([
    ['DATE_ORDER', 'XK_YXQZ', { effectiveFrom: '2026-11-17' }],
    ['DATE_ORDER', 'XK_YXQZI', { effectiveTo: '2026-11-01' }],
    ['ENUM_UNKNOWN', 'XK_ZT', { state: '9' }],
    ['ENUM_UNKNOWN', 'XK_XKLB', { kinds: '备案' }],
    ['REQUIRED', 'XK_NR', { content: '' }],
  ])('is rejected with %s in %s', (code, column, cells) => {
    const read = readLicence({ ...LICENCE, ...cells }, PUBLICITY)
    expect(read.columns).toBeNull()
    expect(read.findings).toMatchObject([{ code, column, outcome: 'REJECTED' }])
  })
})

describe('a template header', () => {
  test('may name columns by code or in Chinese, numbered or starred', () => {
    const header = ['CF_XDR_MC', '行政相对人代码_1（统一社会信用代码）', '*处罚决定日期', '罚款金额（万元）']
    expect(placesOf(PENALTY_COLUMNS, header)).toMatchObject({
      partyName: 0,
      uscc: 1,
      decidedOn: 2,
      fine: 3,
      basis: -1,
    })
  })

  test('names what is missing', () => {
    expect(missingFrom(LICENCE_COLUMNS, ['XK_XDR_MC'])).toContain('许可决定日期(XK_JDRQ)')
    expect(
      missingFrom(
        LICENCE_COLUMNS,
        Object.values(LICENCE_COLUMNS).map(({ zh }) => zh),
      ),
    ).toEqual([])
  })
})

test('a name fits the present name before a former one', () => {
  const names = [
    { nameNorm: '甲公司', kind: 'FORMER' },
    { nameNorm: '乙公司', kind: 'CURRENT' },
  ]
  expect([nameMatch('乙公司', names), nameMatch('甲 公司', names), nameMatch('丙公司', names)]).toEqual([
    'CURRENT',
    'FORMER',
    'NONE',
  ])
})

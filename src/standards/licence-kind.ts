import { parseKindList } from './kind-list.ts'

/** Kinds of administrative licence (行政许可类别). Source: 行政许可法 12; 双公示 column XK_XKLB. */
export type LicenceKind = 'ORDINARY' | 'CONCESSION' | 'RECOGNITION' | 'APPROVAL' | 'REGISTRATION' | 'OTHER'

/** Kind → its label in the template. */
export const LICENCE_KIND_ZH: Readonly<Record<LicenceKind, string>> = {
  ORDINARY: '普通',
  CONCESSION: '特许',
  RECOGNITION: '认可',
  APPROVAL: '核准',
  REGISTRATION: '登记',
  OTHER: '其他',
}

/**
 * The kinds of licence in a column 许可类别 (XK_XKLB), read as `parsePenaltyKinds` reads penalties.
 * Source: 行政许可法 12. Example: `'其他-备案'` → `{ kinds: ['OTHER'], other: '备案', unknown: [] }`.
 */
export const parseLicenceKinds = (
  raw: string,
): { kinds: LicenceKind[]; other: string | null; unknown: string[] } => parseKindList(raw, LICENCE_KIND_ZH)

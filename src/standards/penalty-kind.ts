import { parseKindList } from './kind-list.ts'

/** Kinds of administrative penalty (行政处罚的种类). Source: 行政处罚法 (2021) 9; 双公示 column CF_CFLB. */
export type PenaltyKind =
  | 'WARNING'
  | 'CRITICISM'
  | 'FINE'
  | 'CONFISCATE_GAINS'
  | 'CONFISCATE_PROPERTY'
  | 'SUSPEND_LICENCE'
  | 'DOWNGRADE'
  | 'REVOKE_LICENCE'
  | 'RESTRICT_OPERATION'
  | 'SUSPEND_BUSINESS'
  | 'CLOSE'
  | 'RESTRICT_PROFESSION'
  | 'DETENTION'
  | 'OTHER'

/** Kind → its label in the template, which is the wording of 行政处罚法 (2021) 9. */
export const PENALTY_KIND_ZH: Readonly<Record<PenaltyKind, string>> = {
  WARNING: '警告',
  CRITICISM: '通报批评',
  FINE: '罚款',
  CONFISCATE_GAINS: '没收违法所得',
  CONFISCATE_PROPERTY: '没收非法财物',
  SUSPEND_LICENCE: '暂扣许可证件',
  DOWNGRADE: '降低资质等级',
  REVOKE_LICENCE: '吊销许可证件',
  RESTRICT_OPERATION: '限制开展生产经营活动',
  SUSPEND_BUSINESS: '责令停产停业',
  CLOSE: '责令关闭',
  RESTRICT_PROFESSION: '限制从业',
  DETENTION: '行政拘留',
  OTHER: '其他',
}

/**
 * The kinds of penalty in a column 处罚类别 (CF_CFLB), split at ; ； 、, each once; `other` is the text after
 * `其他-`. Words that are no label are given back in `unknown`, never guessed at; written nothings give none.
 * Source: 行政处罚法 (2021) 9. Example: `'警告;罚款'` → `{ kinds: ['WARNING', 'FINE'], other: null, unknown: [] }`.
 */
export const parsePenaltyKinds = (
  raw: string,
): { kinds: PenaltyKind[]; other: string | null; unknown: string[] } => parseKindList(raw, PENALTY_KIND_ZH)

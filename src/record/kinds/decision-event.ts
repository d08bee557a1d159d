import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'

/** Kinds of decision from which a measure may follow without any list (禁止不当联结), as the measure catalogue writes them. */
export const DecisionEventKind = labelledEnum(
  'DecisionEventKind',
  '决定事项 Kind of decision a measure may follow from',
  {
    LICENCE_FRAUD: ['以欺骗、贿赂等取得或申请许可', 'licence by fraud'],
    BID_COLLUSION: ['串通投标、弄虚作假中标', 'bid collusion or fraud'],
    FAKE_REGISTRATION: ['虚假登记', 'fake registration'],
    RESEARCH_MISUSE: ['科研活动违法', 'misuse in research'],
    FOOD_LICENCE_REVOKED: ['吊销食品许可', 'food licence revoked'],
    FOOD_CRIME: ['食品安全犯罪', 'food-safety crime'],
    FAKE_OR_GRAVE_INFERIOR_DRUG: ['生产销售假药或情节严重的劣药', 'fake or gravely inferior drug'],
    SAFETY_HEAD_SENTENCED_OR_DISMISSED: [
      '安全生产主要负责人受刑罚或撤职',
      'safety head sentenced or dismissed',
    ],
    LARGE_DEBT_UNPAID: ['个人负较大债务到期未清偿', 'large debt unpaid'],
    SECURITIES_BAN_DECISION: ['证券市场禁入决定', 'securities market ban'],
    COURT_EXIT_BAN: ['法院限制出境决定', 'exit ban by a court'],
    TAX_ARREARS_UNSECURED: ['欠税未结清且未提供担保', 'tax arrears without security'],
    EXPORT_REFUND_FRAUD: ['骗取出口退税', 'export refund fraud'],
    TAX_REFUSES_HANDLING: ['拒不接受税务机关处理', 'refuses the tax authority’s handling'],
  },
)
export type DecisionEventKindValue = keyof typeof DecisionEventKind

/** 决定事项: one decision by which the law itself forbids something for a time. */
export const DecisionEvent = defineRecord({
  name: 'DecisionEvent',
  table: 'decision_event',
  plural: 'decisionEvents',
  zh: '决定事项',
  en: 'A decision from which a measure follows directly, without any list.',
  titleSql: `concat_ws(' ', '决定', t.reason)`,
  fields: {
    eventKind: field.filterable(
      field.required(field.oneOf(DecisionEventKind)('PUBLIC', '决定类别', 'Kind of decision.')),
    ),
    reason: field.text('PUBLIC', '事由', 'Reason.'),
    basis: field.text('PUBLIC', '依据', 'Legal basis as cited.'),
  },
})

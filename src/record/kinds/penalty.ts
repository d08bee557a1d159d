import { field, labelledEnum } from '../../graph/index.ts'
import { defineRecord } from '../define-record.ts'
import { PartyKind } from './licence.ts'

export const PenaltyKind = labelledEnum('PenaltyKind', '处罚类别 Kind of penalty, 行政处罚法 §9', {
  WARNING: ['警告', 'warning'],
  CRITICISM: ['通报批评', 'public criticism'],
  FINE: ['罚款', 'fine'],
  CONFISCATE_GAINS: ['没收违法所得', 'unlawful gains confiscated'],
  CONFISCATE_PROPERTY: ['没收非法财物', 'unlawful property confiscated'],
  SUSPEND_LICENCE: ['暂扣许可证件', 'licence suspended'],
  DOWNGRADE: ['降低资质等级', 'qualification grade lowered'],
  REVOKE_LICENCE: ['吊销许可证件', 'licence revoked'],
  RESTRICT_OPERATION: ['限制开展生产经营活动', 'business restricted'],
  SUSPEND_BUSINESS: ['责令停产停业', 'business suspended'],
  CLOSE: ['责令关闭', 'closure ordered'],
  RESTRICT_PROFESSION: ['限制从业', 'profession restricted'],
  DETENTION: ['行政拘留', 'detention'],
  OTHER: ['其他', 'other'],
})

/** 行政处罚: the nationwide penalty template of 双公示 (fields CF_*). */
export const Penalty = defineRecord({
  name: 'Penalty',
  table: 'penalty',
  plural: 'penalties',
  zh: '行政处罚',
  en: 'An administrative penalty decision (nationwide template of 双公示).',
  titleSql: `concat_ws(' ', '处罚', t.violation_type, t.document_no)`,
  fields: {
    partyName: field.text('PUBLIC', '行政相对人名称', 'Name of the party as given.'),
    partyKind: field.oneOf(PartyKind)('PUBLIC', '行政相对人类别', 'Class of the party.'),
    legalRepresentative: field.text('PUBLIC', '法定代表人', 'Legal representative as given.'),
    penaltyKinds: field.filterable(
      field.someOf(PenaltyKind)('PUBLIC', '处罚类别', 'Kinds of penalty in the decision.'),
    ),
    penaltyKindOther: field.text('PUBLIC', '其他类别说明', 'What "other" stands for.'),
    violationType: field.text('PUBLIC', '违法行为类型', 'Kind of violation.'),
    violationFacts: field.text('PUBLIC', '违法事实', 'Facts found.'),
    basis: field.text('PUBLIC', '处罚依据', 'Legal basis as cited.'),
    content: field.text('PUBLIC', '处罚内容', 'What was imposed.'),
    fine: field.money('PUBLIC', '罚款金额', 'Fine.'),
    confiscated: field.money('PUBLIC', '没收金额', 'Unlawful gains or property confiscated.'),
    affectedLicence: field.text(
      'PUBLIC',
      '暂扣或吊销证照',
      'Name and number of the licence suspended or revoked.',
    ),
    publicityEndsOn: field.day(
      'PUBLIC',
      '公示截止期',
      'End of publicity as supplied by the source; not trusted, shown beside the rule.',
    ),
    repairNoticeServedOn: field.day(
      'GOV_SHARED',
      '信用修复告知书送达日',
      'Day the repair notice was served with the decision (两书同达).',
    ),
    remark: field.text('PUBLIC', '备注', 'Remark.'),
  },
})

import { Field as GraphField, ID, InputType, Int, ObjectType } from 'type-graphql'
import { MeasureEffect, MeasureNature, SubjectRole } from '../catalogue/index.ts'
import {
  DayScalar,
  DivisionCodeScalar,
  InstantScalar,
  labelledEnum,
  LooseCodeScalar,
  Node,
  UserError,
} from '../graph/index.ts'
import { RelationKind } from '../subject/index.ts'
import type { Notice } from './handling-check-notice.rules.ts'
import type { Reason, Role, Via } from './handling-check-reason.rules.ts'
import type { HandlingCheckView, VerdictView } from './handling-check-receipt.service.ts'
import type { CheckInput, SubjectAsked } from './handling-check.service.ts'
import type { Decision } from './handling-check.rules.ts'

export const HandlingDecision = labelledEnum<Decision>(
  'HandlingDecision',
  '核查结论 Decision of a check at handling: advice with its evidence, the department decides',
  {
    PROHIBITED: ['禁止办理', 'a published measure forbids it'],
    RESTRICTED: ['限制办理', 'a published measure restricts it'],
    REVIEW: ['重点审查', 'closer review or verification is due'],
    PASS: ['无限制', 'nothing stands against it'],
  },
)

export const TriggerKind = labelledEnum<Reason['trigger']>(
  'HandlingTriggerKind',
  '触发类别 What a measure follows from',
  {
    LISTING: ['名单列入', 'a listing'],
    DECISION_EVENT: ['决定事项', 'a decision, without any list'],
  },
)

@InputType({ description: '被查主体 A subject to check.' })
export class CheckedSubjectInput implements SubjectAsked {
  @GraphField(() => LooseCodeScalar, {
    description: '代码 Unified social credit code, or another number that leads to the subject.',
  })
  code!: string

  @GraphField(() => String, {
    nullable: true,
    description: '名称 Name as the applicant gave it, to be compared with the register.',
  })
  name?: string | null

  @GraphField(() => SubjectRole, { defaultValue: 'APPLICANT', description: '角色 Its role in the matter.' })
  role!: Role
}

@InputType({
  description: '逢办必查的提问 A check at handling: which matter, whom, what for, in which case.',
})
export class CheckHandlingInput implements CheckInput {
  @GraphField(() => String, {
    description: '办理事项代码 Code of the matter, e.g. M08; see the query "matters".',
  })
  matter!: string

  @GraphField(() => [CheckedSubjectInput], { description: '被查主体 At most 5,000.' })
  subjects!: CheckedSubjectInput[]

  @GraphField(() => String, { description: '查询目的 What the look-up is for; at most 200 characters.' })
  purpose!: string

  @GraphField(() => String, { description: '办件编号 Number of the case; at most 200 characters.' })
  caseNo!: string

  @GraphField(() => DivisionCodeScalar, {
    nullable: true,
    description: '办理地 Division of the case; that of the asking department when left out.',
  })
  regionCode?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '关联 Whose record it is, where it is not the subject’s own under the code asked for.',
})
export class HandlingVia implements Via {
  @GraphField(() => RelationKind, { description: '关系 Relation to the subject.' })
  relation!: string

  @GraphField(() => String, {
    description: '名称 Name of the related party, or the other code of the subject.',
  })
  name!: string
}

@ObjectType({
  simpleResolvers: true,
  description:
    '理由 One measure that follows from one listing or decision, with all that is needed to cite it.',
})
export class HandlingReason implements Reason {
  @GraphField(() => MeasureEffect, { description: '效力 Effect of the measure.' })
  effect!: Reason['effect']

  @GraphField(() => MeasureNature, { description: '性质 Nature of the measure.' })
  nature!: Reason['nature']

  @GraphField(() => String, { description: '措施代码 Code of the measure.' })
  measureCode!: string

  @GraphField(() => String, { description: '措施名称 Name of the measure.' })
  measureName!: string

  @GraphField(() => TriggerKind, { description: '触发类别 What it follows from.' })
  trigger!: Reason['trigger']

  @GraphField(() => ID, { description: '触发记录 Global id of the listing or decision event.' })
  triggerId!: string

  @GraphField(() => String, { description: '触发代码 List code, or kind of decision.' })
  triggerCode!: string

  @GraphField(() => String, { description: '触发名称 Name of the list or of the kind of decision.' })
  triggerName!: string

  @GraphField(() => String, { nullable: true, description: '决定文书号 Number of the decision.' })
  documentNo!: string | null

  @GraphField(() => String, { nullable: true, description: '决定机关 Who decided.' })
  decidedBy!: string | null

  @GraphField(() => DayScalar, { description: '起 First day it binds.' })
  effectiveFrom!: string

  @GraphField(() => DayScalar, {
    nullable: true,
    description: '止 First day it no longer binds; null while open-ended.',
  })
  effectiveTo!: string | null

  @GraphField(() => String, { description: '法律依据 Law or document and article.' })
  legalBasis!: string

  @GraphField(() => String, { description: '实施单位 Who applies the measure.' })
  appliedBy!: string

  @GraphField(() => SubjectRole, { description: '角色 Role in which it binds.' })
  role!: Role

  @GraphField(() => HandlingVia, {
    nullable: true,
    description: '经由 Whose record it is; null for the subject’s own.',
  })
  via!: HandlingVia | null

  @GraphField(() => String, { description: '说明 One sentence to read aloud.' })
  text!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '提示 What an officer must know besides the reasons, so that nothing passes in silence.',
})
export class HandlingNotice implements Notice {
  @GraphField(() => String, { description: '稳定代码 Stable code, see docs/errors.md.' })
  code!: Notice['code']

  @GraphField(() => String, { description: '中文说明 In Chinese.' })
  zh!: string

  @GraphField(() => String, { description: '英文说明 In English.' })
  en!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '主体核查结果 The verdict on one subject, as it was told and kept.',
})
export class SubjectVerdict {
  @GraphField(() => Int, { description: '序号 Place in the question, from 1.' })
  ordinal!: VerdictView['ordinal']

  @GraphField(() => String, { description: '所填代码 Code as given; a resident number is masked.' })
  codeGiven!: VerdictView['codeGiven']

  @GraphField(() => String, { nullable: true, description: '所填名称 Name as given.' })
  nameGiven!: VerdictView['nameGiven']

  @GraphField(() => SubjectRole, { description: '角色 Role it was checked in.' })
  role!: VerdictView['role']

  @GraphField(() => String, { nullable: true, description: '登记名称 Registered name on that day.' })
  subjectName!: VerdictView['subjectName']

  @GraphField(() => HandlingDecision, { description: '结论 Decision.' })
  decision!: VerdictView['decision']

  @GraphField(() => [HandlingReason], { description: '理由 Reasons, gravest first.' })
  reasons!: VerdictView['reasons']

  @GraphField(() => [HandlingReason], { description: '激励措施 Incentives that may be given.' })
  facilitations!: VerdictView['facilitations']

  @GraphField(() => [HandlingNotice], { description: '提示 What else must be known.' })
  notices!: VerdictView['notices']

  @GraphField(() => String, { description: '回执摘要 SM3 digest of the kept line.' })
  digest!: VerdictView['digest']
}

/** Only whoever may check ever gets this type, so no field declares a visibility; `id` would inherit Node's. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: '逢办必查 One check at handling: the question, the verdict on each subject, the receipt.',
})
export class HandlingCheck {
  @GraphField(() => ID, { description: '全局标识 Opaque global id; stable.' })
  id!: HandlingCheckView['id']

  @GraphField(() => String, { description: '核查编号 Number of the receipt.' })
  checkNo!: HandlingCheckView['checkNo']

  @GraphField(() => InstantScalar, { description: '核查时刻 When it was asked.' })
  checkedAt!: HandlingCheckView['checkedAt']

  @GraphField(() => DayScalar, { description: '核查日 Day on which the facts were looked at.' })
  on!: HandlingCheckView['on']

  @GraphField(() => DivisionCodeScalar, { description: '办理地 Division of the case.' })
  regionCode!: HandlingCheckView['regionCode']

  @GraphField(() => String, { description: '查询目的 Purpose.' })
  purpose!: HandlingCheckView['purpose']

  @GraphField(() => String, { description: '办件编号 Case number.' })
  caseNo!: HandlingCheckView['caseNo']

  @GraphField(() => String, { description: '账号 Account that asked.' })
  account!: HandlingCheckView['account']

  @GraphField(() => HandlingDecision, { description: '总结论 The gravest decision of all subjects.' })
  decision!: HandlingCheckView['decision']

  @GraphField(() => [SubjectVerdict], { description: '逐个主体的结果 One a subject, in the order asked.' })
  verdicts!: HandlingCheckView['verdicts']

  @GraphField(() => String, { description: '规则版本 Version of the rules used.' })
  ruleVersion!: HandlingCheckView['ruleVersion']

  @GraphField(() => Int, { description: '目录版本 Version of the catalogues used.' })
  catalogueVersion!: HandlingCheckView['catalogueVersion']
}

@ObjectType({ simpleResolvers: true, description: '逢办必查的结果 A check, or why there is none.' })
export class CheckHandlingPayload {
  @GraphField(() => HandlingCheck, {
    nullable: true,
    description: '核查 The check, once its receipt is durable.',
  })
  check?: HandlingCheckView | null

  @GraphField(() => [UserError], { description: '办理提示 Refusals; then nothing was written.' })
  userErrors!: UserError[]
}

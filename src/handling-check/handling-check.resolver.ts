import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { catalogueOf, Department, Matter } from '../catalogue/index.ts'
import { registerNode, withUserErrors } from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { Subject, subjectByKey } from '../subject/index.ts'
import { type HandlingCheckView, replayCheck, type VerdictView } from './handling-check-receipt.service.ts'
import { checkHandling } from './handling-check.service.ts'
import {
  CheckHandlingInput,
  CheckHandlingPayload,
  HandlingCheck,
  SubjectVerdict,
} from './handling-check.type.ts'

@Resolver(() => HandlingCheck)
export class HandlingCheckResolver {
  @Mutation(() => CheckHandlingPayload, {
    description:
      '逢办必查 Looks up every subject before a matter is handled, decides by the published measures, keeps a receipt.',
  })
  checkHandling(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CheckHandlingInput) input: CheckHandlingInput,
  ): Promise<CheckHandlingPayload> {
    return withUserErrors(async () => ({ check: await checkHandling(ctx, input) }))
  }

  @Query(() => HandlingCheck, {
    nullable: true,
    description:
      '按编号查核查 A check again, word for word; null where there is none or another department asked.',
  })
  handlingCheck(
    @Ctx() ctx: RequestContext,
    @Arg('checkNo', () => String, { description: '核查编号 Number of the receipt.' }) checkNo: string,
  ): Promise<HandlingCheckView | null> {
    return replayCheck(ctx, checkNo)
  }

  @FieldResolver(() => Matter.type, {
    description: '办理事项 The matter, as the catalogue had it on that day.',
  })
  async matter(@Root() check: HandlingCheckView, @Ctx() ctx: RequestContext) {
    const { matters } = await catalogueOf(ctx.db)
    return matters.known(check.matterCode, check.on)
  }

  @FieldResolver(() => Department.type, {
    nullable: true,
    description: '核查部门 The department that asked.',
  })
  async department(@Root() check: HandlingCheckView, @Ctx() ctx: RequestContext) {
    const { departments } = await catalogueOf(ctx.db)
    return departments.known(check.department, check.on) ?? null
  }
}

@Resolver(() => SubjectVerdict)
export class SubjectVerdictResolver {
  @FieldResolver(() => Subject.type, {
    nullable: true,
    description: '主体 The subject as it stands now; null where the code led to none.',
  })
  subject(@Root() verdict: VerdictView, @Ctx() ctx: RequestContext) {
    return verdict.subjectKey === null ? null : subjectByKey(ctx).load(verdict.subjectKey)
  }
}

registerNode('HandlingCheck', async (ctx, [checkNo]) => (checkNo ? replayCheck(ctx, checkNo) : null))

export const handlingCheckResolvers = [HandlingCheckResolver, SubjectVerdictResolver] as const

import {
  Arg,
  type ClassType,
  Ctx,
  Field as GraphField,
  FieldResolver,
  Int,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { catalogueOf, Department } from '../catalogue/index.ts'
import {
  type Connection,
  connectionTypes,
  DayScalar,
  enumLabel,
  labelledEnum,
  Provenance,
  registerNode,
  Shown,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { Subject, subjectByKey, type SubjectRow } from '../subject/index.ts'
import { type RecordKind, recordKindOf, recordKinds } from './define-record.ts'
import { declareCompiledKind, declareCompiledRecords } from './record.compiled.ts'
import { CreditRecord } from './record.fields.ts'
import { filterInput, type RecordFilter } from './record.filter.ts'
import { effectiveOnDay } from './record.rules.ts'
import { recordByKey, type RecordRow, recordsOf } from './record.read.ts'
import { countsLoader, type RecordCountRow, timelineOf, type TimelineRow } from './timeline.ts'

const FIRST = '每页条数 Page size, 1 to 100.'
const AFTER = '游标 Cursor of the row after which the page begins.'

/** `Subject.penalties(filter, first, after)` and its like: one resolver class a record kind. */
function blockResolver(kind: RecordKind): ClassType<object> {
  const { Connection: Page } = connectionTypes(kind.fact.name, () => kind.type)
  const Filter = filterInput(kind)
  @Resolver(() => Subject.type)
  class BlockResolver {
    @Shown('PUBLIC')
    @FieldResolver(() => Page, { name: kind.plural, description: `${kind.fact.zh} ${kind.fact.en}` })
    [kind.plural](
      @Root() subject: SubjectRow,
      @Ctx() ctx: RequestContext,
      @Arg('filter', () => Filter, { nullable: true }) filter: RecordFilter | undefined,
      @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
      @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | undefined,
    ): Promise<Connection<RecordRow>> {
      return recordsOf(ctx, kind, subject, { filter: filter ?? null, first, after: after ?? null })
    }
  }
  registerNode(kind.fact.name, async (ctx, [subjectKey, rowId]) => {
    if (!subjectKey || !rowId || !/^[0-9a-f-]{36}$/.test(rowId)) return null
    const subject = await subjectByKey(ctx).load(subjectKey)
    return subject ? recordByKey(ctx, kind).load({ subjectKey, rowId }) : null
  })
  declareCompiledKind(kind)
  return BlockResolver
}

function timelineResolver(): ClassType<object>[] {
  const RecordKindEnum = labelledEnum(
    'RecordKind',
    '记录类别 Kind of record',
    Object.fromEntries(recordKinds().map(({ kind, fact }) => [kind, [fact.zh, fact.en] as const])),
  )

  @ObjectType({
    simpleResolvers: true,
    description: '记录数 How many records of a kind a subject has; counted without loading them.',
  })
  class RecordCount {
    @GraphField(() => RecordKindEnum, { description: '类别 Kind.' }) kind!: string
    @GraphField(() => String, { description: '类别名称 Chinese name of the kind.' }) label!: string
    @GraphField(() => Int, { description: '总数 All of them.' }) total!: number
    @GraphField(() => Int, { description: '在效数 Those in effect on the day asked for.' }) effective!: number
  }

  @ObjectType({ simpleResolvers: true, description: '时间轴条目 One line of a subject’s timeline.' })
  class TimelineItem {
    @GraphField(() => DayScalar, { description: '日期 Day.' }) occurredOn!: string
    @GraphField(() => RecordKindEnum, { description: '类别 Kind.' }) kind!: string
    @GraphField(() => String, { description: '标题 One line in Chinese.' }) title!: string
  }
  const Timeline = connectionTypes('TimelineItem', () => TimelineItem)

  @Resolver(() => Subject.type)
  class SubjectTimelineResolver {
    @Shown('PUBLIC')
    @FieldResolver(() => Timeline.Connection, {
      description: '时间轴 All records of all kinds, newest first.',
    })
    timeline(
      @Root() subject: SubjectRow,
      @Ctx() ctx: RequestContext,
      @Arg('kinds', () => [RecordKindEnum], { nullable: true, description: '类别 Only these kinds.' })
      kinds: string[] | undefined,
      @Arg('from', () => DayScalar, { nullable: true, description: '起 On or after.' }) from:
        | string
        | undefined,
      @Arg('to', () => DayScalar, { nullable: true, description: '止 Before.' }) to: string | undefined,
      @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
      @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | undefined,
    ): Promise<Connection<TimelineRow>> {
      return timelineOf(ctx, subject, {
        kinds: kinds ?? null,
        from: from ?? null,
        to: to ?? null,
        first,
        after: after ?? null,
      })
    }

    @Shown('PUBLIC')
    @FieldResolver(() => [RecordCount], { description: '各类记录数 Records per kind, without loading them.' })
    async recordCounts(@Root() subject: SubjectRow, @Ctx() ctx: RequestContext) {
      const counts: RecordCountRow[] = await countsLoader(ctx, subject.asOf).load(subject.subjectKey)
      return counts.map((count) => ({ ...count, label: enumLabel('RecordKind', count.kind) }))
    }
  }

  @Resolver(() => TimelineItem)
  class TimelineItemResolver {
    @FieldResolver(() => CreditRecord, { nullable: true, description: '记录 The record itself.' })
    record(@Root() row: TimelineRow, @Ctx() ctx: RequestContext): Promise<RecordRow | null> | null {
      const kind = recordKindOf(row.kind)
      return kind ? recordByKey(ctx, kind).load({ subjectKey: row.subjectKey, rowId: row.rowId }) : null
    }
  }
  return [SubjectTimelineResolver, TimelineItemResolver]
}

@Resolver(() => CreditRecord)
class CreditRecordResolver {
  @Shown('PUBLIC')
  @FieldResolver(() => Subject.type, { nullable: true, description: '主体 The subject the record is about.' })
  subject(@Root() row: RecordRow, @Ctx() ctx: RequestContext): Promise<SubjectRow | null> {
    return subjectByKey(ctx).load(row.subjectKey)
  }

  @Shown('PUBLIC')
  @FieldResolver(() => Boolean, { description: '当前是否在效 Whether it has effect today.' })
  isEffective(@Root() row: RecordRow, @Ctx() ctx: RequestContext): boolean {
    return effectiveOnDay(row, ctx.today)
  }

  @Shown('PUBLIC')
  @FieldResolver(() => Department.type, {
    nullable: true,
    description: '作出机关 The authority, from the catalogue.',
  })
  async authority(@Root() row: RecordRow, @Ctx() ctx: RequestContext) {
    const { departments } = await catalogueOf(ctx.db)
    return row.authorityCode ? (departments.known(row.authorityCode, row.occurredOn) ?? null) : null
  }
}

@Resolver(() => Provenance)
class ProvenanceResolver {
  @Shown('GOV_SHARED')
  @FieldResolver(() => Department.type, {
    nullable: true,
    description: '报送单位 The department that sent it.',
  })
  async department(@Root() provenance: Provenance, @Ctx() ctx: RequestContext) {
    const { departments } = await catalogueOf(ctx.db)
    return departments.known(provenance.source, ctx.today) ?? null
  }
}

/** Resolvers of every record kind known so far; call it after all rooms are loaded. */
export function recordResolvers(): ClassType<object>[] {
  declareCompiledRecords()
  return [
    ...recordKinds().map(blockResolver),
    ...timelineResolver(),
    CreditRecordResolver,
    ProvenanceResolver,
  ]
}

import {
  Arg,
  Ctx,
  Field as GraphField,
  FieldResolver,
  InputType,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { catalogueOf, Industry, Region } from '../catalogue/index.ts'
import {
  type Connection,
  connectionTypes,
  DayScalar,
  LooseCodeScalar,
  registerNode,
  Shown,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { searchSubjects, SubjectSearch } from './search.ts'
import { declareCompiledSubject } from './subject.compiled.ts'
import {
  Identifier,
  IdentifierKind,
  RelatedParty,
  RelationKind,
  Subject,
  SubjectName,
} from './subject.facts.ts'
import { SubjectFilter, SubjectOrder, type SubjectOrderValue, subjectsOf } from './subject.list.ts'
import {
  type IdentifierRow,
  identifiersOf,
  namesOf,
  partiesOf,
  partyByKey,
  type RelatedPartyRow,
  type SubjectNameRow,
} from './subject.parts.ts'
import { subjectAsOf, subjectByKey, type SubjectRow } from './subject.read.ts'
import { subjectByIdentifier, subjectByCode } from './subject.service.ts'

const Subjects = connectionTypes('Subject', () => Subject.type)
const Parties = connectionTypes('RelatedParty', () => RelatedParty.type)

const FIRST = '每页条数 Page size, 1 to 100.'
const AFTER = '游标 Cursor of the row after which the page begins.'
const AS_OF = '截至日期 The day whose state is asked for; today when left out.'

@InputType({ description: '标识 A number of another kind than the unified social credit code.' })
export class IdentifierInput {
  @GraphField(() => IdentifierKind, { description: '标识类别 Kind of number.' })
  kind!: IdentifierRow['identifierKind']

  @GraphField(() => LooseCodeScalar, { description: '号码 The number as people type it.' })
  value!: string
}

@Resolver(() => Subject.type)
export class SubjectResolver {
  @Query(() => Subject.type, {
    nullable: true,
    description:
      '按代码查主体 The subject of a code, or of another number typed in its place; null when there is none. A malformed code is refused with the reason.',
  })
  subject(
    @Ctx() ctx: RequestContext,
    @Arg('uscc', () => LooseCodeScalar, { nullable: true, description: '统一社会信用代码 The code.' })
    uscc?: string,
    @Arg('identifier', () => IdentifierInput, { nullable: true, description: '其他标识 Another number.' })
    identifier?: IdentifierInput,
    @Arg('asOf', () => DayScalar, { nullable: true, description: AS_OF }) asOf?: string,
  ): Promise<SubjectRow | null> {
    return identifier
      ? subjectByIdentifier(ctx, identifier, asOf ?? null)
      : subjectByCode(ctx, uscc, asOf ?? null)
  }

  @Query(() => Subjects.Connection, { description: '主体列表 Subjects that fit the filter.' })
  subjects(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => SubjectFilter, { nullable: true }) filter: SubjectFilter | undefined,
    @Arg('orderBy', () => SubjectOrder, { defaultValue: 'KEY' }) orderBy: SubjectOrderValue,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | undefined,
  ): Promise<Connection<SubjectRow>> {
    return subjectsOf(ctx, { filter: filter ?? null, orderBy, first, after: after ?? null })
  }

  @Query(() => SubjectSearch.Connection, {
    description:
      '检索主体 Subjects by code, number, name, former name, part of a name, pinyin or initials; ranked.',
  })
  searchSubjects(
    @Ctx() ctx: RequestContext,
    @Arg('text', () => String, {
      description: '检索词 At least 2 Chinese characters, 2 initials or a number.',
    })
    text: string,
    @Arg('first', () => Int, { defaultValue: 10, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | undefined,
  ): Promise<Connection<SubjectRow>> {
    return searchSubjects(ctx, { text, first, after: after ?? null })
  }

  @Shown('PUBLIC')
  @FieldResolver(() => [Identifier.type], {
    description: '标识及其沿革 Numbers that lead to the subject, with their years.',
  })
  identifiers(@Root() subject: SubjectRow, @Ctx() ctx: RequestContext): Promise<IdentifierRow[]> {
    return identifiersOf(ctx, subject)
  }

  @Shown('PUBLIC')
  @FieldResolver(() => [SubjectName.type], { description: '名称及其沿革 Present and former names.' })
  names(@Root() subject: SubjectRow, @Ctx() ctx: RequestContext): Promise<SubjectNameRow[]> {
    return namesOf(ctx, subject)
  }

  @Shown('PUBLIC')
  @FieldResolver(() => Parties.Connection, {
    description: '关联方 Legal representative, shareholders, branches, predecessors and successors.',
  })
  relatedParties(
    @Root() subject: SubjectRow,
    @Ctx() ctx: RequestContext,
    @Arg('relation', () => [RelationKind], { nullable: true, description: '关系 Only these relations.' })
    relation: string[] | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | undefined,
  ): Promise<Connection<RelatedPartyRow>> {
    return partiesOf(ctx, subject, { relation: relation ?? null, first, after: after ?? null })
  }

  @Shown('PUBLIC')
  @FieldResolver(() => Region.type, {
    nullable: true,
    description: '行政区划 Division, also where it is abolished.',
  })
  async division(@Root() subject: SubjectRow, @Ctx() ctx: RequestContext) {
    const { regions } = await catalogueOf(ctx.db)
    return subject.divisionCode
      ? (regions.known(subject.divisionCode, subject.establishedOn ?? ctx.today) ?? null)
      : null
  }

  @Shown('PUBLIC')
  @FieldResolver(() => Industry.type, { nullable: true, description: '所属行业 Industry.' })
  async industry(@Root() subject: SubjectRow, @Ctx() ctx: RequestContext) {
    const { industries } = await catalogueOf(ctx.db)
    return subject.industryCode ? (industries.known(subject.industryCode, ctx.today) ?? null) : null
  }

  @Shown('PUBLIC')
  @FieldResolver(() => DayScalar, {
    nullable: true,
    description: '截至日期 Day the profile was asked for; null for today.',
  })
  asOf(@Root() subject: SubjectRow): string | null {
    return subject.asOf
  }
}

@Resolver(() => RelatedParty.type)
export class RelatedPartyResolver {
  @Shown('PUBLIC')
  @FieldResolver(() => Subject.type, {
    nullable: true,
    description: '关联主体 The other subject, where it is known and may be seen.',
  })
  party(@Root() row: RelatedPartyRow, @Ctx() ctx: RequestContext): Promise<SubjectRow | null> | null {
    return row.partyKey ? subjectByKey(ctx).load(row.partyKey) : null
  }
}

registerNode('RelatedParty', async (ctx, [subjectKey, rowId]) =>
  subjectKey && rowId ? partyByKey(ctx, subjectKey, rowId) : null,
)
registerNode('Subject', (ctx, [key]) => (key ? subjectAsOf(ctx, key, null) : Promise.resolve(null)))

declareCompiledSubject()

export const subjectResolvers = [SubjectResolver, RelatedPartyResolver] as const

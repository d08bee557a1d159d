import {
  Arg,
  type ClassType,
  Ctx,
  Field as GraphField,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { Int } from 'type-graphql'
import {
  codeLists,
  compile,
  type Connection,
  connectionFrom,
  connectionTypes,
  DayScalar,
  type Fact,
  Shown,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { pageFrom, pageSize } from '../kernel/paging.ts'
import {
  type Catalogue,
  catalogueOf,
  type DatedRows,
  type ListKindRow,
  type MeasureRow,
} from './catalogue.ts'
import { Department, Industry, ListKind, Matter, Measure, Region } from './catalogue.facts.ts'

interface CatalogueRow {
  readonly code: string
  readonly validFrom: string
  readonly validTo: string | null
}

const AS_OF = '截至日期 Rows in force on this day; today when left out.'
const CONTAINS = '包含 Part of the code or the Chinese name.'

interface ListArgs {
  readonly contains: string | null
  readonly asOf: string | null
  readonly first: number
  readonly after: string | null
}

function pageOf<Row extends CatalogueRow>(
  ctx: RequestContext,
  name: string,
  rows: DatedRows<Row>,
  args: ListArgs,
): Connection<Row> {
  const first = pageSize(args.first)
  const contains = args.contains?.trim() ?? ''
  const on = args.asOf ?? ctx.today
  const scope = `${name}:${on}:${contains}`
  const after = args.after ? String(ctx.cursors.read(args.after, scope)[0]) : null
  const fits = (row: Row): boolean =>
    contains === '' ||
    row.code.includes(contains) ||
    String('nameZh' in row ? row.nameZh : '').includes(contains)
  const all = rows.inForceOn(on).filter(fits)
  return connectionFrom({
    page: pageFrom(all.filter((row) => after === null || row.code > after).slice(0, first + 1), first),
    after: args.after,
    cursors: ctx.cursors,
    scope,
    position: (row) => [row.code],
    count: () => Promise.resolve(all.length),
  })
}

/** `departments` and `department(code)`, and their like for every catalogue. */
function catalogueResolver(
  fact: Pick<Fact, 'name' | 'zh' | 'en' | 'type'>,
  names: { one: string; many: string },
  pick: (catalogue: Catalogue) => DatedRows<CatalogueRow>,
): ClassType<object> {
  const { Connection: Page } = connectionTypes(fact.name, () => fact.type)
  @Resolver(() => fact.type)
  class CatalogueResolver {
    @Query(() => Page, { name: names.many, description: `${fact.zh}目录 ${fact.en}` })
    async [names.many](
      @Ctx() ctx: RequestContext,
      @Arg('contains', () => String, { nullable: true, description: CONTAINS }) contains: string | undefined,
      @Arg('asOf', () => DayScalar, { nullable: true, description: AS_OF }) asOf: string | undefined,
      @Arg('first', () => Int, { defaultValue: 50, description: '每页条数 Page size, 1 to 100.' })
      first: number,
      @Arg('after', () => String, { nullable: true, description: '游标 Cursor.' }) after: string | undefined,
    ) {
      return pageOf(ctx, names.many, pick(await catalogueOf(ctx.db)), {
        contains: contains ?? null,
        asOf: asOf ?? null,
        first,
        after: after ?? null,
      })
    }

    @Query(() => fact.type, {
      name: names.one,
      nullable: true,
      description: `按代码查${fact.zh} One row by its code.`,
    })
    async [names.one](
      @Ctx() ctx: RequestContext,
      @Arg('code', () => String, { description: '代码 Code.' }) code: string,
      @Arg('asOf', () => DayScalar, { nullable: true, description: AS_OF }) asOf: string | undefined,
    ) {
      return pick(await catalogueOf(ctx.db)).find(code, asOf ?? ctx.today) ?? null
    }
  }
  return CatalogueResolver
}

@ObjectType({ simpleResolvers: true, description: '枚举值 One value of a code list with its labels.' })
class CodeListValue {
  @GraphField(() => String, { description: '枚举名 Name of the enum.' }) list!: string
  @GraphField(() => String, { description: '枚举说明 What the enum is.' }) listZh!: string
  @GraphField(() => String, { description: '值 Value.' }) value!: string
  @GraphField(() => String, { description: '中文 Chinese label.' }) zh!: string
  @GraphField(() => String, { description: '英文 English label.' }) en!: string
}

const listsOf = ({ listKinds }: Catalogue, measure: MeasureRow, today: string): ListKindRow[] =>
  measure.listTriggers.flatMap((code) => listKinds.known(code, today) ?? [])

const measuresOf = ({ measures }: Catalogue, kind: ListKindRow, today: string): MeasureRow[] =>
  measures.inForceOn(today).filter((row) => row.published && row.listTriggers.includes(kind.code))

@Resolver(() => Measure.type)
class MeasureResolver {
  @Query(() => [CodeListValue], {
    description: '代码表 Every enum of this API with its Chinese and English labels.',
  })
  codeLists(
    @Arg('list', () => String, { nullable: true, description: '枚举名 Only this enum.' }) list?: string,
  ): CodeListValue[] {
    return codeLists().filter((entry) => list === undefined || list === null || entry.list === list)
  }

  @Shown('PUBLIC')
  @FieldResolver(() => [ListKind.type], { description: '触发名单 The lists that trigger the measure.' })
  async lists(@Root() measure: MeasureRow, @Ctx() ctx: RequestContext): Promise<ListKindRow[]> {
    return listsOf(await catalogueOf(ctx.db), measure, ctx.today)
  }
}

@Resolver(() => ListKind.type)
class ListKindResolver {
  @Shown('PUBLIC')
  @FieldResolver(() => [Measure.type], { description: '对应措施 Published measures this list triggers.' })
  async measures(@Root() kind: ListKindRow, @Ctx() ctx: RequestContext): Promise<MeasureRow[]> {
    return measuresOf(await catalogueOf(ctx.db), kind, ctx.today)
  }
}

compile.memoryRelation('Measure', 'lists', listsOf)
compile.memoryRelation('ListKind', 'measures', measuresOf)

export const catalogueResolvers = (): ClassType<object>[] => [
  catalogueResolver(Department, { one: 'department', many: 'departments' }, ({ departments }) => departments),
  catalogueResolver(Region, { one: 'region', many: 'regions' }, ({ regions }) => regions),
  catalogueResolver(Industry, { one: 'industry', many: 'industries' }, ({ industries }) => industries),
  catalogueResolver(ListKind, { one: 'listKind', many: 'listKinds' }, ({ listKinds }) => listKinds),
  catalogueResolver(Matter, { one: 'matter', many: 'matters' }, ({ matters }) => matters),
  catalogueResolver(Measure, { one: 'measure', many: 'measures' }, ({ measures }) => measures),
  MeasureResolver,
  ListKindResolver,
]

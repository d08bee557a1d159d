import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { catalogueOf, ListKind, type ListKindRow } from '../catalogue/index.ts'
import { compile, Shown } from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { Listing } from './listing.record.ts'

@Resolver(() => Listing.type)
class ListingResolver {
  @Shown('PUBLIC')
  @FieldResolver(() => ListKind.type, {
    nullable: true,
    description: '名单类别 The list, from the catalogue.',
  })
  async listKind(
    @Root() row: { listCode: string; occurredOn: string },
    @Ctx() ctx: RequestContext,
  ): Promise<ListKindRow | null> {
    const { listKinds } = await catalogueOf(ctx.db)
    return listKinds.known(row.listCode, row.occurredOn) ?? null
  }
}

compile.compiledField(
  'Listing',
  'listKind',
  compile.memoryField({
    by: ['listCode', 'occurredOn'],
    memory: ({ db }) => catalogueOf(db),
    find: ({ listKinds }, [code, day]) => listKinds.known(code ?? '', day ?? ''),
  }),
)

export const listingResolvers = [ListingResolver] as const

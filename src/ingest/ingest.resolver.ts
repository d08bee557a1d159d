import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { catalogueOf, Department, type DepartmentRow } from '../catalogue/index.ts'
import {
  type Connection,
  connectionFrom,
  registerNode,
  Shown,
  typed,
  withUserErrors,
} from '../graph/index.ts'
import type { RequestContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { globalId, readGlobalId } from '../kernel/ids.ts'
import { COUNT_CAP, pageFrom, pageSize } from '../kernel/paging.ts'
import { batchesBefore, batchOf, type BatchRow, countBatches } from './batch.store.ts'
import { submitFile } from './ingest.submit.ts'
import { mayIngest } from './ingest.policy.ts'
import {
  formatNameOf,
  type FormatValue,
  IngestBatch,
  IngestBatchConnection,
  messagesOf,
  RowOutcomeEnum,
  RowVerdict,
  RowVerdictConnection,
  SubmitBatchInput,
  SubmitBatchPayload,
} from './ingest.type.ts'
import type { RowOutcome } from './row-codes.ts'
import { countVerdicts, type VerdictFilter, verdictsAfter } from './verdict.store.ts'

const nodeOf = (row: BatchRow): IngestBatch =>
  typed(
    {
      ...row,
      id: globalId('IngestBatch', row.id),
      batchId: row.id,
      format: row.format.toUpperCase() as FormatValue,
    } as unknown as IngestBatch,
    'IngestBatch',
  )

function demand(ctx: RequestContext): void {
  if (!mayIngest(ctx.actor)) throw new Refusal('FORBIDDEN', { action: 'ingest' })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** By global id or by batch number. */
async function findBatch(ctx: RequestContext, id: string): Promise<IngestBatch | null> {
  const parts = readGlobalId(id)
  const key = UUID.test(id) ? id : parts?.type === 'IngestBatch' ? (parts.key[0] ?? '') : ''
  if (!UUID.test(key)) throw new Refusal('NODE_ID_INVALID', { id: id.slice(0, 80) })
  const row = await batchOf(ctx.db, key)
  return row ? nodeOf(row) : null
}

registerNode('IngestBatch', async (ctx, [id = '']) => {
  if (!mayIngest(ctx.actor) || !UUID.test(id)) return null
  const row = await batchOf(ctx.db, id)
  return row ? nodeOf(row) : null
})

const FIRST = { defaultValue: 50, description: '每页条数 Page size, 1 to 100.' }
const AFTER = { nullable: true, description: '游标 Cursor.' }
const BATCHES = 'ingestBatches'

@Resolver(() => IngestBatch)
export class IngestResolver {
  @Mutation(() => SubmitBatchPayload, {
    description: '提交文件入库 Loads an uploaded file; answers at once, the load goes on in the background.',
  })
  submitBatch(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SubmitBatchInput) input: SubmitBatchInput,
  ): Promise<Partial<SubmitBatchPayload>> {
    return withUserErrors(async () => {
      demand(ctx)
      const row = await submitFile(ctx, { ...input, format: formatNameOf(input.format) })
      return { batch: nodeOf(row) }
    })
  }

  @Query(() => IngestBatch, { nullable: true, description: '查批次 One batch by its id or its number.' })
  async ingestBatch(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: '标识 Global id or batch number.' }) id: string,
  ): Promise<IngestBatch | null> {
    demand(ctx)
    return findBatch(ctx, id)
  }

  @Query(() => IngestBatchConnection, { description: '批次列表 Batches, the newest first.' })
  async ingestBatches(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, FIRST) firstGiven: number,
    @Arg('after', () => String, AFTER) after: string | undefined,
  ): Promise<Connection<IngestBatch>> {
    demand(ctx)
    const first = pageSize(firstGiven)
    const [startedAt, id] = after ? ctx.cursors.read(after, BATCHES) : []
    const place = after ? { startedAt: String(startedAt), id: String(id) } : null
    const rows = await batchesBefore(ctx.db, place, first + 1)
    return connectionFrom({
      page: pageFrom(rows.map(nodeOf), first),
      after,
      cursors: ctx.cursors,
      scope: BATCHES,
      position: (row) => [row.startedAt.toISOString(), row.batchId],
      count: () => countBatches(ctx.db, COUNT_CAP + 1),
    })
  }

  @Shown('GOV_SHARED')
  @FieldResolver(() => Department.type, {
    nullable: true,
    description: '报送单位 The department that sent it.',
  })
  async department(@Root() batch: IngestBatch, @Ctx() ctx: RequestContext): Promise<DepartmentRow | null> {
    return (await catalogueOf(ctx.db)).departments.known(batch.source, ctx.today) ?? null
  }

  @Shown('GOV_SHARED')
  @FieldResolver(() => RowVerdictConnection, {
    description:
      '逐行校验结果 What was found in rows that were not plainly accepted, in the order of the file.',
  })
  async rowVerdicts(
    @Root() batch: IngestBatch,
    @Ctx() ctx: RequestContext,
    @Arg('outcome', () => RowOutcomeEnum, { nullable: true, description: '结果 Only this outcome.' })
    outcome: RowOutcome | undefined,
    @Arg('code', () => String, { nullable: true, description: '代码 Only this code.' }) code:
      | string
      | undefined,
    @Arg('first', () => Int, FIRST) firstGiven: number,
    @Arg('after', () => String, AFTER) after: string | undefined,
  ): Promise<Connection<RowVerdict>> {
    demand(ctx)
    const first = pageSize(firstGiven)
    const filter: VerdictFilter = { batchId: batch.batchId, outcome: outcome ?? null, code: code ?? null }
    const scope = `rowVerdicts:${batch.batchId}:${filter.outcome}:${filter.code}`
    const [lineNo, ordinal] = after ? ctx.cursors.read(after, scope) : [0, 0]
    const place = { lineNo: Number(lineNo), ordinal: Number(ordinal) }
    const rows = await verdictsAfter(ctx.db, filter, place, first + 1)
    const ordinals = new Map<RowVerdict, number>()
    const verdicts = rows.map((row) => {
      const verdict = { ...row, ...messagesOf(row.code) } as RowVerdict
      ordinals.set(verdict, row.ordinal)
      return verdict
    })
    return connectionFrom({
      page: pageFrom(verdicts, first),
      after,
      cursors: ctx.cursors,
      scope,
      position: (row) => [row.lineNo, ordinals.get(row) ?? 0],
      count: () => countVerdicts(ctx.db, filter, COUNT_CAP + 1),
    })
  }
}

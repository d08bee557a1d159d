import { Field as GraphField, InputType, Int, ObjectType } from 'type-graphql'
import { connectionTypes, InstantScalar, labelledEnum, Node, Shown, UserError } from '../graph/index.ts'
import type { Counts, FormatName } from './format.ts'
import { COUNT_LABELS } from './report.ts'
import { isRowCode, ROW_CODES, type RowOutcome } from './row-codes.ts'

export type FormatValue = 'REGISTRATIONS' | 'LICENCES' | 'PENALTIES'

export const IngestFormat = labelledEnum<FormatValue>('IngestFormat', '归集格式 Format of a file', {
  REGISTRATIONS: ['登记信息', 'extract of a market-entity register'],
  LICENCES: ['行政许可（双公示）', 'nationwide licence template, fields XK_*'],
  PENALTIES: ['行政处罚（双公示）', 'nationwide penalty template, fields CF_*'],
})

export const formatNameOf = (value: FormatValue): FormatName => value.toLowerCase() as FormatName

export const IngestState = labelledEnum<'RUNNING' | 'DONE' | 'FAILED'>(
  'IngestState',
  '批次状态 State of a batch',
  {
    RUNNING: ['入库中', 'being loaded; taken up again after a stop'],
    DONE: ['已完成', 'loaded; the same file again changes nothing'],
    FAILED: ['未完成', 'stopped by a fault of the file; send it again to go on'],
  },
)

export const RowOutcomeEnum = labelledEnum<RowOutcome>('RowOutcome', '逐行结果 What became of a row', {
  REJECTED: ['退回', 'not loaded, waits in quarantine'],
  KEPT: ['有误入库', 'loaded and marked'],
  WARNING: ['提示', 'loaded, with a remark'],
  DUPLICATE: ['重复', 'an earlier row of the file counts'],
})

/** Figures of a load. Not every format has every figure. */
@ObjectType({
  simpleResolvers: true,
  description: '批次统计 Figures of a batch; null where the format has none.',
})
export class IngestCounts {}
for (const [name, [zh, en]] of Object.entries(COUNT_LABELS)) {
  GraphField(() => Int, { nullable: true, description: `${zh} ${en}` })(IngestCounts.prototype, name)
  Shown('GOV_SHARED')(IngestCounts.prototype, name)
}

@ObjectType({ simpleResolvers: true, description: '逐行校验结果 One thing found in one cell of one row.' })
export class RowVerdict {
  @Shown('GOV_SHARED')
  @GraphField(() => Int, { description: '行号 Line of the file, the header being line 1.' })
  lineNo!: number

  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '列 Header of the column; * for the whole row.' })
  column!: string

  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '代码 Stable code, see docs/errors.md.' })
  code!: string

  @Shown('GOV_SHARED')
  @GraphField(() => RowOutcomeEnum, { description: '结果 What became of the row.' })
  outcome!: RowOutcome

  @Shown('GOV_SHARED')
  @GraphField(() => String, {
    nullable: true,
    description: '值 The value found; never a number of a person.',
  })
  value!: string | null

  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '中文说明 What is wrong.' })
  message!: string

  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '英文说明 The same in English.' })
  messageEn!: string

  @Shown('GOV_SHARED')
  @GraphField(() => String, {
    nullable: true,
    description: '原行 The row as it arrived, with its first finding.',
  })
  rawLine!: string | null
}

/** 归集批次. `department`, `rowVerdicts` are added by the resolver. */
@ObjectType({ implements: Node, simpleResolvers: true, description: '归集批次 One file on its way in.' })
export class IngestBatch extends Node {
  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '批次号 Number of the batch: the same file has the same one.' })
  batchId!: string

  @Shown('GOV_SHARED')
  @GraphField(() => IngestFormat, { description: '格式 Format.' })
  format!: FormatValue

  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '文件名 Name of the file.' })
  fileName!: string

  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '报送单位代码 Code of the department that sent it.' })
  source!: string

  @Shown('GOV_SHARED')
  @GraphField(() => IngestState, { description: '状态 State.' })
  state!: 'RUNNING' | 'DONE' | 'FAILED'

  @Shown('GOV_SHARED')
  @GraphField(() => InstantScalar, { description: '开始时刻 When it began.' })
  startedAt!: Date

  @Shown('GOV_SHARED')
  @GraphField(() => InstantScalar, { nullable: true, description: '完成时刻 When it was done.' })
  finishedAt!: Date | null

  @Shown('GOV_SHARED')
  @GraphField(() => Int, { description: '已处理到的行 Line up to which rows are committed.' })
  linesDone!: number

  @Shown('GOV_SHARED')
  @GraphField(() => String, { nullable: true, description: '失败原因 Why it stopped.' })
  failure!: string | null

  @Shown('GOV_SHARED')
  @GraphField(() => IngestCounts, { description: '统计 Figures.' })
  counts!: Counts
}

@InputType({ description: '提交批次 A file uploaded by PUT /files, to be loaded.' })
export class SubmitBatchInput {
  @GraphField(() => IngestFormat, { description: '格式 Format of the file.' })
  format!: FormatValue

  @GraphField(() => String, { description: '文件编号 What PUT /files answered.' })
  fileId!: string

  @GraphField(() => String, { description: '文件名 Name of the file at its source.' })
  fileName!: string

  @GraphField(() => String, { description: '报送单位代码 Code of the source department, see `departments`.' })
  source!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '提交结果 The batch, running or done, or why it was refused.',
})
export class SubmitBatchPayload {
  @GraphField(() => IngestBatch, { nullable: true, description: '批次 The batch.' })
  batch?: IngestBatch | null

  @GraphField(() => [UserError], { description: '办理提示 Why it was refused.' })
  userErrors!: UserError[]
}

export const { Connection: IngestBatchConnection } = connectionTypes('IngestBatch', () => IngestBatch)
export const { Connection: RowVerdictConnection } = connectionTypes('RowVerdict', () => RowVerdict)

export const messagesOf = (code: string): { message: string; messageEn: string } =>
  isRowCode(code)
    ? { message: ROW_CODES[code].zh, messageEn: ROW_CODES[code].en }
    : { message: code, messageEn: code }

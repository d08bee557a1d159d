import { GraphQLJSONObject } from 'graphql-scalars'
import { Field as GraphField, Int, ObjectType } from 'type-graphql'
import { instant, int, json, required, text, textList, uuid } from './field.ts'
import { InstantScalar } from './scalars.ts'
import { Shown } from './visibility.ts'

@ObjectType({
  simpleResolvers: true,
  description: '来源 Where a fact comes from: who sent it, in which batch and line, as it was written there.',
})
export class Provenance {
  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '报送单位代码 Code of the department that sent it.' })
  source!: string

  @Shown('GOV_SHARED')
  @GraphField(() => String, { description: '来源主键 Key of the fact at its source.' })
  sourceKey!: string

  @Shown('GOV_SHARED')
  @GraphField(() => String, { nullable: true, description: '批次 Ingest batch.' })
  batchId!: string | null

  @Shown('GOV_SHARED')
  @GraphField(() => Int, { nullable: true, description: '行号 Line in the file, the header being line 1.' })
  lineNo!: number | null

  @Shown('GOV_SHARED')
  @GraphField(() => InstantScalar, { description: '收到时刻 When the hub received it.' })
  receivedAt!: Date

  @Shown('GOV_SHARED')
  @GraphField(() => InstantScalar, { description: '记录时刻 When this version was recorded.' })
  recordedAt!: Date

  @Shown('GOV_SHARED')
  @GraphField(() => Int, { description: '版本 Version of the row; earlier ones are kept.' })
  version!: number

  @Shown('GOV_SHARED')
  @GraphField(() => GraphQLJSONObject, {
    description: '原值 Values as they arrived, beside the parsed ones.',
  })
  raw!: Record<string, unknown>

  @Shown('GOV_SHARED')
  @GraphField(() => [String], { description: '质量标记 Quality marks, e.g. CODE_NORMALISED.' })
  quality!: string[]
}

/** Columns every fact carries: provenance, version, recorded time. */
export const provenanceFields = {
  source: required(text('INTERNAL', '报送单位代码', 'Source department code.')),
  sourceKey: required(text('INTERNAL', '来源主键', 'Key at the source; makes ingest idempotent.')),
  batchId: uuid('INTERNAL', '批次', 'Ingest batch.'),
  lineNo: int('INTERNAL', '行号', 'Line in the file.'),
  receivedAt: required(instant('INTERNAL', '收到时刻', 'When the hub received it.')),
  raw: required(json('INTERNAL', '原值', 'Values as they arrived.'), `'{}'`),
  quality: required(textList('INTERNAL', '质量标记', 'Quality marks.'), `'{}'`),
  version: required(int('INTERNAL', '版本', 'Version of the row.'), '1'),
  recordedAt: required(instant('INTERNAL', '记录时刻', 'When this version was recorded.')),
} as const

export interface ProvenanceRow {
  readonly source: string
  readonly sourceKey: string
  readonly batchId: string | null
  readonly lineNo: number | null
  readonly receivedAt: Date
  readonly recordedAt: Date
  readonly version: number
  readonly raw: Record<string, unknown>
  readonly quality: string[]
}

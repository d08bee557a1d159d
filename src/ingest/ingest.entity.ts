import { EntitySchema } from '@mikro-orm/core'

const column = (columnType: string, more: object = {}) => ({ type: 'string', columnType, ...more })

/** 批次: one file (or upload) on its way in. */
export const IngestBatchTable = new EntitySchema({
  name: 'IngestBatchRow',
  tableName: 'ingest_batch',
  comment: '归集批次 One file on its way in; its id is derived from format, source and file hash.',
  properties: {
    id: column('uuid', { primary: true }),
    format: column('text'),
    fileName: column('text', { fieldName: 'file_name' }),
    fileHash: column('text', { fieldName: 'file_hash' }),
    fileBytes: column('bigint', { fieldName: 'file_bytes' }),
    source: column('text'),
    /** Header line of the file, so that rejected rows are given back in the submitter's own columns. */
    header: column('text'),
    state: column('text'),
    failure: column('text', { nullable: true }),
    startedAt: column('timestamptz', { fieldName: 'started_at' }),
    finishedAt: column('timestamptz', { fieldName: 'finished_at', nullable: true }),
    linesDone: column('int', { fieldName: 'lines_done' }),
    counts: column('jsonb'),
    account: column('text'),
    department: column('text'),
  },
  indexes: [
    {
      name: 'ingest_batch_by_start',
      expression: 'create index "ingest_batch_by_start" on "ingest_batch" ("started_at" desc, "id" desc)',
    },
  ],
} as never)

/** 逐行校验结果: only rows that are not plainly accepted have lines here. */
export const RowVerdictTable = new EntitySchema({
  name: 'RowVerdictRow',
  tableName: 'ingest_row_verdict',
  comment: '逐行校验结果 What is wrong with a row: line, column, code, value; the raw line is kept.',
  properties: {
    batchId: column('uuid', { fieldName: 'batch_id', primary: true }),
    lineNo: column('int', { fieldName: 'line_no', primary: true }),
    ordinal: column('int', { primary: true }),
    columnName: column('text', { fieldName: 'column_name' }),
    code: column('text'),
    outcome: column('text'),
    value: column('text', { nullable: true }),
    subjectKey: column('text', { fieldName: 'subject_key', nullable: true }),
    rawLine: column('text', { fieldName: 'raw_line', nullable: true }),
  },
} as never)

/** Subjects already met in a running batch, so that a later row of the same code is told apart. */
export const IngestSeenTable = new EntitySchema({
  name: 'IngestSeenRow',
  tableName: 'ingest_seen',
  comment: '批内已见 Keys already met in a running batch; emptied when the batch ends.',
  properties: {
    batchId: column('uuid', { fieldName: 'batch_id', primary: true }),
    subjectKey: column('text', { fieldName: 'subject_key', primary: true }),
    sourceKey: column('text', { fieldName: 'source_key', primary: true }),
    lineNo: column('int', { fieldName: 'line_no' }),
  },
} as never)

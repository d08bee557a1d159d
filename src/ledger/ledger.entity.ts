import { EntitySchema } from '@mikro-orm/core'

/** 存证: one append-only entry per change, check or non-public read. Partitioned by month; INSERT only. */
export const LEDGER_TABLE = 'ledger_entry'

/** Entries that concern no single subject (a bulk chunk, a catalogue load) hang on this key. */
export const HUB_KEY = '~hub'

/**
 * Versions that were superseded, moved here in the transaction that replaced them. `fact` is the table's name,
 * `row` is to_jsonb of the old row (column names), `row_id` the row's id, or the subject key for a subject.
 */
export const HistoryTable = new EntitySchema({
  name: 'HistoryRow',
  tableName: 'history',
  comment: '历史版本 Superseded versions of facts.',
  properties: {
    subjectKey: { type: 'string', fieldName: 'subject_key', columnType: 'text', primary: true },
    fact: { type: 'string', columnType: 'text', primary: true },
    rowId: { type: 'string', fieldName: 'row_id', columnType: 'text', primary: true },
    version: { type: 'string', columnType: 'int', primary: true },
    validFrom: { type: 'string', fieldName: 'valid_from', columnType: 'date', nullable: true },
    validTo: { type: 'string', fieldName: 'valid_to', columnType: 'date', nullable: true },
    recordedAt: { type: 'string', fieldName: 'recorded_at', columnType: 'timestamptz' },
    supersededAt: { type: 'string', fieldName: 'superseded_at', columnType: 'timestamptz' },
    /** CHANGE: true for its time. CORRECTION: never was. */
    reason: { type: 'string', columnType: 'text' },
    row: { type: 'string', columnType: 'jsonb' },
  },
} as never)

export { IngestBatchTable, IngestSeenTable, RowVerdictTable } from './ingest.entity.ts'

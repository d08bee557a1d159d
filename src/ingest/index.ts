import { IngestResolver } from './ingest.resolver.ts'

export { FORMAT_NAMES as INGEST_FORMATS } from './formats.ts'
export { IngestBatchTable, IngestSeenTable, RowVerdictTable } from './ingest.entity.ts'
export { type BatchReport, ingestFile, type IngestOptions } from './ingest.service.ts'
export { printReport } from './report.ts'
export { ROW_CODES, type RowCode } from './row-codes.ts'
export { registerUpload, type UploadOptions } from './upload.route.ts'
export const ingestResolvers = [IngestResolver]

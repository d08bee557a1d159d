export { HistoryTable, HUB_KEY } from './ledger.entity.ts'
export {
  type Act,
  appendEntries,
  canonical,
  digestOf,
  entryOf,
  type LedgerEntry,
  record,
} from './ledger.service.ts'
export { ensurePartitions } from './partitions.ts'

export { HistoryTable, HUB_KEY } from './ledger.entity.ts'
export { type Act, canonical, digestOf, record } from './ledger.service.ts'
export { ensurePartitions } from './partitions.ts'

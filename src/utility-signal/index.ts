export { UtilityKind, UtilityReading } from './utility-reading.record.ts'

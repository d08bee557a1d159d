export { CreditRecord, type RecordStatusValue } from './record.fields.ts'
export { defineRecord, type RecordKind, recordKindOf, recordKinds } from './define-record.ts'
export { AnnualReport } from './kinds/annual-report.ts'
export { Commitment } from './kinds/commitment.ts'
export { Complaint } from './kinds/complaint.ts'
export { CompulsoryMeasure } from './kinds/compulsory-measure.ts'
export { DecisionEvent, type DecisionEventKindValue } from './kinds/decision-event.ts'
export { Inspection } from './kinds/inspection.ts'
export { Judgment } from './kinds/judgment.ts'
export { Licence } from './kinds/licence.ts'
export { Penalty } from './kinds/penalty.ts'
export { Reward } from './kinds/reward.ts'
export { recordResolvers } from './record.resolver.ts'
export { effectiveOnDay } from './record.rules.ts'
export {
  knownRecords,
  recordKey,
  type RecordLoad,
  type RecordsSaved,
  type SentRecord,
  upsertRecords,
} from './upsert.ts'

export { Evaluation } from './evaluation.record.ts'

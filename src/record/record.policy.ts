import { seenBy } from '../graph/index.ts'
import type { Actor } from '../kernel/context.ts'

/**
 * Which records of a subject a reader may meet at all: its classes, and never a repaired one, whose publicity,
 * sharing and use have ended (信用修复管理办法, 国家发展改革委令第36号, 3).
 */
export const mayMeet = (actor: Pick<Actor, 'clearance'>): string =>
  `${seenBy(actor)} and t.status <> 'REPAIRED'`

/** SQL over alias t: the record has effect on a day (placeholder). */
export const effectiveOn = (day: string): string =>
  `(t.valid_from <= ${day}::date and coalesce(t.valid_to, 'infinity') > ${day}::date
    and coalesce(t.effect_ended_on, 'infinity') > ${day}::date)`

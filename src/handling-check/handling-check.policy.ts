import type { Actor } from '../kernel/context.ts'

/** A check reads what departments share, so the public has none. */
export const mayCheck = (actor: Actor): boolean => actor.clearance.includes('GOV_SHARED')

/** A receipt is read again by the department that asked. */
export const mayReplay = (actor: Actor, department: string): boolean =>
  mayCheck(actor) && actor.department === department

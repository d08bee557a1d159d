import type { Actor } from '../kernel/context.ts'

/** Who may send files and read what became of them: a department, never the public. */
export const mayIngest = (actor: Actor): boolean => actor.clearance.includes('GOV_SHARED')

import type { Actor } from '../kernel/context.ts'

/** The hub acting by itself: loads, automatic moves. */
export const HUB_ITSELF: Actor = {
  account: 'system',
  department: 'HUB',
  clearance: ['PUBLIC', 'GOV_SHARED', 'RESTRICTED'],
}

/**
 * The one account of the demonstration: an officer of 金华市政务服务办公室 who sees what departments share.
 * Restricted fields and sealed persons stay withheld. A hub in production refuses to start with it.
 */
export const DEMONSTRATION_OFFICER: Actor = {
  account: 'demonstration-officer',
  department: '330700-701',
  clearance: ['PUBLIC', 'GOV_SHARED'],
}

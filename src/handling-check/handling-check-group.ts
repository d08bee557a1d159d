import type { GroupLimits } from '../kernel/group.ts'
import { metrics } from '../kernel/metrics.ts'

/**
 * 并组 Checks that arrive together are read and kept together, two statements of each sort at a time. A check
 * that would wait longer than 0.8 s, or behind 2,000 others, is refused OVERLOADED.
 */
export const CHECK_GROUPS: GroupLimits = { inFlight: 2, weightMax: 500, waitingMax: 2_000, waitMs: 800 }

const observe = metrics.histogram(
  'xinshu_check_group_size',
  'Checks that shared a statement, by stage.',
  [1, 2, 4, 8, 16, 32, 64, 128],
)

export const groupSeen = (stage: 'gather' | 'keep') => {
  const labels = { stage }
  return (size: number): void => observe(size, labels)
}

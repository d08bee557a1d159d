import type { Desk } from '../desk.ts'
import type { Fate } from '../fate.ts'

/** How many records a subject gets: by chance around `mean`, or its share of thousands. */
export const quota = (desk: Desk, fate: Fate, of: { mean: number; share: number }): number =>
  desk.profile.heavy > 0
    ? Math.round(desk.profile.heavy * of.share)
    : desk.dice.count(of.mean * fate.activity)

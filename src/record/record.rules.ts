/** The days on which a record holds, half-open, and the day its effect ended early. */
export interface Effect {
  readonly validFrom: string
  readonly validTo: string | null
  readonly effectEndedOn: string | null
}

/**
 * Whether a record has effect on a day: from its first day, until its term or its effect has ended (both
 * half-open: on the day named as the end it no longer holds).
 * Example: valid 2026-01-01 to 2027-01-01, repaired 2026-06-30: true on 2026-06-29, false on 2026-06-30.
 */
export const effectiveOnDay = (effect: Effect, day: string): boolean =>
  effect.validFrom <= day &&
  (effect.validTo === null || day < effect.validTo) &&
  (effect.effectEndedOn === null || day < effect.effectEndedOn)

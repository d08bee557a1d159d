import { LICENCES, PENALTIES } from './decision.format.ts'
import type { Format, FormatName } from './format.ts'
import { REGISTRATIONS } from './registration.format.ts'

/** Every format the hub takes in. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  registrations: REGISTRATIONS,
  licences: LICENCES,
  penalties: PENALTIES,
}

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]

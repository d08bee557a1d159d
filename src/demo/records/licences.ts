import { Licence } from '../../record/index.ts'
import { monthsAfter, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import type { Fate } from '../fate.ts'
import { isFirm, isPerson, presentState } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { GENERAL_LICENCES, type LicenceTemplate, licenceTemplate } from '../words/licence-kinds.ts'
import { documentNo } from './document-no.ts'
import { quota } from './quota.ts'

interface Outcome {
  readonly state: 'VALID' | 'INVALID' | 'CHANGED' | 'CANCELLED' | 'REVOKED'
  readonly status: 'ACTIVE' | 'ENDED' | 'REVOKED'
  readonly endedOn: number | null
}

function outcomeOf(desk: Desk, on: number, to: number | null): Outcome {
  const { city, profile, dice } = desk
  const closed = presentState(profile).closedOn
  if (to !== null && to <= city.today) return { state: 'INVALID', status: 'ENDED', endedOn: null }
  if (closed !== null) return { state: 'CANCELLED', status: 'ENDED', endedOn: Math.max(closed, on) }
  const early = Math.min(on + 60 + dice.below(400), city.today - 1)
  if (early > on && dice.chance(0.01)) return { state: 'REVOKED', status: 'REVOKED', endedOn: early }
  if (early > on && dice.chance(0.05)) return { state: 'CHANGED', status: 'ENDED', endedOn: early }
  return { state: 'VALID', status: 'ACTIVE', endedOn: null }
}

export function partyKindOf(desk: Desk): 'LEGAL_PERSON' | 'INDIVIDUAL_BUSINESS' | 'NATURAL_PERSON' {
  if (isPerson(desk.profile)) return 'NATURAL_PERSON'
  return desk.profile.kind === 'INDIVIDUAL_BUSINESS' ? 'INDIVIDUAL_BUSINESS' : 'LEGAL_PERSON'
}

const IN_FORCE: Outcome = { state: 'VALID', status: 'ACTIVE', endedOn: null }

/** Writes one licence; `plain` leaves out revocations and changes. */
export function writeLicence(desk: Desk, template: LicenceTemplate, on: number, plain = false): void {
  const { profile, dice } = desk
  const by = departmentOf(profile.place, template.unit)
  const to = template.months ? monthsAfter(on, template.months) : null
  const { state, status, endedOn } =
    plain && (to === null || to > desk.city.today) ? IN_FORCE : outcomeOf(desk, on, to)
  desk.write(
    Licence,
    {
      on,
      by,
      to: endedOn ?? to,
      status,
      endedOn: status === 'REVOKED' || state === 'CHANGED' ? endedOn : null,
      documentNo: documentNo(by, template.mark, yearOf(on), dice),
    },
    {
      partyName: presentState(profile).name,
      partyKind: partyKindOf(desk),
      legalRepresentative: profile.legalRepresentative,
      documentName: template.document,
      licenceKinds: [template.kind],
      certificateName: template.certificate,
      certificateNo: `${template.prefix}${profile.division}${dice.digits(8)}`,
      content: template.content,
      state,
    },
  )
}

/** Licences of the trade, renewed when due, and now and then a general one. */
export function licences(desk: Desk, fate: Fate): void {
  const { profile, dice } = desk
  if (isPerson(profile)) return
  const own = profile.trade.licences.map(licenceTemplate)
  const mean = (own.length ? 0.75 + own.length * 0.25 : 0.12) * (isFirm(profile) ? 1 : 0.8)
  for (let left = quota(desk, fate, { mean, share: 0.15 }); left > 0; left -= 1) {
    const on = desk.someDay()
    if (on === null) return
    const general = own.length === 0 || dice.chance(0.15)
    writeLicence(desk, dice.pick(general ? GENERAL_LICENCES : own), on)
  }
}

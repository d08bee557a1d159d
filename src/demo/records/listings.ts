import { Listing } from '../../listing/index.ts'
import { dayOrNull, dayText, monthsAfter, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import type { Fate, Stay } from '../fate.ts'
import { isPerson } from '../profile.ts'
import { departmentOf } from '../words/departments.ts'
import { documentNo } from './document-no.ts'

const STATUS = {
  EFFECTIVE: 'ACTIVE',
  EXITED_EARLY: 'REPAIRED',
  EXPIRED: 'ENDED',
  REVOKED: 'REVOKED',
} as const
const EXIT_REASON = { EFFECTIVE: null, EXPIRED: '期限届满', REVOKED: '原列入决定被依法撤销' } as const

/** Writes one stay on a list with an end that fits its outcome. */
export function writeStay(desk: Desk, stay: Stay, no?: { decision: string; exit?: string }): void {
  const { list, on, outcome, endedOn } = stay
  const { profile, dice } = desk
  const by = departmentOf(profile.place, list.unit)
  const planned = list.months ? monthsAfter(on, list.months) : null
  const endedEarly = outcome === 'EXITED_EARLY' || outcome === 'REVOKED' ? endedOn : null
  const to = endedEarly ?? planned
  const exitNo =
    endedEarly === null ? null : (no?.exit ?? documentNo(by, `${list.mark}移`, yearOf(endedEarly), dice))
  const black = list.colour === 'BLACK' && !isPerson(profile)
  desk.write(
    Listing,
    {
      on,
      by,
      to,
      status: STATUS[outcome],
      endedOn: endedEarly,
      documentNo: no?.decision ?? documentNo(by, list.mark, yearOf(on), dice),
      ...(list.code === 'L29' ? { visibility: 'GOV_SHARED' as const } : {}),
      raw: { 列入决定机关名称: by.name, 列入日期: dayText(on), 列入原因: stay.reason },
    },
    {
      listCode: list.code,
      colour: list.colour,
      listingStatus: outcome,
      reason: stay.reason,
      basis: list.basis,
      identifierUsed: profile.uscc,
      plannedTo: dayOrNull(planned),
      responsiblePersons: black && profile.legalRepresentative ? [profile.legalRepresentative] : null,
      exitDecisionNo: exitNo,
      exitReason: outcome === 'EXITED_EARLY' ? list.exitReason : EXIT_REASON[outcome],
      publicityFrom: dayText(on),
      publicityTo: dayOrNull(to),
      sharedFrom: dayText(on),
      sharedTo: dayOrNull(to),
    },
  )
}

export function listings(desk: Desk, fate: Fate): void {
  for (const stay of fate.stays) writeStay(desk, stay)
}

import { AnnualReport } from '../../record/index.ts'
import { dayNo, dayOrNull, yearOf } from '../days.ts'
import type { Desk } from '../desk.ts'
import type { Fate } from '../fate.ts'
import { departmentOf } from '../words/departments.ts'

const YEARS = 6
/** Days from New Year to the last filing day, 30 June. */
const FILING_DAYS = 180
const REPORTING = ['ENTERPRISE', 'INDIVIDUAL_BUSINESS', 'COOPERATIVE']
/** Individual businesses report simply; only some of their reports reach the hub. */
const SIMPLE_SHARE = 0.22

type State = 'FILED' | 'LATE' | 'NOT_FILED'

function stateOf(desk: Desk, fate: Fate, year: number): State {
  if (year === fate.unfiledYear)
    return fate.stays.some(({ outcome }) => outcome === 'EXITED_EARLY') ? 'LATE' : 'NOT_FILED'
  return desk.dice.chance(0.015) ? 'LATE' : 'FILED'
}

/** The day of the filing, or of the deadline that passed without one. */
function dayFor(desk: Desk, state: State, year: number): number {
  const opens = dayNo(`${year + 1}-01-01`)
  if (state === 'FILED') return opens + 10 + Math.floor((FILING_DAYS - 11) * Math.sqrt(desk.dice.fraction()))
  return state === 'LATE' ? opens + FILING_DAYS + 1 + desk.dice.below(120) : opens + FILING_DAYS + 1
}

function writeReport(desk: Desk, fate: Fate, year: number): void {
  const { profile, dice } = desk
  const state = stateOf(desk, fate, year)
  const on = dayFor(desk, state, year)
  if (on > desk.lastDay) return
  const employees = Math.max(1, Math.round(Math.exp(1.9 + dice.normal() * 1.1)))
  const filed = state !== 'NOT_FILED'
  desk.write(
    AnnualReport,
    { on, by: departmentOf(profile.place, '660') },
    {
      reportYear: year,
      state,
      filedOn: dayOrNull(filed ? on : null),
      employees: filed ? employees : null,
      revenue: filed
        ? String(employees * Math.round(15_000_000 * Math.exp(dice.normal() * 0.9)) + 100)
        : null,
      contact: filed ? profile.address : null,
    },
  )
}

/** One report per year from the year of founding to the last whole year. */
export function annualReports(desk: Desk, fate: Fate): void {
  const { profile, city } = desk
  if (!REPORTING.includes(profile.kind)) return
  const last = yearOf(city.today) - 1
  const first = Math.max(yearOf(profile.establishedOn ?? 0), last - YEARS + 1)
  for (let year = first; year <= last; year += 1) {
    const reaches =
      profile.kind !== 'INDIVIDUAL_BUSINESS' || year === fate.unfiledYear || desk.dice.chance(SIMPLE_SHARE)
    if (reaches) writeReport(desk, fate, year)
  }
}

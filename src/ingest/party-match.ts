import type { Transaction } from '../kernel/db.ts'
import { nameMatch, type Party, type PartyNumber } from './double-publicity.rules.ts'
import type { RowCode } from './row-codes.ts'

export type PartyFound =
  | { readonly subjectKey: string; readonly isFormerName: boolean }
  | { readonly fault: Extract<RowCode, 'SUBJECT_NOT_FOUND_1001' | 'SUBJECT_NAME_MISMATCH_1001'> }

interface Candidate {
  readonly kind: string
  readonly value: string
  readonly subject_key: string
  readonly name_norm: string
  readonly name_kind: string
}

/** By its code as key, by any number that leads to it, by the organisation code inside its code. */
const CANDIDATES = `
  with asked as (select distinct kind, value from unnest($1::text[], $2::text[]) x (kind, value)),
  found as (
    select a.kind, a.value, s.subject_key from asked a join subject s on s.subject_key = a.value where a.kind = 'USCC'
    union
    select a.kind, a.value, i.subject_key from asked a
      join identifier i on i.value = a.value and i.identifier_kind = a.kind
    union
    select a.kind, a.value, s.subject_key from asked a
      join subject s on substr(s.subject_key, 9, 9) = a.value and s.uscc is not null where a.kind = 'ORG_CODE'
  )
  select f.kind, f.value, f.subject_key, n.name_norm, n.name_kind
  from found f join subject_name n on n.subject_key = f.subject_key`

const nameOf = ({ kind, value }: { kind: string; value: string }): string => `${kind}\n${value}`

/** The base register's answers for the parties of one chunk. */
export class PartyBook {
  private constructor(private readonly byNumber: ReadonlyMap<string, ReadonlyMap<string, Candidate[]>>) {}

  static async read(tx: Transaction, numbers: readonly PartyNumber[]): Promise<PartyBook> {
    const rows =
      numbers.length === 0
        ? []
        : await tx.fresh<Candidate>(CANDIDATES, [
            numbers.map(({ kind }) => kind),
            numbers.map(({ value }) => value),
          ])
    const byNumber = new Map<string, Map<string, Candidate[]>>()
    for (const row of rows) {
      const subjects = byNumber.get(nameOf(row)) ?? new Map<string, Candidate[]>()
      subjects.set(row.subject_key, [...(subjects.get(row.subject_key) ?? []), row])
      byNumber.set(nameOf(row), subjects)
    }
    return new PartyBook(byNumber)
  }

  /** Rule 1001: the number must be known and the name must be its subject's, now or formerly. */
  find(party: Party): PartyFound {
    let isKnown = false
    for (const number of party.numbers) {
      const subjects = this.byNumber.get(nameOf(number)) ?? new Map<string, Candidate[]>()
      isKnown ||= subjects.size > 0
      for (const [subjectKey, names] of subjects) {
        const match = nameMatch(
          party.name,
          names.map((name) => ({ nameNorm: name.name_norm, kind: name.name_kind })),
        )
        if (match !== 'NONE') return { subjectKey, isFormerName: match === 'FORMER' }
      }
      if (number.kind === 'USCC' && isKnown) break
    }
    return { fault: isKnown ? 'SUBJECT_NAME_MISMATCH_1001' : 'SUBJECT_NOT_FOUND_1001' }
  }
}

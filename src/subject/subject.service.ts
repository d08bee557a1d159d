import type { RequestContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { usccFault } from '../standards/index.ts'
import { subjectAsOf, type SubjectRow } from './subject.read.ts'

/** Keys a number leads to, the subject's own code first. */
async function keysOf(ctx: RequestContext, number: { kind: string; value: string }): Promise<string[]> {
  const rows = await ctx.db.rows<{ key: string }>(
    `select subject_key as key, 0 as rank from subject where subject_key = $1 and $2 = 'USCC'
     union all
     select subject_key, 1 from subject where substr(subject_key, 9, 9) = $1 and uscc is not null and $2 = 'ORG_CODE'
     union all
     select subject_key, 2 from identifier where value = $1 and identifier_kind = $2
     order by rank, key limit 5`,
    [number.value, number.kind],
  )
  return rows.map((row) => row.key)
}

export async function subjectByIdentifier(
  ctx: RequestContext,
  number: { kind: string; value: string },
  asOf: string | null,
): Promise<SubjectRow | null> {
  const [key] = await keysOf(ctx, number)
  return key === undefined ? null : subjectAsOf(ctx, key, asOf)
}

/**
 * The subject of a code. A code that is on record is found even where it is malformed (real, lawful codes fail
 * the check); only then is a malformed one refused, with the reason.
 */
export async function subjectByUscc(
  ctx: RequestContext,
  uscc: string | undefined,
  asOf: string | null,
): Promise<SubjectRow | null> {
  if (uscc === undefined || uscc === null) throw new Refusal('IDENTIFIER_MISSING')
  const found = await subjectByIdentifier(ctx, { kind: 'USCC', value: uscc }, asOf)
  const fault = found ? null : usccFault(uscc)
  if (fault) throw new Refusal(`USCC_${fault}`, { input: uscc.slice(0, 40) })
  return found
}

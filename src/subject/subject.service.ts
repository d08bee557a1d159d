import type { RequestContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { usccFault } from '../standards/index.ts'
import { type CodeResolution, resolveCodes } from './resolve.ts'
import { subjectAsOf, type SubjectRow } from './subject.read.ts'

function onlyKey(code: string, keys: readonly string[]): string | null {
  if (keys.length > 1) throw new Refusal('CODE_AMBIGUOUS', { code: code.slice(0, 40), count: keys.length })
  return keys[0] ?? null
}

const keysIn = (resolution: CodeResolution | undefined): readonly string[] => {
  if (!resolution) return []
  return 'ambiguous' in resolution ? resolution.ambiguous : [resolution.subjectKey]
}

/** The subject key of a number of one kind; refuses CODE_AMBIGUOUS where it leads to several. */
export async function keyByIdentifier(
  ctx: RequestContext,
  number: { readonly kind: string; readonly value: string },
): Promise<string | null> {
  const rows = await ctx.db.rows<{ key: string }>(
    `select subject_key as key from subject where subject_key = $1 and $2 = 'USCC'
     union
     select subject_key from subject where substr(subject_key, 9, 9) = $1 and uscc is not null and $2 = 'ORG_CODE'
     union
     select subject_key from identifier where value = $1 and identifier_kind = $2
     order by key limit 5`,
    [number.value, number.kind],
  )
  const keys = rows.map((row) => row.key)
  return keys.includes(number.value) ? number.value : onlyKey(number.value, keys)
}

export async function subjectByIdentifier(
  ctx: RequestContext,
  number: { readonly kind: string; readonly value: string },
  asOf: string | null,
): Promise<SubjectRow | null> {
  const key = await keyByIdentifier(ctx, number)
  return key === null ? null : subjectAsOf(ctx, key, asOf)
}

/** The subject key of a code, or of another number typed in its place. */
export async function keyByCode(ctx: RequestContext, code: string): Promise<string | null> {
  const found = await resolveCodes(ctx.db, [code], ctx.personKey)
  return onlyKey(code, keysIn(found.get(code)))
}

/**
 * The subject of a code, or of another number typed in its place. A code that is on record is found even where it
 * is malformed (real, lawful codes fail the check); only then is a malformed one refused, with the reason.
 */
export async function subjectByCode(
  ctx: RequestContext,
  code: string | undefined,
  asOf: string | null,
): Promise<SubjectRow | null> {
  if (code === undefined || code === null) throw new Refusal('IDENTIFIER_MISSING')
  const key = await keyByCode(ctx, code)
  const subject = key === null ? null : await subjectAsOf(ctx, key, asOf)
  const fault = key === null ? usccFault(code) : null
  if (fault) throw new Refusal(`USCC_${fault}`, { input: code.slice(0, 40) })
  return subject
}

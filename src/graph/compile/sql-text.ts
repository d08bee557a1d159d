/**
 * JSON text in the making: fixed text, SQL values in between, and guards: conditions that must not be false for
 * the text to be what the resolvers would have given.
 */
export type Piece = { readonly text: string } | { readonly sql: string } | { readonly guard: string }

export const text = (value: string): Piece => ({ text: value })
export const sql = (expression: string): Piece => ({ sql: expression })
export const guard = (condition: string): Piece => ({ guard: condition })

/** Control characters never occur in JSON text, so they mark what the process still has to look at. */
export const HOLE = '\u0001'
export const SURPRISE = '\u0002'

/** PostgreSQL functions take at most 100 arguments. */
const ARGUMENTS_MAX = 90

function literal(value: string): string {
  const quoted = value.replaceAll("'", "''")
  if (!quoted.includes(HOLE) && !quoted.includes('\\')) return `'${quoted}'`
  return `e'${quoted.replaceAll('\\', '\\\\').replaceAll(HOLE, '\\x01')}'`
}

function concat(values: readonly string[]): string {
  if (values.length <= ARGUMENTS_MAX) return `concat(${values.join(', ')})`
  const groups: string[] = []
  for (let at = 0; at < values.length; at += ARGUMENTS_MAX)
    groups.push(concat(values.slice(at, at + ARGUMENTS_MAX)))
  return concat(groups)
}

/** One SQL expression for pieces of the same row; a guard that is false leaves a surprise in the text. */
export function concatSql(pieces: readonly Piece[]): string {
  const values: string[] = []
  const guards: string[] = []
  let fixed = ''
  const settle = () => {
    if (fixed !== '') values.push(literal(fixed))
    fixed = ''
  }
  for (const piece of pieces) {
    if ('guard' in piece) guards.push(piece.guard)
    else if ('text' in piece) fixed += piece.text
    else {
      settle()
      values.push(piece.sql)
    }
  }
  settle()
  if (guards.length > 0) values.push(`case when (${guards.join(' and ')}) is false then e'\\x02' end`)
  return concat(values.length === 0 ? ["''"] : values)
}

/** A place in the text that splice number `at` fills, given these SQL values (JSON, none of them null). */
export const hole = (at: number, values: readonly string[]): Piece[] => [
  text(`${HOLE}${at}`),
  ...values.flatMap((value) => [text(','), sql(value)]),
  text(HOLE),
]

export const jsonOrNull = (expression: string): string => `coalesce(to_json(${expression}), 'null'::json)`

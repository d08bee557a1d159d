import { columnOf } from '../field.ts'
import { provenanceFields } from '../provenance.ts'
import { leaf } from './leaf.ts'
import { fixed, type Write } from './planning.ts'
import { compiledField, SOURCED } from './registry.ts'
import { guard, hole, sql, text } from './sql-text.ts'

/** The opaque id of `Type|key|row`: base64url in one line. */
const globalIdSql = (type: string, key: string): string =>
  `translate(encode(convert_to(concat('${type}|', ${key}), 'UTF8'), 'base64'), e'+/=\\n', '-_')`

/** Fields that every fact may have: its id, and where it comes from. */
export function declareBuiltins(): void {
  compiledField('Node', 'id', () => ({ row, fact }) => {
    const key = 'rowId' in fact.fields ? `${row}.subject_key, '|', ${row}.row_id` : `${row}.subject_key`
    return [text('"'), sql(globalIdSql(fact.name, key)), text('"')]
  })

  compiledField(SOURCED, 'provenance', (planning, field) =>
    planning.asked.reader.clearance.includes('GOV_SHARED') ? planning.object(field.below()) : fixed('null'),
  )

  for (const [name, declared] of Object.entries(provenanceFields)) {
    if (name === 'raw') continue
    compiledField(
      'Provenance',
      name,
      (): Write =>
        ({ row }) =>
          leaf(declared, `${row}.${columnOf(name)}`, !declared.required),
    )
  }

  // The order of keys in jsonb is PostgreSQL's, in a parsed object JavaScript's.
  compiledField('Provenance', 'raw', (planning) => {
    const at = planning.splice({
      prepare: async () => (value) => JSON.stringify(JSON.parse(value)),
    })
    return ({ row }) => [...hole(at, [`${row}.raw`]), guard(`jsonb_typeof(${row}.raw) = 'object'`)]
  })
}

import type { Fact } from '../fact.ts'
import type { Entity } from './entity.ts'
import type { NodePlanner } from './registry.ts'
import type { Reader } from './selected.ts'
import { Statement } from './statement.ts'
import { Uncompiled } from './uncompiled.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `node(id)` of one row of a fact, met only where its owner may be met; `met` is over alias t. */
export const ownedNode =
  (fact: Fact, owner: Entity, met: (reader: Reader) => string): NodePlanner =>
  (asked, field, type) => {
    const statement = new Statement(asked, (planning) => planning.object(field.below(type)))
    return async (run, [key, rowId]) => {
      if (!key || !rowId || !UUID.test(rowId)) throw new Uncompiled('a key of another form')
      const [row] = await statement.rows(run, {
        name: 'node',
        key,
        params: [key, rowId],
        sql: (text) =>
          `select ${text({ key: '$1::text', row: 't', fact })} as text from ${fact.table} t
           where t.subject_key = $1::text and t.row_id = $2::uuid and ${met(asked.reader)}
             and exists (select from ${owner.fact.table} o
               where o.subject_key = $1::text and ${owner.visible(asked.reader, 'o')})`,
      })
      return row?.text ?? 'null'
    }
  }

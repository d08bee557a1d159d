import type { Fact } from '../fact.ts'
import type { Reader } from './selected.ts'
import type { FieldPlanner } from './registry.ts'
import { type Scope, writeSql } from './planning.ts'
import { sql, text } from './sql-text.ts'

/** A field that is a plain list of facts; `from` is a relation in order, with the fact's columns. */
export const listField =
  (fact: Fact, from: (scope: Scope, reader: Reader) => string): FieldPlanner =>
  (planning, field) => {
    const write = planning.object(field.below())
    return (scope) => {
      const row = scope.alias()
      const item = writeSql(write, { ...scope, row, fact })
      // The filter names the row: an aggregate over outer columns alone would belong to the outer query.
      return [
        text('['),
        sql(`(select string_agg(${item}, ',') filter (where ${row}.subject_key is not null)
          from (${from(scope, planning.asked.reader)}) ${row})`),
        text(']'),
      ]
    }
  }

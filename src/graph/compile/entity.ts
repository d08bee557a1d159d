import type { Fact } from '../fact.ts'
import type { FieldPlanner } from './registry.ts'
import { columnIn, type Run, type Write, writeSql } from './planning.ts'
import type { Asked, Reader, Selection } from './selected.ts'
import { hole, jsonOrNull, sql } from './sql-text.ts'
import { Statement } from './statement.ts'

/** What is known by its subject key alone, with the condition under which a reader may meet it. */
export interface Entity {
  readonly fact: Fact
  readonly visible: (reader: Reader, alias: string) => string
}

const from = (entity: Entity, reader: Reader, at: { alias: string; key: string }): string =>
  `from ${entity.fact.table} ${at.alias}
   where ${at.alias}.subject_key = ${at.key} and ${entity.visible(reader, at.alias)}`

/** Reads an entity's selected JSON text: of one key, or of many in one statement. */
export class EntityReader {
  private readonly statement: Statement

  constructor(
    private readonly asked: Asked,
    private readonly entity: Entity,
    selection: Selection,
  ) {
    this.statement = new Statement(asked, (planning) => planning.object(selection))
  }

  /** The text of one, or null where it is not there or may not be met. */
  async one(run: Run, key: string): Promise<string | null> {
    const { fact } = this.entity
    const [row] = await this.statement.rows(run, {
      name: 'one',
      key,
      params: [key],
      sql: (text) =>
        `select ${text({ key: '$1::text', row: 's', fact })} as text
         ${from(this.entity, this.asked.reader, { alias: 's', key: '$1::text' })}`,
    })
    return row?.text ?? null
  }

  async many(run: Run, keys: readonly string[]): Promise<Map<string, string>> {
    const { fact } = this.entity
    const [only] = keys
    if (only !== undefined && keys.length === 1) {
      const text = await this.one(run, only)
      return new Map(text === null ? [] : [[only, text]])
    }
    const rows = await this.statement.rows(run, {
      name: 'many',
      key: null,
      params: [keys],
      sql: (text) =>
        `select k.key, x.text from unnest($1::text[]) k(key) cross join lateral (
           select ${text({ key: 'k.key', row: 's', fact })} as text
           ${from(this.entity, this.asked.reader, { alias: 's', key: 'k.key' })}) x`,
    })
    return new Map(rows.map((row) => [row.key ?? '', row.text]))
  }
}

/** A field that gives the entity everything here hangs on, e.g. the subject of a record. */
export const ownerField =
  (entity: Entity): FieldPlanner =>
  (planning, field) => {
    const write: Write = planning.object(field.below())
    return (scope) => {
      const alias = scope.alias()
      const text = writeSql(write, { ...scope, row: alias, fact: entity.fact })
      const rest = from(entity, planning.asked.reader, { alias, key: scope.key })
      return [sql(`coalesce((select ${text} ${rest}), 'null')`)]
    }
  }

/** A field that gives another entity by a key in the row: all of a round are read in one statement. */
export const otherField =
  (entity: Entity, column: string): FieldPlanner =>
  (planning, field) => {
    const reader = new EntityReader(planning.asked, entity, field.below())
    const at = planning.splice({
      prepare: async (run, _bounds, values) => {
        const keys = [...new Set(values)].map((value) => JSON.parse(value) as string | null)
        const known = keys.filter((key) => key !== null && key !== '') as string[]
        const found = known.length === 0 ? new Map<string, string>() : await reader.many(run, known)
        return (value) => found.get(JSON.parse(value) as string) ?? 'null'
      },
    })
    return (scope) => hole(at, [jsonOrNull(columnIn(scope, planning.asked.reader, column))])
  }

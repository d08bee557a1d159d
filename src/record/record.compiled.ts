import { catalogueOf } from '../catalogue/index.ts'
import { compile, enumLabel, type Fact } from '../graph/index.ts'
import { SUBJECT_ENTITY } from '../subject/index.ts'
import { type RecordKind, recordKinds } from './define-record.ts'
import type { RecordFilter } from './record.filter.ts'
import { effectiveOn, mayMeet } from './record.policy.ts'
import { recordPage } from './record.read.ts'

const { compiledField, compiledNode, memoryField, sql, text } = compile

/** A record kind's connection on the subject, and its `node(id)`. */
export function declareCompiledKind(kind: RecordKind): void {
  const fact = kind.fact as unknown as Fact
  compiledField('Subject', kind.plural, (planning, field) =>
    compile.connectionText(
      planning,
      {
        fact,
        owned: true,
        page: ({ ctx }, args, subjectKey) =>
          recordPage(
            ctx,
            kind,
            { subjectKey, asOf: null },
            {
              filter: (args.filter as RecordFilter | undefined) ?? null,
              first: args.first as number,
              after: (args.after as string | undefined) ?? null,
            },
          ),
      },
      field,
    ),
  )
  compiledNode(kind.fact.name, compile.ownedNode(fact, SUBJECT_ENTITY, mayMeet))
}

/** A part of a statement that needs today's legal day. */
const TODAY = {
  bind: (binder: compile.Binder, { ctx }: compile.Run) => ({ sql: [binder.once('today', ctx.today)] }),
}
const todayIn = (scope: compile.Scope, slot: number): string => scope.bounds[slot]?.sql[0] ?? ''

function declareCounts(): void {
  compiledField('Subject', 'recordCounts', (planning, field) => {
    const { type, fields } = field.below()
    const names = [...fields.values()].map((asked) => (asked === '__typename' ? asked : asked.name))
    const today = names.includes('effective') ? planning.slot(TODAY) : null
    const part = (kind: RecordKind, name: string): compile.Write => {
      if (name === '__typename') return compile.fixed(JSON.stringify(type.name))
      if (name === 'kind') return compile.fixed(JSON.stringify(kind.kind))
      if (name === 'label') return compile.fixed(JSON.stringify(enumLabel('RecordKind', kind.kind)))
      if (name === 'total') return () => [sql('count(*)')]
      if (name === 'effective' && today !== null)
        return (scope) => [sql(`count(*) filter (where ${effectiveOn(todayIn(scope, today))})`)]
      throw new compile.Uncompiled(`${type.name}.${name}`)
    }
    const writes = recordKinds().map((kind) => ({
      kind,
      write: compile.objectText([...fields.keys()].map((key, at) => [key, part(kind, names[at] ?? '')])),
    }))
    const counts = names.includes('total') || today !== null
    return (scope) => [
      text('['),
      ...writes.flatMap(({ kind, write }, at) => [
        text(at === 0 ? '' : ','),
        ...(counts
          ? [
              sql(`(select ${compile.writeSql(write, scope)} from ${kind.fact.table} t
                where t.subject_key = ${scope.key} and ${mayMeet(planning.asked.reader)})`),
            ]
          : write(scope)),
      ]),
      text(']'),
    ]
  })
}

/** Tells the compiler how the fields every record has are read. */
export function declareCompiledRecords(): void {
  compiledField('CreditRecord', 'subject', compile.ownerField(SUBJECT_ENTITY))
  compiledField('CreditRecord', 'isEffective', (planning) => {
    const slot = planning.slot(TODAY)
    return (scope) => {
      const { row } = scope
      const day = `${todayIn(scope, slot)}::date`
      return [
        sql(`(${row}.valid_from <= ${day} and (${row}.valid_to is null or ${day} < ${row}.valid_to)
          and (${row}.effect_ended_on is null or ${day} < ${row}.effect_ended_on))::text`),
      ]
    }
  })
  compiledField(
    'CreditRecord',
    'authority',
    memoryField({
      by: ['authorityCode', 'occurredOn'],
      memory: ({ db }) => catalogueOf(db),
      find: ({ departments }, [code, day]) => (code && day ? departments.known(code, day) : null),
    }),
  )
  compiledField(
    'Provenance',
    'department',
    memoryField({
      by: ['source'],
      memory: ({ db }) => catalogueOf(db),
      find: ({ departments }, [code], today) => (code === null ? null : departments.known(code ?? '', today)),
    }),
  )
  declareCounts()
}

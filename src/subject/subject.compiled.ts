import { catalogueOf } from '../catalogue/index.ts'
import { compile, type Fact, seenBy } from '../graph/index.ts'
import { usccFault } from '../standards/index.ts'
import { keysFor } from './resolve.ts'
import { RelatedParty, Subject, SubjectName } from './subject.facts.ts'
import { type SubjectListArgs, subjectPage } from './subject.list.ts'
import { IDENTIFIERS, NAMES, PARTS_MAX, partyPage } from './subject.parts.ts'
import { keyByCode, keyByIdentifier } from './subject.service.ts'

const { columnIn, compiledField, compiledNode, compiledRoot, EntityReader, fixed, memoryField } = compile

/** The subject as the compiler reads it, for every room whose facts hang on one. */
export const SUBJECT_ENTITY: compile.Entity = { fact: Subject as unknown as Fact, visible: seenBy }

const PARTY = RelatedParty as unknown as Fact

/** Its own code and the organisation code in it, then the numbers on record. */
const IDENTIFIERS_FROM = (scope: compile.Scope, reader: compile.Reader): string => {
  const uscc = columnIn(scope, reader, 'uscc')
  const implied = (place: number, kind: string, value: string) =>
    `select ${scope.key} as subject_key, '${kind}' as identifier_kind, ${value} as value,
       ${columnIn(scope, reader, 'establishedOn')} as valid_from, null::date as valid_to,
       ${columnIn(scope, reader, 'source')} as source, ${place} as place where ${uscc} <> ''`
  return `select i.* from (${implied(0, 'USCC', uscc)}
      union all ${implied(1, 'ORG_CODE', `substr(${uscc}, 9, 9)`)}
      union all (select t.subject_key, t.identifier_kind, t.value, t.valid_from, t.valid_to, t.source, 2
        from ${IDENTIFIERS.fact.table} t where t.subject_key = ${scope.key}
        order by ${IDENTIFIERS.order} limit ${PARTS_MAX})) i
    order by i.place, i.identifier_kind, i.value`
}

function declareParts(): void {
  compiledField('Subject', 'identifiers', compile.listField(IDENTIFIERS.fact, IDENTIFIERS_FROM))
  compiledField(
    'Subject',
    'names',
    compile.listField(
      SubjectName as unknown as Fact,
      ({ key }) =>
        `select t.* from ${NAMES.fact.table} t where t.subject_key = ${key} order by ${NAMES.order} limit ${PARTS_MAX}`,
    ),
  )
  compiledField('Subject', 'relatedParties', (planning, field) =>
    compile.connectionText(
      planning,
      {
        fact: PARTY,
        owned: true,
        page: ({ ctx }, args, subjectKey) =>
          partyPage(
            ctx,
            { subjectKey, asOf: null },
            {
              relation: (args.relation as string[] | undefined) ?? null,
              first: args.first as number,
              after: (args.after as string | undefined) ?? null,
            },
          ),
      },
      field,
    ),
  )
  compiledField('RelatedParty', 'party', compile.otherField(SUBJECT_ENTITY, 'partyKey'))
  compiledField('Subject', 'asOf', () => fixed('null'))
}

function declareCatalogueRows(): void {
  compiledField(
    'Subject',
    'division',
    memoryField({
      by: ['divisionCode', 'establishedOn'],
      memory: ({ db }) => catalogueOf(db),
      find: ({ regions }, [code, day], today) => (code ? regions.known(code, day ?? today) : null),
    }),
  )
  compiledField(
    'Subject',
    'industry',
    memoryField({
      by: ['industryCode'],
      memory: ({ db }) => catalogueOf(db),
      find: ({ industries }, [code], today) => (code ? industries.known(code, today) : null),
    }),
  )
}

interface SubjectArgs {
  readonly uscc?: string | null
  readonly identifier?: { readonly kind: string; readonly value: string } | null
  readonly asOf?: string | null
}

const KEY_LENGTH = 18

/** The key wins over every other lead, so a code that is one needs no resolving; only such a one is tried. */
async function textByCode(
  run: compile.Run,
  subject: compile.EntityReader,
  code: string,
): Promise<string | null> {
  const plain = code.length === KEY_LENGTH && keysFor(code, run.ctx.personKey).length === 1
  const own = plain ? await subject.one(run, code) : null
  if (own !== null) return own
  const key = await keyByCode(run.ctx, code)
  if (key === null && usccFault(code)) throw new compile.Uncompiled('a refusal')
  return key === null ? null : subject.one(run, key)
}

function declareRoots(): void {
  compiledRoot('subject', (asked, field) => {
    const subject = new EntityReader(asked, SUBJECT_ENTITY, field.below())
    return async (run) => {
      const { uscc, identifier, asOf } = field.args(run.variables) as SubjectArgs
      if (typeof asOf === 'string') throw new compile.Uncompiled('a state of the past')
      if (identifier) {
        const key = await keyByIdentifier(run.ctx, identifier)
        return (key === null ? null : await subject.one(run, key)) ?? 'null'
      }
      if (typeof uscc !== 'string') throw new compile.Uncompiled('a refusal')
      return (await textByCode(run, subject, uscc)) ?? 'null'
    }
  })
  compiledRoot('subjects', (asked, field) => {
    const { fact } = SUBJECT_ENTITY
    const page = new compile.Statement(asked, (planning) =>
      compile.connectionText(
        planning,
        {
          fact,
          owned: false,
          page: ({ ctx }, args) => {
            const { filter = null, orderBy, first, after = null } = args as unknown as SubjectListArgs
            return subjectPage(ctx, { filter, orderBy, first, after })
          },
        },
        field,
      ),
    )
    return async (run) => {
      const [row] = await page.rows(run, {
        name: 'list',
        key: null,
        params: [],
        sql: (text) => `select ${text({ key: 'null::text', row: '', fact })} as text`,
      })
      return row?.text ?? 'null'
    }
  })
  compiledNode('Subject', (asked, field, type) => {
    const subject = new EntityReader(asked, SUBJECT_ENTITY, field.below(type))
    return async (run, [key]) => (key ? await subject.one(run, key) : null) ?? 'null'
  })
  compiledNode(
    'RelatedParty',
    compile.ownedNode(PARTY, SUBJECT_ENTITY, () => 'true'),
  )
}

/** Tells the compiler how this room's fields are read. */
export function declareCompiledSubject(): void {
  declareParts()
  declareCatalogueRows()
  declareRoots()
}

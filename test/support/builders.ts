import { columnOf, type Fact, factOf } from '../../src/graph/index.ts'
import type { Sql } from '../../src/kernel/db.ts'
import { newId } from '../../src/kernel/ids.ts'
import { nameIndex } from '../../src/subject/index.ts'
import { NOW } from './now.ts'

type Values = Readonly<Record<string, unknown>>

const SOURCE = { source: '330700-660', receivedAt: NOW, recordedAt: NOW }

const DEFAULTS: Readonly<Record<string, Values>> = {
  Subject: {
    ...SOURCE,
    codeStatus: 'VALID',
    kind: 'ENTERPRISE',
    status: 'ACTIVE',
    establishedOn: '2015-03-01',
    validFrom: '2015-03-01',
    divisionCode: '330702',
    visibility: 'PUBLIC',
  },
  Listing: { colour: 'BLACK', listCode: 'L03', listingStatus: 'EFFECTIVE' },
  Evaluation: { scheme: '公共信用综合评价', grade: '优' },
  AnnualReport: { reportYear: 2025 },
  UtilityReading: { utility: 'ELECTRICITY', visibility: 'GOV_SHARED' },
  DecisionEvent: { eventKind: 'BID_COLLUSION' },
}

async function insert(sql: Sql, fact: Fact, values: Values): Promise<void> {
  const names = Object.keys(values)
  const known = names.filter((name) => !(name in fact.fields))
  if (known.length > 0) throw new Error(`${fact.name} has no field ${known.join(', ')}`)
  const columns = names.map(columnOf).join(', ')
  const placeholders = names.map((_, at) => `$${at + 1}`).join(', ')
  await sql.rows(`insert into ${fact.table} (${columns}) values (${placeholders})`, Object.values(values))
}

const fact = (name: string): Fact => {
  const found = factOf(name)
  if (!found) throw new Error(`There is no fact ${name}`)
  return found
}

/** A subject with its name; gives its key. */
export async function aSubject(
  sql: Sql,
  values: Values & { subjectKey: string; name: string },
): Promise<string> {
  const { subjectKey, name } = values
  const uscc = /^[0-9A-Z]{18}$/.test(subjectKey) ? subjectKey : null
  await insert(sql, fact('Subject'), {
    ...DEFAULTS.Subject,
    uscc,
    rawCode: uscc,
    sourceKey: subjectKey,
    ...values,
  })
  await aName(sql, { subjectKey, name, nameKind: 'CURRENT' })
  return subjectKey
}

export async function aName(sql: Sql, values: Values & { subjectKey: string; name: string }): Promise<void> {
  await insert(sql, fact('SubjectName'), { ...values, ...nameIndex(values.name) })
}

export const anIdentifier = (sql: Sql, values: Values): Promise<void> =>
  insert(sql, fact('Identifier'), { source: SOURCE.source, ...values })

export async function aRelation(sql: Sql, values: Values & { subjectKey: string }): Promise<string> {
  const rowId = newId()
  await insert(sql, fact('RelatedParty'), {
    ...SOURCE,
    rowId,
    sourceKey: rowId,
    partyIsPerson: false,
    ...values,
  })
  return rowId
}

/** A record of a kind; gives its row id. */
export async function aRecord(
  sql: Sql,
  name: string,
  values: Values & { subjectKey: string; occurredOn: string },
): Promise<string> {
  const rowId = newId()
  await insert(sql, fact(name), {
    ...SOURCE,
    rowId,
    sourceKey: rowId,
    validFrom: values.occurredOn,
    ...DEFAULTS[name],
    ...values,
  })
  return rowId
}

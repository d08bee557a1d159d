import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Fact } from '../graph/index.ts'
import { Department, Industry, ListKind, Matter, Measure, Region } from './catalogue.facts.ts'

type Line = Readonly<Record<string, string>>
export type CatalogueRow = { code: string; validFrom: string; validTo: string | null } & Record<
  string,
  unknown
>

/** Beginning of validity where the source gives none. */
const UNKNOWN_START = '1949-10-01'

const orNull = (value: string | undefined): string | null => value || null
const list = (value: string | undefined): string[] => (value ?? '').split(';').filter(Boolean)
const dated = (line: Line) => ({
  code: line.code ?? '',
  validFrom: orNull(line.valid_from) ?? orNull(line.effective_from) ?? UNKNOWN_START,
  validTo: orNull(line.valid_to),
  certainty: orNull(line.certainty),
})
const named = (line: Line) => ({ nameZh: line.name_zh ?? line.name ?? '', nameEn: orNull(line.name_en) })

/** A list kind of 2013-10-01 may be written 2013-10 in the source: the month's first day is meant. */
const wholeDay = (day: string): string => (day.length === 7 ? `${day}-01` : day)

/** An uncertain legal basis [L] may not impair anyone, so such a measure ships unpublished. */
const mayBePublished = (line: Line): boolean => line.certainty !== 'L'

const triggers = (line: Line) => {
  const all = list(line.triggers)
  return {
    listTriggers: all.filter((trigger) => !trigger.startsWith('!')),
    eventTriggers: all
      .filter((trigger) => trigger.startsWith('!'))
      .map((trigger) => trigger.slice(1).replaceAll('-', '_').toUpperCase()),
  }
}

interface Shipped {
  readonly fact: Fact
  readonly file: string
  readonly row: (line: Line) => CatalogueRow
}

/** The catalogues the hub ships, each from one file of `data/`. */
export const SHIPPED: readonly Shipped[] = [
  {
    fact: Department as unknown as Fact,
    file: 'departments.csv',
    row: (line) => ({
      ...dated(line),
      ...named(line),
      uscc: orNull(line.uscc),
      regionCode: line.region_code,
      level: line.level,
      functionCode: line.function_code,
      parentCode: orNull(line.parent_code),
    }),
  },
  {
    fact: Region as unknown as Fact,
    file: 'regions.csv',
    row: (line) => ({
      ...dated(line),
      nameZh: line.name,
      parentCode: orNull(line.parent),
      level: line.level,
    }),
  },
  {
    fact: Industry as unknown as Fact,
    file: 'industries.csv',
    row: (line) => ({ ...dated(line), ...named(line), certainty: 'M', parentCode: orNull(line.parent) }),
  },
  {
    fact: ListKind as unknown as Fact,
    file: 'list-kinds.csv',
    row: (line) => ({
      ...dated(line),
      validFrom: wholeDay(dated(line).validFrom),
      ...named(line),
      colour: line.colour,
      designatingAuthority: line.designating_authority,
      basis: line.basis,
      maxTerm: orNull(line.max_term),
      minTermForExit: orNull(line.min_term_for_exit),
      exitConditions: orNull(line.exit_conditions),
      repairable: orNull(line.repairable),
      objects: list(line.objects),
      publish: orNull(line.publish),
    }),
  },
  {
    fact: Matter as unknown as Fact,
    file: 'matters.csv',
    row: (line) => ({
      ...dated(line),
      ...named(line),
      source: orNull(line.source),
      leadDepartments: orNull(line.lead_departments),
      subjectsToQuery: list(line.subjects_to_query),
      incentivePossible: line.incentive_possible === 'Y',
      sensitive: line.sensitive === 'Y',
    }),
  },
  {
    fact: Measure as unknown as Fact,
    file: 'measures.csv',
    row: (line) => ({
      ...dated(line),
      ...named(line),
      effect: line.effect,
      nature: line.nature,
      category: orNull(line.nat_category),
      matters: list(line.matters),
      ...triggers(line),
      scope: list(line.scope),
      legalBasis: line.legal_basis,
      authority: line.authority,
      term: orNull(line.term),
      regionCode: '100000',
      published: mayBePublished(line),
    }),
  },
]

export async function shippedLines(file: string): Promise<{ text: string; lines: Line[] }> {
  const text = await readFile(new URL(`./data/${file}`, import.meta.url), 'utf8')
  return { text, lines: parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Line[] }
}

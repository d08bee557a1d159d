import type { Sql } from '../kernel/db.ts'
import {
  type CodeResolution,
  keysFor,
  type Lead,
  leadsSql,
  orgCodesAmong,
  type PersonKey,
  resolutionsOf,
} from '../subject/index.ts'
import type {
  HeldFact,
  KinFacts,
  KnownSubject,
  RelatedFacts,
  SubjectFacts,
} from './handling-check-fact.rules.ts'

/** One reading: the keys whose facts are wanted, and the numbers that may lead to further keys. */
interface Reading {
  readonly keys: readonly string[]
  readonly values: readonly string[]
  readonly relations: readonly string[]
  readonly on: string
}

/** Blocks of the statement, each probing an index with the keys; all give the columns of the first. */
type Is = (column: string) => string

const subjectBlock = (is: Is): string => `
  select 'SUBJECT' as "block", s.subject_key as "key", null::text as "id", s.version, null::text as "code",
         s.kind, s.uscc as "other", s.name, s.status, s.legal_representative as "state", null::text as "from",
         s.closed_on::text as "to", null::text as "ended", null::text as "document", null::text as "authority"
  from subject s where ${is('s.subject_key')}`

/** A subject under a surrogate key has no former code: its code of this kind is the one it came with. */
const formerBlock = (is: Is): string => `
  select 'FORMER', f.subject_key, null, null, null, null, f.value, null, null, null, null, null, null, null, null
  from identifier f
  where ${is('f.subject_key')} and f.identifier_kind = 'USCC' and f.value <> f.subject_key
    and length(f.subject_key) = 18`

const factBlock = (
  is: Is,
  of: { block: string; table: string; code: string; colour: string; state: string },
) => `
  select '${of.block}', t.subject_key, t.row_id::text, t.version, ${of.code}, ${of.colour}, t.authority_code, null,
         t.status, ${of.state}, t.valid_from::text, t.valid_to::text, t.effect_ended_on::text,
         t.document_no, t.authority_name
  from ${of.table} t
  where ${is('t.subject_key')} and t.status = 'ACTIVE'
    and t.valid_from <= $2::date and $2::date < coalesce(t.valid_to, 'infinity')`

const LISTING = {
  block: 'LISTING',
  table: 'listing',
  code: 't.list_code',
  colour: 't.colour',
  state: 't.listing_status',
}
const EVENT = {
  block: 'DECISION_EVENT',
  table: 'decision_event',
  code: 't.event_kind',
  colour: 'null',
  state: 'null',
}

/** A holder of more than half is a controller (公司法 265). */
const relatedBlock = (is: Is, relations: string): string => `
  select 'RELATED', r.subject_key, r.row_id::text, r.version, r.relation, null, r.party_key, r.party_name, null,
         null, null, null, null, null, null
  from related_party r
  where ${is('r.subject_key')}
    and (r.relation = any(${relations}::text[])
         or (r.relation = 'SHAREHOLDER' and r.share > 50 and 'CONTROLLER' = any(${relations}::text[])))
    and coalesce(r.valid_from, '-infinity') <= $2::date and $2::date < coalesce(r.valid_to, 'infinity')`

const leadBlock = (leads: string): string => `
  select 'LEAD', l.value, null, null, l.how, l.identifier_kind, l.subject_key, null, null, null, null, null, null,
         null, null
  from (${leads}) l`

const texts = new Map<string, string>()

/**
 * Everything a check looks at, for any number of subjects, in one statement. Filters on dates are coarse; the
 * rules decide what counts. A block that is not wanted is left out and a single key is compared with `=`, so
 * that PostgreSQL keeps one plan for the everyday question. $1 is the key or keys, $2 the day.
 */
function gatherStatement({ keys, values, relations, on }: Reading): { text: string; params: unknown[] } {
  const single = keys.length === 1
  const params: unknown[] = [single ? keys[0] : keys, on]
  const param = (value: readonly string[]): string => `$${params.push(value)}`
  const orgCodes = orgCodesAmong(values)
  const valuesAt = values.length > 0 ? param(values) : ''
  const orgCodesAt = orgCodes.length > 0 ? param(orgCodes) : null
  const relationsAt = relations.length > 0 ? param(relations) : ''
  const shape = `${single} ${valuesAt} ${orgCodesAt} ${relationsAt}`
  let text = texts.get(shape)
  if (text === undefined) {
    const is: Is = (column) => (single ? `${column} = $1` : `${column} = any($1::text[])`)
    const blocks = [subjectBlock(is), formerBlock(is), factBlock(is, LISTING), factBlock(is, EVENT)]
    if (valuesAt) blocks.push(leadBlock(leadsSql(valuesAt, orgCodesAt)))
    if (relationsAt) blocks.push(relatedBlock(is, relationsAt))
    text = blocks.join('\n  union all')
    texts.set(shape, text)
  }
  return { text, params }
}

interface GatheredRow {
  readonly block: 'LEAD' | 'SUBJECT' | 'FORMER' | 'RELATED' | 'LISTING' | 'DECISION_EVENT'
  readonly key: string
  readonly id: string
  readonly version: number
  readonly code: string
  readonly kind: string
  readonly other: string | null
  readonly name: string | null
  readonly status: string
  readonly state: string | null
  readonly from: string
  readonly to: string | null
  readonly ended: string | null
  readonly document: string | null
  readonly authority: string | null
}

export interface Wanted {
  readonly codes: readonly string[]
  readonly relatedRoles: readonly RelatedFacts['role'][]
  readonly on: string
  readonly personKey?: PersonKey | undefined
  /** Name of a department by its code, for facts that name none. */
  readonly departmentName: (code: string) => string | null
}

const add = <Item>(lists: Map<string, Item[]>, key: string, item: Item): void => {
  const known = lists.get(key)
  if (known) known.push(item)
  else lists.set(key, [item])
}

const NONE: readonly never[] = []

/** The facts read so far, by subject key. Each key is read once, however often it was asked for. */
export class FactBook {
  private readonly read = new Set<string>()
  private readonly leads: Lead[] = []
  private readonly subjects = new Map<string, SubjectFacts>()
  private readonly former = new Map<string, string[]>()
  private readonly related = new Map<string, GatheredRow[]>()
  private readonly held = new Map<string, HeldFact[]>()
  private resolutions = new Map<string, CodeResolution>()

  private constructor(private readonly wanted: Wanted) {}

  /** Reads all that is wanted: one statement, one more where codes or persons lead to further subjects. */
  static async read(sql: Sql, wanted: Wanted): Promise<FactBook> {
    const book = new FactBook(wanted)
    const { codes, personKey } = wanted
    const keys = codes.flatMap((code) => keysFor(code, personKey))
    await book.gather(sql, keys, codes)
    const own = keys.filter((key) => book.subjects.has(key)).map(ownLead)
    book.resolutions = resolutionsOf(codes, [...own, ...book.leads], personKey)
    for (let missing = book.missing(); missing.length > 0; missing = book.missing())
      await book.gather(sql, missing, [])
    return book
  }

  resolution(code: string): CodeResolution | undefined {
    return this.resolutions.get(code)
  }

  /** What is known of a resolved subject; null where only a number leads to it and no registration is there. */
  known(subjectKey: string, leadsTo: readonly string[], withRelated: boolean): KnownSubject | null {
    const subject = this.subjects.get(subjectKey)
    if (!subject) return null
    const kin = (relation: KinFacts['relation']) => (key: string) => ({
      relation,
      key,
      held: this.heldBy(key),
    })
    return {
      subject,
      held: this.heldBy(subjectKey),
      kin: [...(this.former.get(subjectKey) ?? []).map(kin('PREDECESSOR')), ...leadsTo.map(kin('SUCCESSOR'))],
      related: withRelated && subject.kind !== 'NATURAL_PERSON' ? this.relatedOf(subject) : [],
    }
  }

  private async gather(sql: Sql, keys: readonly string[], values: readonly string[]): Promise<void> {
    const { relatedRoles: relations, on } = this.wanted
    for (const key of keys) this.read.add(key)
    const { text, params } = gatherStatement({ keys, values, relations, on })
    for (const row of await sql.rows<GatheredRow>(text, params)) this.take(row)
  }

  private take(row: GatheredRow): void {
    if (row.block === 'LEAD')
      this.leads.push({
        value: row.key,
        subjectKey: row.other ?? '',
        how: row.code as Lead['how'],
        identifierKind: row.kind,
      })
    else if (row.block === 'SUBJECT') this.subjects.set(row.key, subjectFrom(row))
    else if (row.block === 'FORMER') add(this.former, row.key, row.other ?? '')
    else if (row.block === 'RELATED') add(this.related, row.key, row)
    else add(this.held, row.key, this.factFrom(row, row.block))
  }

  /** Keys that the answer needs and that were not read yet. Ends: only asked subjects lead further. */
  private missing(): string[] {
    const needed = new Set<string>()
    for (const resolution of this.resolutions.values()) {
      if ('ambiguous' in resolution) continue
      const { subjectKey, leadsTo } = resolution
      const parties = this.related.get(subjectKey)?.flatMap((row) => row.other ?? NONE) ?? NONE
      for (const key of [subjectKey, ...leadsTo, ...(this.former.get(subjectKey) ?? NONE), ...parties])
        if (!this.read.has(key)) needed.add(key)
    }
    return [...needed]
  }

  private heldBy(key: string): readonly HeldFact[] {
    return this.held.get(key) ?? NONE
  }

  private factFrom(row: GatheredRow, trigger: HeldFact['trigger']): HeldFact {
    return {
      trigger,
      subjectKey: row.key,
      rowId: row.id,
      version: row.version,
      code: row.code,
      colour: row.kind,
      listingStatus: row.state,
      status: row.status,
      validFrom: row.from,
      validTo: row.to,
      effectEndedOn: row.ended,
      documentNo: row.document,
      authority: row.authority ?? (row.other ? this.wanted.departmentName(row.other) : null),
    }
  }

  /** The persons the matter asks for; one that the register does not name at all is told with key null. */
  private relatedOf(subject: SubjectFacts): RelatedFacts[] {
    const rows = this.related.get(subject.key) ?? []
    const persons = rows.map(
      (row): RelatedFacts => ({
        rowId: row.id,
        version: row.version,
        role: row.code === 'LEGAL_REP' ? 'LEGAL_REP' : 'CONTROLLER',
        relation: row.code,
        name: row.name,
        key: row.other,
        held: row.other ? this.heldBy(row.other) : [],
      }),
    )
    const absent = this.wanted.relatedRoles.filter(
      (role) => mayHave(role, subject) && !persons.some((person) => person.role === role),
    )
    return [...persons, ...absent.map((role) => notOnRecord(role, subject))]
  }
}

const ownLead = (key: string): Lead => ({ value: key, subjectKey: key, how: 'KEY', identifierKind: null })

const subjectFrom = (row: GatheredRow): SubjectFacts => ({
  key: row.key,
  version: row.version,
  uscc: row.other,
  name: row.name ?? '',
  kind: row.kind,
  status: row.status,
  closedOn: row.to,
  legalRepresentative: row.state,
})

/** Only an enterprise has a controller beside whoever runs it. */
const mayHave = (role: RelatedFacts['role'], subject: SubjectFacts): boolean =>
  role === 'LEGAL_REP' || subject.kind === 'ENTERPRISE'

const notOnRecord = (role: RelatedFacts['role'], subject: SubjectFacts): RelatedFacts => ({
  rowId: null,
  version: null,
  role,
  relation: role,
  name: role === 'LEGAL_REP' ? subject.legalRepresentative : null,
  key: null,
  held: [],
})

const NAMES = `
  select n.subject_key as "subjectKey", n.name_norm as "nameNorm", n.name_kind as "nameKind"
  from unnest($1::text[], $2::text[]) as asked(subject_key, name_norm)
  join subject_name n on n.subject_key = asked.subject_key and n.name_norm = asked.name_norm`

interface NameRow {
  readonly subjectKey: string
  readonly nameNorm: string
  readonly nameKind: string
}

export interface NameAsked {
  readonly subjectKey: string
  readonly nameNorm: string
}

/** Which of these names are names of their subject other than the present one, and of which kind. */
export async function otherNamesOf(
  sql: Sql,
  asked: readonly NameAsked[],
): Promise<(name: NameAsked) => 'FORMER' | 'SHORT' | null> {
  if (asked.length === 0) return () => null
  const rows = await sql.rows<NameRow>(NAMES, [
    asked.map(({ subjectKey }) => subjectKey),
    asked.map(({ nameNorm }) => nameNorm),
  ])
  const kinds = new Map(rows.map((row) => [`${row.subjectKey} ${row.nameNorm}`, row.nameKind]))
  return ({ subjectKey, nameNorm }) => {
    const kind = kinds.get(`${subjectKey} ${nameNorm}`)
    return kind === 'FORMER' || kind === 'SHORT' ? kind : null
  }
}

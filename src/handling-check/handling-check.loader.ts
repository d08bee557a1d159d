import type { Database, Sql } from '../kernel/db.ts'
import { type CodeResolution, keysFor, type Lead, type PersonKey, resolutionsOf } from '../subject/index.ts'
import type {
  HeldFact,
  KinFacts,
  KnownSubject,
  RelatedFacts,
  SubjectFacts,
} from './handling-check-fact.rules.ts'
import { type GatheredRow, gathered } from './handling-check-gather.ts'

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
  static async read(db: Database, wanted: Wanted): Promise<FactBook> {
    const book = new FactBook(wanted)
    const { codes, personKey } = wanted
    const keys = codes.flatMap((code) => keysFor(code, personKey))
    await book.gather(db, keys, codes)
    const own = keys.filter((key) => book.subjects.has(key)).map(ownLead)
    book.resolutions = resolutionsOf(codes, [...own, ...book.leads], personKey)
    for (let missing = book.missing(); missing.length > 0; missing = book.missing())
      await book.gather(db, missing, [])
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

  private async gather(db: Database, keys: readonly string[], values: readonly string[]): Promise<void> {
    const { relatedRoles: relations, on } = this.wanted
    for (const key of keys) this.read.add(key)
    for (const row of await gathered(db, { keys, values, relations, on })) this.take(row)
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

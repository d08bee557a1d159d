import { randomBytes } from 'node:crypto'
import { typed } from '../graph/index.ts'
import { dayOf } from '../kernel/clock.ts'
import type { Actor, RequestContext } from '../kernel/context.ts'
import type { Database } from '../kernel/db.ts'
import { globalId, newId } from '../kernel/ids.ts'
import { appendEntries, digestOf, entryOf, type LedgerEntry } from '../ledger/index.ts'
import type { Notice } from './handling-check-notice.rules.ts'
import type { Reason, Role } from './handling-check-reason.rules.ts'
import { type Decision, RULE_VERSION, type Verdict, worst } from './handling-check.rules.ts'
import { mayReplay } from './handling-check.policy.ts'

/** What was told about one subject, kept as it was told. */
export interface StoredAnswer {
  readonly subjectKey: string | null
  readonly subjectName: string | null
  readonly nameGiven: string | null
  readonly regionCode: string
  readonly reasons: readonly Reason[]
  readonly facilitations: readonly Reason[]
  readonly notices: readonly Notice[]
}

/** What was seen: rows of the register with their versions. */
export interface SeenRow {
  readonly type: string
  readonly key: string
  readonly rowId?: string
  readonly version: number
}

/** One line of `handling_check`: a subject asked about, and the whole answer. */
export interface CheckRow {
  readonly subject_key: string
  readonly checked_at: Date
  readonly id: string
  readonly check_no: string
  readonly ordinal: number
  readonly matter_code: string
  readonly role: Role
  readonly code_given: string
  readonly purpose: string
  readonly case_no: string
  readonly account: string
  readonly department: string
  readonly decision: Decision
  readonly answer: StoredAnswer
  readonly evidence: readonly SeenRow[]
  readonly rule_version: string
  readonly catalogue_version: number
  readonly digest: string
}

const COLUMNS = {
  subject_key: 'text',
  checked_at: 'timestamptz',
  id: 'uuid',
  check_no: 'text',
  ordinal: 'int',
  matter_code: 'text',
  role: 'text',
  code_given: 'text',
  purpose: 'text',
  case_no: 'text',
  account: 'text',
  department: 'text',
  decision: 'text',
  answer: 'jsonb',
  evidence: 'jsonb',
  rule_version: 'text',
  catalogue_version: 'int',
  digest: 'text',
} as const satisfies Record<keyof CheckRow, string>

const NAMES = Object.keys(COLUMNS).join(', ')
const TYPED = Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')

/**
 * Receipts and their ledger entries in one statement, so in one transaction, of any number of checks. Run again
 * after a lost connection it keeps nothing twice: the ids are the receipts' own.
 */
const KEEP = `
  with kept as (
    insert into handling_check (${NAMES}) select ${NAMES} from json_to_recordset($1::json) as x(${TYPED})
    on conflict do nothing
  ) ${appendEntries('$2')}
  on conflict do nothing`

/** A check that has been answered but not yet kept. */
export interface Receipt {
  readonly rows: readonly CheckRow[]
  readonly entry: LedgerEntry
}

export interface Question {
  readonly matterCode: string
  readonly purpose: string
  readonly caseNo: string
  readonly regionCode: string
}

/** One subject as asked about, and what was found. */
export interface Answered {
  readonly codeShown: string
  readonly role: Role
  readonly nameGiven: string | null
  readonly subject: { readonly key: string; readonly name: string } | null
  readonly verdict: Verdict
  readonly evidence: readonly SeenRow[]
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARACTERS = 12

/** A number that can be read aloud: HC, the day, 12 characters (60 bits) that nobody can guess. */
export function newCheckNo(today: string): string {
  let characters = ''
  for (const byte of randomBytes(RANDOM_CHARACTERS)) characters += CROCKFORD.charAt(byte & 31)
  return `HC${today.replaceAll('-', '')}-${characters}`
}

const CHECK_NO = /^HC(\d{4})(\d{2})(\d{2})-[0-9A-HJKMNP-TV-Z]{12}$/

/** The digest of a line: everything in it but the digest itself. */
export function digestOfRow(row: CheckRow): string {
  const { digest: _, ...told } = row
  return digestOf(told)
}

/** Rows of a subject nobody could resolve hang on `?` and the code as shown, so that they can be counted. */
const keyOf = (answered: Answered): string => answered.subject?.key ?? `?${answered.codeShown}`

type Asking = Pick<RequestContext, 'actor' | 'now' | 'today'>

function rowsOf(
  asking: Asking,
  question: Question,
  answered: readonly Answered[],
  version: number,
): CheckRow[] {
  const checkNo = newCheckNo(asking.today)
  const { account, department }: Actor = asking.actor
  return answered.map((one, at) => {
    const row: CheckRow = {
      subject_key: keyOf(one),
      checked_at: asking.now,
      id: newId(),
      check_no: checkNo,
      ordinal: at + 1,
      matter_code: question.matterCode,
      role: one.role,
      code_given: one.codeShown,
      purpose: question.purpose,
      case_no: question.caseNo,
      account,
      department,
      decision: one.verdict.decision,
      answer: {
        subjectKey: one.subject?.key ?? null,
        subjectName: one.subject?.name ?? null,
        nameGiven: one.nameGiven,
        regionCode: question.regionCode,
        reasons: one.verdict.reasons,
        facilitations: one.verdict.facilitations,
        notices: one.verdict.notices,
      },
      evidence: one.evidence,
      rule_version: RULE_VERSION,
      catalogue_version: version,
      digest: '',
    }
    return { ...row, digest: digestOfRow(row) }
  })
}

const decisionOf = (rows: readonly CheckRow[]): Decision => worst(rows.map((row) => row.decision))

export function receiptOf(
  asking: Asking,
  question: Question,
  answered: readonly Answered[],
  catalogueVersion: number,
): Receipt {
  const rows = rowsOf(asking, question, answered, catalogueVersion)
  const [first] = rows
  const entry = entryOf(asking, {
    action: 'handling-check',
    ...(first && rows.length === 1 ? { subjectKey: first.subject_key } : {}),
    objectType: 'HandlingCheck',
    objectId: first?.check_no ?? '',
    purpose: question.purpose,
    caseNo: question.caseNo,
    facts: {
      matter: question.matterCode,
      subjects: rows.length,
      decision: decisionOf(rows),
      ruleVersion: RULE_VERSION,
      catalogueVersion,
      rows: digestOf(rows.map((row) => row.digest)),
    },
  })
  return { rows, entry }
}

/** Makes receipts durable: when this returns, they are committed. */
export async function keepReceipts(db: Database, receipts: readonly Receipt[]): Promise<void> {
  await db.repeatable(KEEP, [
    JSON.stringify(receipts.flatMap(({ rows }) => rows)),
    JSON.stringify(receipts.map(({ entry }) => entry)),
  ])
}

/** A check as the contract shows it; made from the kept lines alone, at once and on replay. */
export interface HandlingCheckView {
  readonly id: string
  readonly checkNo: string
  readonly checkedAt: Date
  readonly on: string
  readonly matterCode: string
  readonly regionCode: string
  readonly purpose: string
  readonly caseNo: string
  readonly department: string
  readonly account: string
  readonly decision: Decision
  readonly ruleVersion: string
  readonly catalogueVersion: number
  readonly verdicts: readonly VerdictView[]
}

export interface VerdictView extends Omit<StoredAnswer, 'regionCode'> {
  readonly ordinal: number
  readonly codeGiven: string
  readonly role: Role
  readonly decision: Decision
  readonly digest: string
}

const verdictView = ({ answer, ...row }: CheckRow): VerdictView => ({
  ordinal: row.ordinal,
  codeGiven: row.code_given,
  role: row.role,
  decision: row.decision,
  digest: row.digest,
  subjectKey: answer.subjectKey,
  subjectName: answer.subjectName,
  nameGiven: answer.nameGiven,
  reasons: answer.reasons,
  facilitations: answer.facilitations,
  notices: answer.notices,
})

export function viewOf(rows: readonly CheckRow[]): HandlingCheckView | null {
  const [first] = rows
  if (!first) return null
  const view: HandlingCheckView = {
    id: globalId('HandlingCheck', first.check_no),
    checkNo: first.check_no,
    checkedAt: first.checked_at,
    on: dayOf(first.checked_at),
    matterCode: first.matter_code,
    regionCode: first.answer.regionCode,
    purpose: first.purpose,
    caseNo: first.case_no,
    department: first.department,
    account: first.account,
    decision: decisionOf(rows),
    ruleVersion: first.rule_version,
    catalogueVersion: first.catalogue_version,
    verdicts: rows.map(verdictView),
  }
  return typed(view, 'HandlingCheck')
}

/** The day in the number finds the partition; a day either side allows for the time zone. */
const REPLAY = `
  select ${NAMES} from handling_check
  where check_no = $1 and checked_at >= $2::date - 1 and checked_at < $2::date + 2
  order by ordinal`

/** A check again, from its kept lines; null where there is none or another department asked. */
export async function replayCheck(ctx: RequestContext, checkNo: string): Promise<HandlingCheckView | null> {
  const day = CHECK_NO.exec(checkNo)?.slice(1, 4).join('-')
  if (day === undefined || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return null
  const rows = await ctx.db.rows<CheckRow>(REPLAY, [checkNo, day])
  return rows[0] && mayReplay(ctx.actor, rows[0].department) ? viewOf(rows) : null
}

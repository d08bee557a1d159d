import type { FactRow } from '../graph/index.ts'
import type { Cell } from '../kernel/copy.ts'
import type { RecordKind } from '../record/index.ts'
import { type City, collectsSince } from './city.ts'
import { rowIdOf } from './codes.ts'
import { type DayNo, dayOrNull, dayText, instantMs, instantText } from './days.ts'
import { Dice } from './dice.ts'
import { isPerson, presentState, type Profile } from './profile.ts'
import { type COMMON_FIELDS, type Draft, type Sheets, type Written } from './sheets.ts'
import type { Department } from './words/departments.ts'

type Row<K extends RecordKind> = FactRow<K['fact']>
type Common = keyof FactRow<RecordKind['fact']>
/** What a kind has of its own. */
type Own<K extends RecordKind> = Written<Draft<Omit<Row<K>, Common>>>
type CommonRow = FactRow<RecordKind['fact']>
/** One cell for each common field, in their order. */
type CommonCells = CellsOf<typeof COMMON_FIELDS>
type CellsOf<Names extends readonly string[]> = { readonly [At in keyof Names]: Cell }

/** What happened, when, by whom. */
export interface Event {
  readonly on: DayNo
  readonly by: Department
  readonly from?: DayNo
  readonly to?: DayNo | null
  readonly status?: CommonRow['status']
  readonly endedOn?: DayNo | null
  readonly documentNo?: string | null
  readonly visibility?: CommonRow['visibility']
  readonly raw?: Record<string, unknown>
}

const OFFICE_OPENS = 30_600
const OFFICE_HOURS = 30_000
/** Calendar days in which the seven working days of 双公示 are surely over. */
const LATE_DAYS = 11
/** Cells as COPY writes them. */
const NO_RAW = '{}'
const LATE = '{DEADLINE_PASSED_7WD}'
const IN_TIME = '{}'

/** Where the records of one subject are written: numbers the rows, knows the day and the dice. */
export class Desk {
  readonly dice: Dice
  private nth: number
  /** 1 when more records come to a subject that has some. */
  readonly part: number

  constructor(
    readonly city: City,
    readonly profile: Profile,
    private readonly sheets: Sheets,
    at: { stream: number; firstRow: number; part?: number },
  ) {
    this.part = at.part ?? 0
    this.dice = new Dice(city.seed, profile.ordinal, at.stream)
    this.nth = at.firstRow
  }

  /** The last day anything can have happened to the subject. */
  get lastDay(): DayNo {
    return Math.min(presentState(this.profile).closedOn ?? this.city.today - 1, this.city.today - 1)
  }

  /** The first day of the records, at most `years` ago. */
  firstDay(years: number): DayNo {
    return Math.max(this.profile.establishedOn ?? 0, this.city.today - Math.round(years * 365.25))
  }

  /** A day of the last years, the later ones likelier; null when the subject was not there. */
  someDay(years = 6): DayNo | null {
    const first = this.firstDay(years)
    const span = this.lastDay - first
    return span < 1 ? null : first + Math.floor(span * Math.sqrt(this.dice.fraction()))
  }

  write<K extends RecordKind>(kind: K, event: Event, own: Own<K>): void {
    const { profile, city, dice } = this
    this.nth += 1
    const arrives = event.on + 1 + Math.floor(9 * dice.fraction() ** 2 + (dice.chance(0.03) ? 20 : 0))
    const received = Math.min(Math.max(arrives, collectsSince(city)), city.today - 1)
    const late = received - event.on > LATE_DAYS && event.on > collectsSince(city)
    const second = OFFICE_OPENS + dice.below(OFFICE_HOURS)
    const at = instantText(received, second)
    const common: CommonCells = [
      profile.key,
      rowIdOf(instantMs(received, second), { seed: city.seed, ordinal: profile.ordinal, nth: this.nth }),
      dayText(event.on),
      'DAY',
      dayText(event.from ?? event.on),
      dayOrNull(event.to ?? null),
      event.status ?? 'ACTIVE',
      dayOrNull(event.endedOn ?? null),
      event.documentNo ?? null,
      event.by.name,
      event.by.code,
      isPerson(profile) ? 'RESTRICTED' : (event.visibility ?? 'PUBLIC'),
      event.by.code,
      `DEMO-${profile.ordinal}-${this.nth}`,
      null,
      null,
      at,
      event.raw ?? NO_RAW,
      late ? LATE : IN_TIME,
      1,
      at,
    ]
    this.sheets.addRecord(kind, common, own)
  }
}

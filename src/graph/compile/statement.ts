import type { Fact } from '../fact.ts'
import { Binder } from './binder.ts'
import { Bounded } from './bounded.ts'
import { type Bound, Planning, type Run, type Scope, type Write, writeSql } from './planning.ts'
import type { Asked } from './selected.ts'
import { HOLE, SURPRISE } from './sql-text.ts'
import { Uncompiled } from './uncompiled.ts'

/** One way to send a statement: the rows it starts from, given the SQL of the text. */
export interface Frame {
  /** Tells this frame from the statement's others. */
  readonly name: string
  /** The subject key of a statement for one subject. */
  readonly key: string | null
  readonly params: readonly unknown[]
  readonly sql: (text: (scope: Pick<Scope, 'key' | 'row' | 'fact'>) => string) => string
}

interface TextRow {
  readonly key?: string
  text: string
}

/** Texts of one statement that differ by which filters are given; more than this are made anew. */
const TEXTS_MAX = 16

/**
 * A statement whose rows are finished JSON texts but for their holes. The SQL text depends on the plan and on which
 * conditions a run has, never on values, so that it stays one prepared statement.
 */
export class Statement {
  private readonly planning: Planning
  private readonly write: Write
  private readonly texts = new Bounded<string, string>(TEXTS_MAX)

  constructor(asked: Asked, build: (planning: Planning) => Write) {
    this.planning = new Planning(asked)
    this.write = build(this.planning)
  }

  /** Runs it and fills the holes; rows keep their order. */
  async rows(run: Run, frame: Frame): Promise<TextRow[]> {
    const binder = new Binder(frame.params)
    const bounds = this.planning.slots.map((slot) => slot.bind(binder, run, frame.key))
    const rows = await run.ctx.db.rows<TextRow>(this.text(frame, bounds), binder.params)
    const filled = await this.fill(
      rows.map((row) => row.text),
      run,
      bounds,
    )
    return rows.map((row, at) => ({ ...row, text: filled[at] ?? '' }))
  }

  private text(frame: Frame, bounds: readonly Bound[]): string {
    const shape = `${frame.name}\n${bounds.map((bound) => bound.sql.join('\n')).join('\n')}`
    const known = this.texts.get(shape)
    if (known) return known
    let aliases = 0
    const alias = () => `b${(aliases += 1)}`
    const made = frame.sql((at: { key: string; row: string; fact: Fact }) =>
      writeSql(this.write, { ...at, bounds, alias }),
    )
    return this.texts.set(shape, made)
  }

  private async fill(texts: readonly string[], run: Run, bounds: readonly Bound[]): Promise<string[]> {
    if (texts.some((text) => text.includes(SURPRISE))) throw new Uncompiled('a value outside its type')
    const { splices } = this.planning
    if (splices.length === 0) return [...texts]
    const parts = texts.map((text) => text.split(HOLE))
    const fillers = await Promise.all(
      valuesBySplice(parts, splices.length).map((values, at) => splices[at]?.prepare(run, bounds, values)),
    )
    return parts.map((pieces) => {
      let text = ''
      for (let at = 0; at < pieces.length; at += 1) {
        const piece = pieces[at] ?? ''
        text += at % 2 === 0 ? piece : (fillers[spliceOf(piece)]?.(valuesIn(piece)) ?? '')
      }
      return text
    })
  }
}

const spliceOf = (piece: string): number => {
  const comma = piece.indexOf(',')
  return comma < 0 ? Number(piece) : Number(piece.slice(0, comma))
}
const valuesIn = (piece: string): string => piece.slice(piece.indexOf(',') + 1)

function valuesBySplice(parts: readonly (readonly string[])[], splices: number): string[][] {
  const values: string[][] = Array.from({ length: splices }, () => [])
  for (const pieces of parts)
    for (let at = 1; at < pieces.length; at += 2) {
      const piece = pieces[at] ?? ''
      values[spliceOf(piece)]?.push(valuesIn(piece))
    }
  return values
}

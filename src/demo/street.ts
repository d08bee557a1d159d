import { Dice, Wheel } from './dice.ts'
import type { City } from './city.ts'
import type { Kind, Profile } from './profile.ts'

/** Neighbouring subjects among whom relations are made; a subject relates to earlier ones only. */
export const STREET_SUBJECTS = 32
/** The fixed cast lives on the first street, where nothing else is related to anything. */
export const CAST_STREET = 0
const HEAVY_EVERY_STREETS = 625
const HEAVY_STREET = 7

const KINDS = new Wheel<Kind>([
  ['INDIVIDUAL_BUSINESS', 60],
  ['ENTERPRISE', 29],
  ['COOPERATIVE', 2.6],
  ['INSTITUTION', 1],
  ['SOCIAL_ORG', 1.5],
  ['VILLAGE_ORG', 1.6],
  ['UNION', 0.6],
  ['LAW_FIRM', 0.25],
  ['GOVERNMENT', 0.2],
  ['OTHER_ORG', 0.15],
  ['FOUNDATION', 0.08],
])

export type LinkKind = 'BRANCH' | 'SUCCESSOR' | 'CONVERTED' | 'MERGED' | 'HELD'

/** What the street has laid down about one subject before anything else is thrown. */
export interface Role {
  readonly kind: Kind
  /** Cancelled because another subject continues it. */
  readonly ended: boolean
  /** Led by the street's person. */
  readonly led: boolean
  readonly heavy: boolean
  readonly link: { readonly kind: LinkKind; readonly to: number } | null
}

interface Draft {
  kind: Kind
  ended: boolean
  led: boolean
  heavy: boolean
  link: Role['link']
}

const PAIRS: readonly { link: LinkKind; chance: number; first: Kind; ended: boolean }[] = [
  { link: 'BRANCH', chance: 0.45, first: 'ENTERPRISE', ended: false },
  { link: 'BRANCH', chance: 0.2, first: 'ENTERPRISE', ended: false },
  { link: 'HELD', chance: 0.5, first: 'ENTERPRISE', ended: false },
  { link: 'SUCCESSOR', chance: 0.12, first: 'ENTERPRISE', ended: true },
  { link: 'MERGED', chance: 0.06, first: 'ENTERPRISE', ended: true },
  { link: 'CONVERTED', chance: 0.2, first: 'INDIVIDUAL_BUSINESS', ended: true },
]

function shuffledPositions(dice: Dice): number[] {
  const positions = Array.from({ length: STREET_SUBJECTS - 1 }, (_, at) => at + 1)
  for (let at = positions.length - 1; at > 0; at -= 1) {
    const other = dice.below(at + 1)
    const moved = positions[at] as number
    positions[at] = positions[other] as number
    positions[other] = moved
  }
  return positions
}

function drawPairs(roles: Draft[], free: number[], dice: Dice): void {
  for (const { link, chance, first, ended } of PAIRS) {
    const [one = 0, two = 0] = free.splice(0, 2)
    if (!dice.chance(chance)) continue
    const [earlier, later] = [Math.min(one, two), Math.max(one, two)]
    roles[earlier] = { ...(roles[earlier] as Draft), kind: first, ended }
    roles[later] = { ...(roles[later] as Draft), kind: 'ENTERPRISE', link: { kind: link, to: earlier } }
  }
}

const plain = (kind: Kind): Draft => ({ kind, ended: false, led: false, heavy: false, link: null })

/** The roles on one street. Its first subject is a natural person, who leads one or two of the others. */
export function rolesOn(city: City, street: number): readonly Role[] {
  const dice = new Dice(city.seed, street, 1)
  const roles = Array.from({ length: STREET_SUBJECTS }, (_, at) =>
    plain(at === 0 ? 'NATURAL_PERSON' : KINDS.spin(dice)),
  )
  if (street === CAST_STREET) return roles
  const free = shuffledPositions(dice)
  drawPairs(roles, free, dice)
  const led = free.filter((at) => ['ENTERPRISE', 'INDIVIDUAL_BUSINESS'].includes(roles[at]?.kind ?? ''))
  for (const at of led.slice(0, dice.between(1, 2))) roles[at] = { ...(roles[at] as Draft), led: true }
  const last = free.at(-1) ?? 1
  if (street % HEAVY_EVERY_STREETS === HEAVY_STREET) roles[last] = { ...plain('ENTERPRISE'), heavy: true }
  return roles
}

/** Profiles on one street, each made when first asked for. */
export class Street {
  private readonly roles: readonly Role[]
  private readonly known = new Map<number, Profile>()

  constructor(
    readonly city: City,
    readonly number: number,
    private readonly make: (street: Street, at: number, role: Role) => Profile,
  ) {
    this.roles = rolesOn(city, number)
  }

  role(at: number): Role {
    return this.roles[at] as Role
  }

  profile(at: number): Profile {
    const profile = this.known.get(at) ?? this.make(this, at, this.role(at))
    this.known.set(at, profile)
    return profile
  }
}

import type { DayNo } from './days.ts'
import type { Dice } from './dice.ts'
import type { Form } from './forms.ts'
import { type Party, presentState, type Profile, type Relation } from './profile.ts'
import type { LinkKind, Role, Street } from './street.ts'
import { personName } from './words/people.ts'

interface Founding {
  readonly street: Street
  readonly role: Role
  readonly form: Form
  readonly establishedOn: DayNo
  readonly chief: string
  readonly person: Profile | null
}

/** How the later subject sees the earlier one, and the other way round. */
const SIDES: Readonly<Record<LinkKind, readonly [later: Relation, earlier: Relation | null]>> = {
  BRANCH: ['BRANCH_OF', 'HAS_BRANCH'],
  SUCCESSOR: ['PREDECESSOR', 'SUCCESSOR'],
  MERGED: ['PREDECESSOR', 'MERGED_INTO'],
  CONVERTED: ['PREDECESSOR', 'CONVERTED_TO'],
  HELD: ['SHAREHOLDER', null],
}

const percent = (share: number): string => share.toFixed(3)

function linked(founding: Founding, dice: Dice): Party[] {
  const { role, street, establishedOn } = founding
  if (!role.link) return []
  const other = street.profile(role.link.to)
  const [relation] = SIDES[role.link.kind]
  const party: Party = {
    relation,
    name: presentState(other).name,
    isPerson: false,
    key: other.key,
    from: establishedOn,
  }
  if (role.link.kind !== 'HELD') return [party]
  const share = percent(dice.between(51, 100))
  return [
    { ...party, share },
    { ...party, relation: 'CONTROLLER', share },
  ]
}

function owners(founding: Founding, chief: Party, dice: Dice): Party[] {
  const { form, role } = founding
  const company = form.entityType.startsWith('有限责任公司') || form.entityType.startsWith('其他股份')
  if (!company || role.link?.kind === 'BRANCH' || role.link?.kind === 'HELD') return []
  const others = form.entityType.includes('独资') ? 0 : dice.between(1, 3)
  const first = others === 0 ? 100 : dice.between(40, 90)
  const rest = Array.from(
    { length: others },
    (): Party => ({
      relation: 'SHAREHOLDER',
      name: personName(dice),
      isPerson: true,
      key: null,
      share: percent((100 - first) / others),
    }),
  )
  const holder: Party = {
    relation: 'SHAREHOLDER',
    name: chief.name,
    isPerson: true,
    key: chief.key,
    share: percent(first),
  }
  const controls = first > 50 && dice.chance(0.4) ? [{ ...holder, relation: 'CONTROLLER' } as const] : []
  const supervisor = dice.chance(0.4)
    ? [
        {
          relation: 'SENIOR_STAFF',
          name: personName(dice),
          isPerson: true,
          key: null,
          position: '监事',
        } as const,
      ]
    : []
  return [holder, ...rest, ...controls, ...supervisor]
}

/** Who is behind a subject: representative, owners, staff, and the earlier subject it is linked to. */
export function partiesOf(founding: Founding, dice: Dice): readonly Party[] {
  const chief: Party = {
    relation: 'LEGAL_REP',
    name: founding.chief,
    isPerson: true,
    key: founding.person?.key ?? null,
    position: founding.form.position,
    from: founding.establishedOn,
  }
  return [chief, ...linked(founding, dice), ...owners(founding, chief, dice)]
}

/** The same link as the earlier subject sees it; a shareholding is kept at the company that is held. */
export function reverseOf(profile: Profile, role: Role): Party | null {
  if (!role.link) return null
  const [, relation] = SIDES[role.link.kind]
  if (relation === null) return null
  return {
    relation,
    name: presentState(profile).name,
    isPerson: false,
    key: profile.key,
    ...(profile.establishedOn === null ? {} : { from: profile.establishedOn }),
  }
}

import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql'
import { Extensions } from 'type-graphql'
import { VISIBILITIES, type Visibility } from '../standards/visibility.ts'
import { labelledEnum } from './enums.ts'

export const VisibilityEnum = labelledEnum<Visibility>(
  'Visibility',
  '公开属性 Who may see a field or record',
  {
    PUBLIC: ['公开', 'published by law'],
    GOV_SHARED: ['政务共享', 'any department with a purpose'],
    RESTRICTED: ['受限', 'named matters only'],
    SECRET_PERSON: ['保密', 'acceptance officer only'],
  },
)

/** Declares who may see a field that a resolver adds. */
export const Shown = (visibility: Visibility) => Extensions({ visibility })

export const visibilityOf = (field: { extensions: Readonly<Record<string, unknown>> }): Visibility | null =>
  VISIBILITIES.find((visibility) => visibility === field.extensions.visibility) ?? null

/**
 * Fields of fact types that say nothing about who may see them. A type counts as a fact type as soon as one of
 * its fields declares a visibility; the hub does not start while this list has a line.
 */
export function undeclaredFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return []
    const fields = Object.values(type.getFields())
    if (!fields.some((field) => visibilityOf(field))) return []
    return fields.filter((field) => !visibilityOf(field)).map((field) => `${type.name}.${field.name}`)
  })
}

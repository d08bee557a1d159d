import type { ClassType } from 'type-graphql'

/** A fresh class for type-graphql to hang a type on that no source file spells out. */
export const namedClass = (name: string): ClassType<object> =>
  ({ [name]: class {} })[name] as ClassType<object>

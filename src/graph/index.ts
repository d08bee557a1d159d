import 'reflect-metadata'
export { type Block, blockLoader, countLoader } from './blocks.ts'
export { type Connection, connectionFrom, connectionTypes } from './connection.ts'
export { rowCost, ROWS_MAX } from './cost.ts'
export { codeLists, enumLabel, labelledEnum } from './enums.ts'
export {
  allFacts,
  defineFact,
  type Fact,
  factOf,
  type FactRow,
  interfaceType,
  objectType,
  selectList,
} from './fact.ts'
export * as field from './field.ts'
export { columnOf, type Fields } from './field.ts'
export { type Limits, limitRules, LIMITS } from './limits.ts'
export { Node, nodeReader, nodeTypes, PageInfo, registerNode, TotalCount, typed, typeNameOf } from './node.ts'
export { Provenance, provenanceFields, type ProvenanceRow } from './provenance.ts'
export { redactedFields } from './redaction.ts'
export {
  DayScalar,
  DivisionCodeScalar,
  DocumentNumberScalar,
  IndustryCodeScalar,
  InstantScalar,
  LooseCodeScalar,
  UsccScalar,
  YuanScalar,
} from './scalars.ts'
export { Shown, undeclaredFields, VisibilityEnum, visibilityOf } from './visibility.ts'
export { UserError, userError, withUserErrors } from './user-error.ts'
export { loaderOf } from './loaders.ts'
export { type Finished, finish } from './rows.ts'
export { seenBy, Where } from './where.ts'
export { NodeResolver, unreadableNodes } from './node.resolver.ts'
export * as compile from './compile/index.ts'
export { namedClass } from './named-class.ts'

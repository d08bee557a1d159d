export {
  Department,
  DepartmentLevel,
  Industry,
  ListColour,
  ListKind,
  Matter,
  Measure,
  MeasureEffect,
  MeasureNature,
  Region,
  SubjectRole,
} from './catalogue.facts.ts'
export { CatalogueEditionTable } from './edition.entity.ts'
export {
  type Catalogue,
  catalogueOf,
  catalogueVersion,
  type DepartmentRow,
  inForce,
  type ListKindRow,
  type MatterRow,
  type MeasureRow,
} from './catalogue.ts'
export { loadCatalogues } from './load.ts'
export { catalogueResolvers } from './catalogue.resolver.ts'
export { codeExceptions, workingCalendar } from './reference.ts'

export { type NameIndex, nameIndex } from './name-index.ts'
export {
  CodeStatus,
  type CodeStatusValue,
  EntityStatus,
  type EntityStatusValue,
  Identifier,
  IdentifierKind,
  NameKind,
  RelatedParty,
  RelationKind,
  Subject,
  SubjectKind,
  SubjectName,
} from './subject.facts.ts'
export { SUBJECT_ENTITY } from './subject.compiled.ts'
export { subjectResolvers } from './subject.resolver.ts'
export { subjectAsOf, subjectByKey, type SubjectRow } from './subject.read.ts'
export type { Registration, RegistrationLoad } from './registration.ts'
export {
  addRegistrations,
  knownSubjects,
  settleNameIndex,
  updateRegistrations,
} from './registration.upsert.ts'
export {
  type CodeAmbiguous,
  type CodeFound,
  type CodeResolution,
  keysFor,
  type Lead,
  leadsSql,
  orgCodesAmong,
  type PersonKey,
  resolutionsOf,
  resolveCodes,
} from './resolve.ts'
export { addPersons, personKeyOf, type PersonRow } from './registration.person.ts'

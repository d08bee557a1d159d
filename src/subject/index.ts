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

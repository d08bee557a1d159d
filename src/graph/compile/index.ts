import { declareBuiltins } from './builtin.ts'
import { declareNodeRoot } from './node-root.ts'

export { type ConnectionSpec, connectionText, type PageAsked } from './connection-field.ts'
export { type Entity, EntityReader, otherField, ownerField } from './entity.ts'
export { listField } from './list-field.ts'
export { memoryField, memoryRelation } from './memory.ts'
export { ownedNode } from './owned-node.ts'
export { Compiler } from './plan.ts'
export { type Binder } from './binder.ts'
export { columnIn, fixed, objectText, type Run, type Scope, type Write, writeSql } from './planning.ts'
export { compilerPlugin, stringifyResult } from './plugin.ts'
export { compiledField, compiledNode, compiledRoot } from './registry.ts'
export { type Reader, type SelectedField } from './selected.ts'
export { sql, text } from './sql-text.ts'
export { Statement } from './statement.ts'
export { Uncompiled } from './uncompiled.ts'

declareBuiltins()
declareNodeRoot()

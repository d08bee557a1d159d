export { handlingCheckResolvers } from './handling-check.resolver.ts'
export { NOTICES } from './handling-check-notice.rules.ts'
export { RULE_VERSION } from './handling-check.rules.ts'
export { type CheckInput, checkHandling } from './handling-check.service.ts'

export { DEMONSTRATION_OFFICER, HUB_ITSELF } from './accounts.ts'

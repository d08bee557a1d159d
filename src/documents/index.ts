export { DocumentStore } from './document-store.ts'
export { checkedDocuments, type TrustedDocument, trustedDocument, trustedDocuments } from './trusted.ts'
export { acceptDocumentIds } from './document-id.ts'

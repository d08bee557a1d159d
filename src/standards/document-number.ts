import { withoutBlanks } from './blanks.ts'

const BRACKETED_YEAR = /[〔【[({]((?:19|20)\d{2})[〕】\])}]/g

/**
 * A document number (发文字号, 决定书文号) in the one form in which numbers are kept and compared: brackets of
 * any kind around the year → 〔〕, full-width digits → digits, no blanks. Other brackets stay as they are.
 * Source: GB/T 9704-2012, 7.2.5: the year in full, in six-cornered brackets.
 * Example: `'婺市监处罚 [2026] 12号'` → `'婺市监处罚〔2026〕12号'`.
 */
export const normaliseDocumentNumber = (raw: string): string =>
  withoutBlanks(raw).replace(BRACKETED_YEAR, '〔$1〕')

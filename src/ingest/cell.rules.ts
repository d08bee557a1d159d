import type { RowCode } from './row-codes.ts'

/** Only visible ASCII, Han and common Chinese punctuation, and no formula: the usual case, cheap to see. */
function isPlain(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first === 0x3d || first === 0x40 || first === 0x2b || first === 0x2d) return false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || (unit > 0x7e && unit < 0xa0) || unit === 0xfffd || unit === DAMAGED_MARK) return false
  }
  return true
}

/** Control characters other than tab and line ends, U+FFFD, and what GBK makes of U+FFFD. */
const DAMAGED = /(?![\t\n\r])\p{Cc}|\ufffd|锟斤拷/gu
const DAMAGED_MARK = '锟'.charCodeAt(0)
const FORMULA = /^(?:[=@]|[+-](?![\d.,\s]*(?:[%万亿元]|$)))/
const DASHES = /^[-\u2010-\u2015\u2212\u2500\s]+$/

/**
 * Why a text may not be stored as it stands: characters nobody typed, or the look of a spreadsheet formula
 * (OWASP CSV injection). Dashes that mean nothing and signed numbers are neither. `cleaned` is the text without
 * the damage; formula text is kept, since a label may begin that way.
 * Example: `'=cmd|x'` → FORMULA_TEXT.
 */
export function unsafeText(text: string): { code: RowCode; cleaned: string } | null {
  if (isPlain(text)) return null
  if (text.search(DAMAGED) >= 0) return { code: 'CONTROL_CHARACTER', cleaned: text.replace(DAMAGED, '') }
  if (FORMULA.test(text) && !DASHES.test(text)) return { code: 'FORMULA_TEXT', cleaned: text }
  return null
}

/** A cell for a file people open in a spreadsheet: what a formula could begin with gets an apostrophe before it. */
export const neutralCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/**
 * Every blank, control and invisible character: what a web page, a spreadsheet or a chat window leaves in a
 * value without anyone seeing it. Unicode classes White_Space, Cc and Default_Ignorable_Code_Point.
 */
const UNSEEN = /[\s\p{Cc}\p{DI}]+/gu

/** Only visible ASCII and unified Han: already half width and without blanks. The usual case, cheap to see. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit <= 0x20 || unit > 0x9fff || (unit > 0x7e && unit < 0x4e00)) return false
  }
  return true
}

/**
 * `text` in compatibility form (full width → half width) without any blank or invisible character.
 * Source: Unicode Standard Annex 15, form NFKC. Example: `' ９１-Ａ\u200b'` → `'91-A'`.
 */
export const withoutBlanks = (text: string): string =>
  isPlain(text) ? text : text.normalize('NFKC').replace(UNSEEN, '')

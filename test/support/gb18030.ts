const decoder = new TextDecoder('gb18030')

/** Character → its bytes in GB18030: the two-byte part (GBK), then the four-byte part of the basic plane. */
function table(): Map<string, readonly number[]> {
  const bytesOf = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if (character.length === 1 && character !== '\ufffd' && !bytesOf.has(character))
      bytesOf.set(character, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) add([lead, trail])
  for (let lead = 0x81; lead <= 0x84; lead += 1)
    for (let second = 0x30; second <= 0x39; second += 1)
      for (let third = 0x81; third <= 0xfe; third += 1)
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) add([lead, second, third, fourth])
  return bytesOf
}

/** A text in GB18030, which Node can read but not write. */
export function gb18030(text: string): Buffer {
  const bytesOf = table()
  const bytes: number[] = []
  for (const character of text) {
    if (character < '\u0080') bytes.push(character.charCodeAt(0))
    else bytes.push(...(bytesOf.get(character) ?? [0x3f]))
  }
  return Buffer.from(bytes)
}

import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of these parts; `declaredBytes` is what the last one claims to unpack to. */
export function zipOf(parts: Readonly<Record<string, string>>, lie: { declaredBytes?: number } = {}): Buffer {
  const names = Object.keys(parts)
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [at, [name, text]] of Object.entries(parts).entries()) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const bytes = at === names.length - 1 ? (lie.declaredBytes ?? content.length) : content.length
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    const title = Buffer.from(name)
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, title])
    local.push(head, packed)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, entry, title]))
    offset += head.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

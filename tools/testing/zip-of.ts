/** A ZIP file made by hand, that may lie of the weight of its parts. */
import { crc32, deflateRawSync } from 'node:zlib'

type Part = readonly [name: string, content: string | Uint8Array]

export function zipOf(parts: readonly Part[], { said }: { readonly said?: number } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const whole = Buffer.from(content)
    const packed = deflateRawSync(whole)
    const fields = fieldsOf(name, crc32(whole), packed.length, said ?? whole.length)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    const head = Buffer.from('504b01021400', 'hex')
    directory.push(Buffer.concat([head, fields, where, Buffer.from(name)]))
    bodies.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...bodies, index, endOf(parts.length, index.length, offset)])
}

function fieldsOf(name: string, crc: number, packed: number, unpacked: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed, 14)
  fields.writeUInt32LE(unpacked, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

function endOf(parts: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(parts, 8)
  end.writeUInt16LE(parts, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

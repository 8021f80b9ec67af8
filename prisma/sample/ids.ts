import { createHash } from 'node:crypto'

/** Made once for the sample data; every id below comes from it. */
const namespace = Buffer.from('6f1d0c2e5b7a4f0e9c3d8a41b2e7f605', 'hex')

/**
 * The id of a row of sample data, made of what it is called (UUID version 5, RFC 9562 §5.5): the same name gives the same id,
 * so that loading twice makes nothing twice.
 */
export function idOf(...name: readonly (string | number)[]): string {
  const hash = createHash('sha1').update(namespace).update(name.join('/')).digest().subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

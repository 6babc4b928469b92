/**
 * 128 bits of hash over 32-bit words, in plain 32-bit arithmetic, so that every engine gives
 * the same. MurmurHash3_x86_128 by Austin Appleby (public domain,
 * https://github.com/aappleby/smhasher); a word is its bytes in little-endian order.
 *
 * It finds what differs by accident. It withstands nobody who wants two values to collide.
 */
export class Hash128 {
  #words = 0
  #h1 = 0
  #h2 = 0
  #h3 = 0
  #h4 = 0
  #k1 = 0
  #k2 = 0
  #k3 = 0

  word(word: number): void {
    switch (this.#words++ & 3) {
      case 0:
        this.#k1 = word
        return
      case 1:
        this.#k2 = word
        return
      case 2:
        this.#k3 = word
        return
      default:
        this.#block(word)
    }
  }

  /** 32 hexadecimal digits. Nothing may be added afterwards. */
  digest(): string {
    let [h1, h2, h3, h4] = [this.#h1, this.#h2, this.#h3, this.#h4]
    const left = this.#words & 3
    if (left > 2) h3 ^= mixed3(this.#k3)
    if (left > 1) h2 ^= mixed2(this.#k2)
    if (left > 0) h1 ^= mixed1(this.#k1)
    const bytes = this.#words * 4
    h1 ^= bytes
    h2 ^= bytes
    h3 ^= bytes
    h4 ^= bytes
    h1 = (h1 + h2 + h3 + h4) | 0
    h2 = finished(h2 + h1)
    h3 = finished(h3 + h1)
    h4 = finished(h4 + h1)
    h1 = finished(h1)
    h1 = (h1 + h2 + h3 + h4) | 0
    return [h1, h2 + h1, h3 + h1, h4 + h1].map(hex).join('')
  }

  #block(k4: number): void {
    let h1 = this.#h1 ^ mixed1(this.#k1)
    h1 = (Math.imul(((h1 << 19) | (h1 >>> 13)) + this.#h2, 5) + 0x561ccd1b) | 0
    let h2 = this.#h2 ^ mixed2(this.#k2)
    h2 = (Math.imul(((h2 << 17) | (h2 >>> 15)) + this.#h3, 5) + 0x0bcaa747) | 0
    let h3 = this.#h3 ^ mixed3(this.#k3)
    h3 = (Math.imul(((h3 << 15) | (h3 >>> 17)) + this.#h4, 5) + 0x96cd1c35) | 0
    let h4 = this.#h4 ^ mixed4(k4)
    h4 = (Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac3b17) | 0
    this.#h1 = h1
    this.#h2 = h2
    this.#h3 = h3
    this.#h4 = h4
  }
}

function mixed1(word: number): number {
  const k = Math.imul(word, 0x239b961b)
  return Math.imul((k << 15) | (k >>> 17), 0xab0e9789)
}

function mixed2(word: number): number {
  const k = Math.imul(word, 0xab0e9789)
  return Math.imul((k << 16) | (k >>> 16), 0x38b34ae5)
}

function mixed3(word: number): number {
  const k = Math.imul(word, 0x38b34ae5)
  return Math.imul((k << 17) | (k >>> 15), 0xa1e38b93)
}

function mixed4(word: number): number {
  const k = Math.imul(word, 0xa1e38b93)
  return Math.imul((k << 18) | (k >>> 14), 0x239b961b)
}

function finished(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

/** Length in bytes of `text` as UTF-8, which is how it travels. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Keeps texts by key, on the device where it can. Never throws. */
export interface TextStore {
  get: (key: string) => string | undefined
  set: (key: string, text: string) => void
  remove: (key: string) => void
  /** All keys that start with `prefix`. */
  keys: (prefix: string) => string[]
}

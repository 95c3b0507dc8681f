/**
 * For tests: a browser that keeps nothing. `blocked` refuses the storage itself (blocked cookies, a
 * sandboxed frame), `full` only takes nothing more. Returns what puts it back.
 */
export function breakStorage(how: 'blocked' | 'full'): () => void {
  return how === 'full' ? fill() : block()
}

function block(): () => void {
  const names = ['localStorage', 'sessionStorage'] as const
  const originals = names.map((name) => Object.getOwnPropertyDescriptor(window, name))
  for (const name of names) {
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  }
  return () => {
    names.forEach((name, index) => Object.defineProperty(window, name, originals[index] ?? {}))
  }
}

function fill(): () => void {
  const original = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {}
  Object.defineProperty(Storage.prototype, 'setItem', {
    configurable: true,
    value: () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    },
  })
  return () => void Object.defineProperty(Storage.prototype, 'setItem', original)
}

export interface HostPage {
  /** Errors that reached the window. */
  readonly errors: string[]
  /** How often the host's own click handler has run. */
  clicks: () => number
  /** The button that the second step points at. */
  readonly button: HTMLButtonElement
  /** Whether the document is what it was when the host had drawn it. */
  isAsBefore: () => boolean
  remove: () => void
}

/** For tests: a host that has a form, a handler of its own, and sees every error of its page. */
export function createHostPage(): HostPage {
  const end = new AbortController()
  const { signal } = end
  const errors: string[] = []
  let clicks = 0
  const main = document.createElement('main')
  const input = document.createElement('input')
  const button = document.createElement('button')
  input.dataset['firstwin'] = 'subject'
  button.dataset['firstwin'] = 'send'
  button.textContent = 'Send'
  button.addEventListener('click', () => (clicks += 1))
  main.append(input, button)
  document.body.append(main)
  const before = document.documentElement.outerHTML

  addEventListener('error', ({ message }) => errors.push(message), { signal })
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)), { signal })
  return {
    errors,
    clicks: () => clicks,
    button,
    isAsBefore: () => document.documentElement.outerHTML === before,
    remove() {
      end.abort()
      main.remove()
    },
  }
}

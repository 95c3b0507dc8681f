import { quietly } from '../../quietly.ts'
import type { Mount } from '../mount.ts'
import { ofDocument } from '../../node/of-document.ts'

/** Pages change their look in steps; each of them need not be ours. */
const SOON_MS = 50

/** Calls `onChange` when the page may have become light or dark. Motion stops as soon as it is unwanted. */
export function watchLooks({ shadow }: Mount, onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const change = quietly(() => {
    timer = undefined
    onChange()
  }, signal)
  const soon = (): void => {
    timer ??= setTimeout(change, SOON_MS)
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal })
  const motion = matchMedia('(prefers-reduced-motion: reduce)')
  const still = (): void => {
    if (motion.matches) for (const animation of shadow.getAnimations()) animation.finish()
  }
  motion.addEventListener('change', still, { signal })

  // Most pages switch by a class or an attribute of one of these.
  const observer = new MutationObserver(soon)
  for (const element of [ofDocument('documentElement'), ofDocument('body')]) {
    if (element instanceof Node) observer.observe(element, { attributes: true })
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    observer.disconnect()
  })
}

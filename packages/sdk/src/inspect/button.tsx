import type { ComponentChildren, VNode } from 'preact'

interface ButtonProps {
  onPress: () => void
  /** Its name, where its words alone would not say enough. */
  label?: string | undefined
  /** It can be reached, but there is nothing to do. */
  isIdle?: boolean
  children: ComponentChildren
}

/** A quiet button with words on it. */
export function Button({ onPress, label, isIdle, children }: ButtonProps): VNode {
  return (
    <button
      type="button"
      class="button"
      aria-label={label}
      aria-disabled={isIdle}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

import type { ComponentChildren, VNode } from 'preact'

interface ButtonProps {
  /** A quiet one is text only. There is one filled button in a panel. */
  quiet?: boolean
  submit?: boolean
  onClick?: () => void
  children: ComponentChildren
}

export function Button({ quiet, submit, onClick, children }: ButtonProps): VNode {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={quiet ? 'button quiet' : 'button'}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

import type { ComponentChildren, VNode } from 'preact'

interface ButtonProps {
  /** A quiet one is text only. There is one filled button in a panel. */
  quiet?: boolean
  /** Weighs as much as the one beside it. */
  even?: boolean
  submit?: boolean
  onClick?: () => void
  children: ComponentChildren
}

export function Button({ quiet, even, submit, onClick, children }: ButtonProps): VNode {
  const look = quiet ? 'button quiet' : even ? 'button even' : 'button'
  return (
    <button type={submit ? 'submit' : 'button'} class={look} onClick={onClick}>
      {children}
    </button>
  )
}

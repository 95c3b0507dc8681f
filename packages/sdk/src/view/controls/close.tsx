import type { VNode } from 'preact'
import { Icon } from './icon.tsx'

interface CloseProps {
  label: string
  onClick: () => void
}

/** Stands at the end of each title row. */
export function Close({ label, onClick }: CloseProps): VNode {
  return (
    <button type="button" class="close" aria-label={label} onClick={onClick}>
      <Icon name="cross" />
    </button>
  )
}

import type { VNode } from 'preact'
import type { StepWords } from '../words/words.ts'
import { Icon } from './icon.tsx'

interface CloseProps {
  words: StepWords
  onClick: () => void
}

/** Stands at the end of each title row. */
export function Close({ words, onClick }: CloseProps): VNode {
  return (
    <button
      type="button"
      class="close"
      lang={words.lang}
      aria-label={words.close}
      onClick={onClick}
    >
      <Icon name="cross" />
    </button>
  )
}

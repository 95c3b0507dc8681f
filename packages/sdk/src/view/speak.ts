import type { Part } from './part.ts'
import type { StepWords } from './words/words.ts'

/** A part that has its words, and needs none from who draws it. */
export type SpeakingPart = Part<unknown>

export function speak<W extends StepWords>(part: Part<W>, words: W): SpeakingPart {
  return {
    ...part,
    css: part.css + words.css,
    draw: (item, ui) => part.draw(item, { ...ui, words }),
    settle: (item, stage) => part.settle?.(item, { ...stage, ui: { ...stage.ui, words } }),
    launcher: (progress, item, ui) => part.launcher?.(progress, item, { ...ui, words }),
  }
}

/** The states of the walk that are worth a picture, in its order. */
export type State = 'letter' | 'checklist' | 'step' | 'inspector' | 'celebration' | 'results'

/** PNGs at two device pixels per CSS pixel. */
export type Pictures = Readonly<Record<State, Buffer>>

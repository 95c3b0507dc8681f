import type { VNode } from 'preact'

interface FigureTileProps {
  label: string
  figure: string
  note?: string
  /** The id that a guide points at. */
  guideId?: string
}

/** One number and what it counts. */
export function FigureTile({ label, figure, note, guideId }: FigureTileProps): VNode {
  return (
    <div class="tile" data-firstwin={guideId}>
      <dt>{label}</dt>
      <dd>
        <span class="figure">{figure}</span>
        {note !== undefined && <span class="tile-note">{note}</span>}
      </dd>
    </div>
  )
}

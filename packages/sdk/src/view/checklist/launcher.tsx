import type { VNode } from 'preact'
import type { PathScene } from '../../scene.ts'
import { Ring } from '../controls/ring.tsx'
import type { Ui } from '../part.ts'

interface LauncherProps {
  progress: PathScene
  expanded: boolean
  ui: Ui
}

/**
 * The pill that opens and closes the checklist. It stays in its corner on every page, in a landmark,
 * because we come after all that the page has.
 */
export function Launcher({ progress, expanded, ui }: LauncherProps): VNode {
  const { done, of, fraction } = progress
  const { gettingStarted, progress: says } = ui.words
  return (
    <section aria-label={gettingStarted}>
      <button
        type="button"
        class="launcher"
        aria-expanded={expanded}
        aria-haspopup="dialog"
        onClick={() => ui.act({ do: expanded ? 'close' : 'open' })}
      >
        <Ring fraction={fraction} done={done} of={of} />
        <span class="launcher-name">
          {gettingStarted}
          <span class="aloud">, {says(done, of)}</span>
        </span>
        <span class="small" aria-hidden="true">
          {done}/{of}
        </span>
      </button>
    </section>
  )
}

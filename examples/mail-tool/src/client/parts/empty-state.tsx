import type { ComponentChildren, VNode } from 'preact'

interface EmptyStateProps {
  title: string
  body: string
  /** The one thing to do about it. */
  children?: ComponentChildren
}

/** Where nothing is yet: what will be here, and how to get there. */
export function EmptyState({ title, body, children }: EmptyStateProps): VNode {
  return (
    <div class="empty-state">
      <Envelope />
      <h2>{title}</h2>
      <p>{body}</p>
      {children}
    </div>
  )
}

/** An open envelope with a sheet looking out. */
function Envelope(): VNode {
  return (
    <svg viewBox="0 0 132 96" width="132" height="96" aria-hidden="true" class="envelope">
      <path class="envelope-back" d="M12 44 66 8l54 36v44H12z" />
      <path class="envelope-sheet" d="M28 24h76v52H28z" />
      <path class="envelope-ink" d="M40 37h30M40 46h52M40 55h44" />
      <path class="envelope-front" d="M12 44l54 34 54-34v44H12z" />
      <circle class="envelope-seal" cx="66" cy="76" r="7.5" />
    </svg>
  )
}

import type { ComponentChildren, VNode } from 'preact'
import { useEffect } from 'preact/hooks'

interface PageHeadProps {
  title: string
  lead?: string
  /** Buttons at the end of the row. */
  children?: ComponentChildren
}

/** The heading of a page, which is the title of the browser's tab too. */
export function PageHead({ title, lead, children }: PageHeadProps): VNode {
  useEffect(() => {
    document.title = `${title} · Binsen`
  }, [title])
  return (
    <header class="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children && <div class="page-actions">{children}</div>}
    </header>
  )
}

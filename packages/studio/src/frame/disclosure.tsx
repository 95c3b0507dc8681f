import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

interface DisclosureProps {
  summary: string
  children: ComponentChildren
}

/** What is drawn only while it is open: a table of thousands of rows costs nothing before. */
export function Disclosure({ summary, children }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  )
}

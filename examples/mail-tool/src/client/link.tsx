import type { ComponentChildren, VNode } from 'preact'
import { useApp } from './app-context.ts'

interface LinkProps {
  href: string
  class?: string
  /** Marks the page that is open now. */
  current?: boolean
  onFollow?: () => void
  children: ComponentChildren
}

/** A link within the product. Opening it in a new tab works as with any link. */
export function Link({ href, current, onFollow, children, ...rest }: LinkProps): VNode {
  const { router } = useApp()
  return (
    <a
      {...rest}
      href={href}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        onFollow?.()
        router.navigate(href)
      }}
    >
      {children}
    </a>
  )
}

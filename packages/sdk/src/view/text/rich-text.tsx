import type { Block, Inline, RichText as Tree } from '@firstwin/schema'
import type { ComponentChildren, VNode } from 'preact'
import { checkLink } from '../../link.ts'

interface RichTextProps {
  text: Tree
  /** Opens a path of the host in the page. */
  follow: (href: string) => void
}

/** Paragraphs and lists, out of a closed set of tags. What is no safe link is drawn as text. */
export function RichText({ text, follow }: RichTextProps): VNode {
  return <>{text.map((block) => drawBlock(block, follow))}</>
}

/** The words of all paragraphs in one line, for titles and labels. */
export function Line({ text, follow }: RichTextProps): VNode {
  return (
    <>{text.map((block) => block.type === 'paragraph' && drawInlines(block.content, follow))}</>
  )
}

function drawBlock(block: Block, follow: RichTextProps['follow']): VNode {
  if (block.type === 'paragraph') return <p>{drawInlines(block.content, follow)}</p>
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List>
      {block.items.map((item) => (
        <li>{drawInlines(item, follow)}</li>
      ))}
    </List>
  )
}

function drawInlines(
  content: readonly Inline[],
  follow: RichTextProps['follow'],
): ComponentChildren {
  return content.map((node) => {
    switch (node.type) {
      case 'text':
        return node.text
      case 'code':
        return <code>{node.text}</code>
      case 'break':
        return <br />
      case 'strong':
        return <strong>{drawInlines(node.content, follow)}</strong>
      case 'em':
        return <em>{drawInlines(node.content, follow)}</em>
      case 'link':
        return (
          <Link href={node.href} follow={follow}>
            {drawInlines(node.content, follow)}
          </Link>
        )
      case 'trait':
        return node.fallback
    }
  })
}

interface LinkProps {
  href: string
  class?: string
  /** Called with a path of the host instead of leaving the page. */
  follow: (href: string) => void
  /** Called whenever the link is followed, in the page or in a tab of its own. */
  onFollow?: () => void
  children: ComponentChildren
}

/**
 * A link, or its words alone where `href` is not safe. One that leaves the host says where to, in
 * letters and for screen readers, whatever its words promise; it opens in a tab that does not know
 * this one.
 */
export function Link({ href, follow, onFollow, children, ...rest }: LinkProps): VNode {
  const link = checkLink(href)
  if (!link) return <span>{children}</span>
  const onClick = (event: MouseEvent): void => {
    const inPage = !link.external && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (inPage) {
      event.preventDefault()
      follow(link.href)
    }
    onFollow?.()
  }
  const away = link.external ? ({ target: '_blank', rel: 'noopener noreferrer' } as const) : {}
  const site = link.external && new URL(link.href).host
  return (
    <a class={rest.class} href={link.href} onClick={onClick} {...away}>
      {children}
      {site && <small>{` (${site})`}</small>}
    </a>
  )
}

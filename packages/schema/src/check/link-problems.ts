import type { Journey } from '../journey.ts'
import { type Inline, parseRichText } from '../rich-text.ts'
import { isText } from '../text-keys.ts'
import type { Path, Problem } from './problem.ts'
import { walk } from './walk.ts'

/** Keys whose value is drawn as a link, and those that are only fetched. */
const LINK_KEYS = new Set<unknown>(['href', 'link'])
const ADDRESS_KEYS = new Set<unknown>([
  'src',
  'captions',
  'poster',
  'portrait',
  'signature',
  'webhook',
])

/** Links that would not be drawn, and links that lose the protection of https. */
export function linkProblems(journey: Journey): Problem[] {
  return walk(journey).flatMap(({ path, value }) => {
    if (isText(path)) return textLinks(value, path)
    if (typeof value !== 'string' || path[0] === 'audiences') return []
    if (LINK_KEYS.has(path.at(-1))) return linkProblem(value, path)
    return ADDRESS_KEYS.has(path.at(-1)) ? insecureLink(value, path) : []
  })
}

function textLinks(text: unknown, path: Path): Problem[] {
  if (typeof text === 'string') {
    const lines = parseRichText(text).flatMap((block) =>
      block.type === 'list' ? block.items.flat() : block.content,
    )
    return lines.flatMap(hrefs).flatMap((href) => linkProblem(href, path))
  }
  if (typeof text !== 'object' || text === null) return []
  return Object.entries(text).flatMap(([locale, words]) => textLinks(words, [...path, locale]))
}

function hrefs(node: Inline): string[] {
  const inner = 'content' in node ? node.content.flatMap(hrefs) : []
  return node.type === 'link' ? [node.href, ...inner] : inner
}

function linkProblem(href: string, path: Path): Problem[] {
  if (isDrawn(href)) return insecureLink(href, path)
  const link = JSON.stringify(href)
  const message = `${link} is not shown as a link. Use a route (/reports), https, mailto or tel.`
  return [{ severity: 'error', code: 'unsafe-link', path, message }]
}

function insecureLink(href: string, path: Path): Problem[] {
  if (!/^http:\/\//i.test(href)) return []
  const link = JSON.stringify(href)
  const message = `${link} is not encrypted, and browsers block it or warn. Use https.`
  return [{ severity: 'warning', code: 'insecure-link', path, message }]
}

/** What views draw: a route, a URL without a user name, mailto and tel; no invisible characters. */
function isDrawn(href: string): boolean {
  if (/[\\\s\p{Cc}\p{Cf}]/u.test(href)) return false
  return /^(?:https?:\/\/[^/?#@]+(?:[/?#]|$)|\/(?!\/)|(?:mailto|tel):.)/i.test(href)
}

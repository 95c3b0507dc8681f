import { matches } from '../../node/read-node.ts'

interface Labelled {
  labels?: Iterable<Element> | null
}

/** The labels of a field. A form shows a field named "labels" here, which may be a list of others. */
export function labelsOf(element: Element & Labelled): Element[] {
  const { labels } = element
  if (matches(element, 'form')) return []
  return typeof labels?.[Symbol.iterator] === 'function' ? [...labels] : []
}

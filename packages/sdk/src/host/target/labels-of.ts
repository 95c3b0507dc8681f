interface Labelled {
  labels?: Iterable<Element> | null
}

/** The labels of a field. A form shows a field named "labels" here, which is no list. */
export function labelsOf({ labels }: Element & Labelled): Element[] {
  return typeof labels?.[Symbol.iterator] === 'function' ? [...labels] : []
}

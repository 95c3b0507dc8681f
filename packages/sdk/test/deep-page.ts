/** For tests: an element with an open shadow root that holds this. */
export function addRoot(into: Node, html = '', tag = 'my-element'): ShadowRoot {
  const host = document.createElement(tag)
  into.appendChild(host)
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = html
  return root
}

/** For tests: a frame of the same origin that holds this, and its document. */
export function addFrame(into: Node, html = ''): Document {
  const frame = document.createElement('iframe')
  into.appendChild(frame)
  const { contentDocument } = frame
  if (!contentDocument) throw new Error('The frame has no document.')
  contentDocument.body.innerHTML = html
  return contentDocument
}

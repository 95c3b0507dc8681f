/** What is read or called of elements on the way from a target to the page, and of the target. */
const NAMES =
  'assignedSlot parentElement parentNode host matches closest contains getRootNode ownerDocument nodeType localName tagName shadowRoot children childNodes attributes getAttribute textContent labels style isConnected checkVisibility getBoundingClientRect getClientRects compareDocumentPosition querySelector querySelectorAll offsetWidth clientWidth clientHeight clientLeft clientTop scrollLeft scrollTop scrollWidth scrollHeight scrollTo focus firstChild isContentEditable addEventListener currentCSSZoom'

/** A form whose fields stand in the place of all that one could ask it for. */
export function clobberingForm(): HTMLFormElement {
  const form = document.createElement('form')
  for (const name of NAMES.split(' ')) {
    const field = document.createElement('input')
    field.setAttribute('name', name)
    field.style.cssText = 'position:absolute;width:1px;height:1px'
    Node.prototype.appendChild.call(form, field)
  }
  return form
}

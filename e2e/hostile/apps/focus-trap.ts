import { createFocusTrap } from 'focus-trap'

/* A product that made its dialog itself, around focus-trap. */

const MARKUP = `<button type="button" id="open">Open</button>
<div id="dialog" role="dialog" aria-modal="true" aria-labelledby="title" hidden
  style="position:fixed;top:40px;left:40px;width:420px;padding:24px;background:#fff">
  <h2 id="title">Send a mail</h2>
  <label>To <input name="to"></label>
  <p style="margin-left:120px"><button type="button" data-firstwin="target">Send</button></p>
  <button type="button" id="cancel">Cancel</button>
</div>`

document.body.insertAdjacentHTML('beforeend', MARKUP)
const find = (id: string): HTMLElement => document.getElementById(id) ?? document.body
const dialog = find('dialog')

const trap = createFocusTrap(dialog, {
  escapeDeactivates: true,
  clickOutsideDeactivates: false,
  onDeactivate: () => {
    dialog.hidden = true
  },
})

find('open').addEventListener('click', () => {
  dialog.hidden = false
  trap.activate()
})
find('cancel').addEventListener('click', () => trap.deactivate())

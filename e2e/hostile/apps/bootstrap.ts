import 'bootstrap'
import 'bootstrap/dist/css/bootstrap.min.css'

/* A product whose dialogs are Bootstrap's. */

const MARKUP = `<button type="button" data-bs-toggle="modal" data-bs-target="#dialog">Open</button>
<div class="modal fade" id="dialog" tabindex="-1" aria-labelledby="title">
  <div class="modal-dialog"><div class="modal-content"><div class="modal-body">
    <h2 id="title">Send a mail</h2>
    <label>To <input name="to"></label>
    <p style="margin-left:120px"><button type="button" data-firstwin="target">Send</button></p>
    <button type="button" data-bs-dismiss="modal">Cancel</button>
  </div></div></div>
</div>`

document.body.insertAdjacentHTML('beforeend', MARKUP)

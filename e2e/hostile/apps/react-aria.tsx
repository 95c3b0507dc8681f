import { Button, Dialog, DialogTrigger, Heading, Modal } from 'react-aria-components'
import { createRoot } from 'react-dom/client'

/* A product whose dialogs are React Aria's. */

function App() {
  return (
    <DialogTrigger>
      <Button>Open</Button>
      <Modal
        isDismissable
        style={{ position: 'fixed', top: 40, left: 40, width: 420, background: '#fff' }}
      >
        <Dialog style={{ padding: 24 }}>
          <Heading slot="title">Send a mail</Heading>
          <label>
            To <input name="to" />
          </label>
          <p style={{ marginLeft: 120 }}>
            <button type="button" data-firstwin="target">
              Send
            </button>
          </p>
          <Button slot="close">Cancel</Button>
        </Dialog>
      </Modal>
    </DialogTrigger>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(<App />)

import { Dialog, DialogBackdrop, DialogPanel, DialogTitle } from '@headlessui/react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/* A product whose dialogs are Headless UI's. */

function App() {
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Dialog open={isOpen} onClose={close} style={{ position: 'fixed', inset: 0 }}>
        <DialogBackdrop style={{ position: 'fixed', inset: 0, background: '#0006' }} />
        <DialogPanel
          style={{
            position: 'fixed',
            top: 40,
            left: 40,
            width: 420,
            padding: 24,
            background: '#fff',
          }}
        >
          <DialogTitle>Send a mail</DialogTitle>
          <label>
            To <input name="to" />
          </label>
          <p style={{ marginLeft: 120 }}>
            <button type="button" data-firstwin="target">
              Send
            </button>
          </p>
          <button type="button" onClick={close}>
            Cancel
          </button>
        </DialogPanel>
      </Dialog>
    </>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(<App />)

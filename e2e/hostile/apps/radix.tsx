import * as Dialog from '@radix-ui/react-dialog'
import { createRoot } from 'react-dom/client'

/* A product whose dialogs are Radix's. */

function App() {
  return (
    <Dialog.Root>
      <Dialog.Trigger>Open</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay style={{ position: 'fixed', inset: 0, background: '#0006' }} />
        <Dialog.Content
          style={{
            position: 'fixed',
            top: 40,
            left: 40,
            width: 420,
            padding: 24,
            background: '#fff',
          }}
        >
          <Dialog.Title>Send a mail</Dialog.Title>
          <Dialog.Description>To everybody.</Dialog.Description>
          <label>
            To <input name="to" />
          </label>
          <p style={{ marginLeft: 120 }}>
            <button type="button" data-firstwin="target">
              Send
            </button>
          </p>
          <Dialog.Close>Cancel</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(<App />)

import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/* A product whose dialogs are Material UI's. */

function App() {
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Dialog open={isOpen} onClose={close} aria-labelledby="title">
        <DialogTitle id="title">Send a mail</DialogTitle>
        <DialogContent>
          <label>
            To <input name="to" />
          </label>
          <p style={{ marginLeft: 120 }}>
            <button type="button" data-firstwin="target">
              Send
            </button>
          </p>
          <Button onClick={close}>Cancel</Button>
        </DialogContent>
      </Dialog>
    </>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(<App />)

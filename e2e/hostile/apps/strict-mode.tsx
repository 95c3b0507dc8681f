import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'

/* A product that starts Firstwin in an effect, which React's strict mode runs twice. */

interface Api {
  init: (options?: object) => void
  stop: () => void
}

function App() {
  useEffect(() => {
    const { firstwin } = globalThis as unknown as { firstwin: Api }
    firstwin.init({})
    return () => firstwin.stop()
  }, [])
  return (
    <p style={{ margin: '160px 0 0 320px' }}>
      <button type="button" data-firstwin="target">
        Send
      </button>
    </p>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

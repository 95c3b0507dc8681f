import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'

/* A product that starts and stops us in an effect, which React runs twice in development. */

interface Api {
  init: (options: object) => void
  on: (name: string, listener: (properties: object, name: string) => void) => void
  stop: () => void
}

declare global {
  var firstwin: Api
  var seen: { reports: object[] }
}

function useFirstwin(): void {
  useEffect(() => {
    firstwin.init({ journey: `${location.pathname}/journey.json` })
    firstwin.on('*', (properties, name) => seen.reports.push({ name, properties }))
    return () => firstwin.stop()
  }, [])
}

function App() {
  useFirstwin()
  return (
    <p style={{ margin: '160px 320px' }}>
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

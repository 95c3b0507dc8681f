import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { createRoot } from 'react-dom/client'

/* A long list of which only the rows in view are in the page; an element is used for many rows. */

const ROW_PX = 40
const POOL = 24

function App() {
  const list = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: 1000,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    overscan: 2,
  })
  return (
    <div ref={list} id="list" style={{ height: 400, width: 360, overflow: 'auto', margin: 60 }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={index % POOL}
            data-firstwin={`row-${index}`}
            style={{ position: 'absolute', top: start, height: ROW_PX, width: '100%' }}
          >
            Row {index}
          </div>
        ))}
      </div>
    </div>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(<App />)

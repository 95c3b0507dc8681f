import { hydrateRoot } from 'react-dom/client'

/*
 * A product that was rendered on a server, the whole document, and is brought to life by
 * `hydrate(words)`. Other words than the server's are a mismatch: React makes the document anew.
 */

declare global {
  var hydrate: (words: string) => void
}

function Document({ words }: { words: string }) {
  return (
    <html lang="en">
      <head>
        <title>Host</title>
      </head>
      <body>
        <main>
          <h1>{words}</h1>
          <p style={{ margin: '160px 320px' }}>
            <button type="button" data-firstwin="target">
              Send
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}

globalThis.hydrate = (words) => {
  hydrateRoot(document, <Document words={words} />)
}

import { readFile } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'

const GALLERY = join(import.meta.dirname, '../../packages/sdk/src/view/gallery')
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

export interface Gallery {
  /** With a slash at its end. */
  url: string
  close: () => void
}

/** The page with everything that can be shown, built as it is and served from memory's edge. */
export async function openGallery(): Promise<Gallery> {
  const outDir = mkdtempSync(join(tmpdir(), 'gallery-'))
  await build({
    root: GALLERY,
    configFile: join(GALLERY, 'vite.config.js'),
    base: './',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname
    const name = path === '/' ? 'index.html' : path.replaceAll('..', '')
    readFile(join(outDir, name)).then(
      (file) => response.setHeader('content-type', TYPES[extname(name)] ?? '').end(file),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}

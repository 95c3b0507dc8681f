import { existsSync } from 'node:fs'

/** Keep the browser from calling home: on machines without a way out each call is a refusal. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * How to launch Chromium: a path from the environment, else the system's package, else (no path)
 * the test tool's own download.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromium() {
  const path =
    process.env['CHROMIUM'] ??
    ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((candidate) =>
      existsSync(candidate),
    )
  return { args: QUIET, ...(path ? { executablePath: path } : {}) }
}

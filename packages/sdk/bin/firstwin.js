#!/usr/bin/env node
// Old syntax up to here, so that an old Node can say that it is too old.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`Firstwin needs Node 22.13 or newer; this is ${process.versions.node}.`)
  process.exitCode = 1
} else {
  const { main } = await import('@firstwin/cli')
  // The script tag is in this package, so `serve` can hand it out.
  await main({ scriptDir: new URL('../dist/script', import.meta.url) })
}

#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`Firstwin needs Node 22.13 or newer; this is ${process.versions.node}.`)
  process.exitCode = 1
} else {
  const { main } = await import('../dist/index.js')
  await main()
}

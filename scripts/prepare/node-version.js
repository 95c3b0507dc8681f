import { Stop } from './stop.js'

/** Set by vite 8, the newest of the tools that run before the project's own Node is there. */
const OLDEST = [20, 19]

/**
 * Whether this version of Node can prepare the project.
 * @param {string} version as `process.versions.node`: "20.19.0"
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/**
 * @param {string} [version]
 * @throws {Stop} If Node is older than 20.19.
 */
export function checkNodeVersion(version = process.versions.node) {
  if (isNewEnough(version)) return
  throw new Stop(
    `This is Node ${version}; Firstwin needs Node ${OLDEST.join('.')} or newer.\n` +
      'Install a newer one from https://nodejs.org and run the command again.',
  )
}

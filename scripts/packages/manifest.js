/** @typedef {Record<string, string> | undefined} Strings */
/** @typedef {{ name: string, scripts?: Strings, dependencies?: Strings }} Manifest */
/** @typedef {{ hasInstallScript?: boolean, dependencies?: Strings, resolved?: string, link?: boolean }} Locked */
/** @typedef {{ packages: Record<string, Locked> }} Lock */

const RUN_AT_INSTALL = ['preinstall', 'install', 'postinstall', 'prepare']
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/**
 * What would run on the machine of somebody who installs the package.
 * @param {Manifest} manifest
 * @param {Lock} lock
 * @returns {string[]}
 */
export function installScripts({ name, scripts, dependencies }, lock) {
  const own = RUN_AT_INSTALL.filter((script) => scripts?.[script] !== undefined)
  const needed = closure(Object.keys(dependencies ?? {}), lock)
  const theirs = needed.filter((one) => lock.packages[`node_modules/${one}`]?.hasInstallScript)
  return [
    ...own.map((script) => `${name} has the script ${script}: nothing of ours runs at install.`),
    ...theirs.map((one) => `${name} needs ${one}, which runs a script at install.`),
  ]
}

/**
 * Versions that would be another one tomorrow.
 * @param {Manifest} manifest
 * @returns {string[]}
 */
export function looseVersions({ name, dependencies = {} }) {
  const loose = Object.entries(dependencies).filter(([, version]) => !EXACT.test(version))
  return loose.map(([one, version]) => `${name} needs ${one} ${version}: pin one version.`)
}

/**
 * @param {readonly string[]} names
 * @param {Lock} lock
 */
function closure(names, lock) {
  const seen = new Set(names)
  for (const name of seen) {
    const found = lock.packages[`node_modules/${name}`]
    const own = found?.link ? lock.packages[found.resolved ?? ''] : found
    for (const more of Object.keys(own?.dependencies ?? {})) seen.add(more)
  }
  return [...seen]
}

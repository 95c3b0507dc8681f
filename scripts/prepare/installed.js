/**
 * What both files say of a package, as far as it matters here.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked
 */

/** @typedef {{ packages: Record<string, Locked> }} Lock by place: "node_modules/zod" */

/**
 * Whether all that the lock file asks for is installed. Optional packages may be absent: most are
 * builds for other systems.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} found node_modules/.package-lock.json, which npm writes last
 */
export function isInstalled(wanted, found) {
  return Object.entries(wanted.packages).every(([place, entry]) => {
    if (!place.startsWith('node_modules/')) return true
    const there = found.packages[place]
    if (!there) return Boolean(entry.optional ?? entry.devOptional)
    return there.version === entry.version && there.integrity === entry.integrity
  })
}

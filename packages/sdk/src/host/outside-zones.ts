interface Zones {
  root?: { run: <Result>(run: () => Result) => Result }
}

declare global {
  var Zone: Zones | undefined
}

/**
 * Zone.js makes Angular look at the whole page after each timer, listener and frame that was asked
 * for in one of its zones. What we ask for is none of its business.
 */
export function outsideZones<Result>(run: () => Result): Result {
  const { Zone } = globalThis
  return Zone?.root ? Zone.root.run(run) : run()
}

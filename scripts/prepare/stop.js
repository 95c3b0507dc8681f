/** A condition that the reader can mend. Its message says what is wrong and what to do. */
export class Stop extends Error {
  /** @override */
  name = 'Stop'
}

/**
 * Runs a command's main function. A `Stop` ends the process with its message and code 1, without a
 * stack: the reader can act on the message. Anything else is a bug and keeps its stack.
 * @param {() => Promise<void> | void} main
 */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    if (error instanceof Stop) console.error(`\n${error.message}`)
    else console.error(error)
    process.exitCode = 1
  }
}

/**
 * Does one step and says so in a line: its name when it begins, its seconds when it ends.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>} what `work` returns
 */
export async function step(name, work) {
  const started = performance.now()
  process.stdout.write(`  ${name} …`)
  try {
    return await work()
  } finally {
    process.stdout.write(` ${seconds(performance.now() - started)}\n`)
  }
}

/**
 * @param {number} ms
 * @returns {string} like "3.4 s"
 */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

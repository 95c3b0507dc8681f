/** Does one thing after the other, in the order in which they were asked for. */
export interface Line {
  run: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve()

  return {
    run(work) {
      const result = last.then(work)
      // Whoever asked hears of a failure; those who come after do not.
      last = result.catch(() => undefined)
      return result
    },
  }
}

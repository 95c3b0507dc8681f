/** What has been begun and is not answered yet. */
export interface UnderWay {
  /** Gives what comes of `work`, and counts it until it is done. */
  readonly watch: <Result>(work: Promise<Result>) => Promise<Result>
  /** Resolves when nothing is under way, or after `graceMs`: some senders never end. */
  readonly settled: (graceMs: number) => Promise<void>
}

export function createUnderWay(): UnderWay {
  let count = 0
  let onIdle = (): void => undefined

  return {
    async watch(work) {
      count += 1
      try {
        return await work
      } finally {
        count -= 1
        if (count === 0) onIdle()
      }
    },
    async settled(graceMs) {
      if (count === 0) return
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, graceMs)
        onIdle = () => {
          clearTimeout(late)
          resolve()
        }
      })
    },
  }
}

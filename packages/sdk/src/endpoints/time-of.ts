/** 2096: a clock that says more is wrong, and from the year 10000 on receivers read other texts. */
const LATEST_MS = 4e12

/** Milliseconds since 1970; `undefined` where it is no time that receivers would take. */
export function timeOf(iso: string): number | undefined {
  const time = Date.parse(iso)
  return time >= 0 && time < LATEST_MS ? time : undefined
}

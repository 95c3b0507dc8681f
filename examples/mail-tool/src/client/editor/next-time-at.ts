/** The next moment after `now` at which a clock on the wall shows `hour`:00. */
export function nextTimeAt(hour: number, now: number): number {
  const time = new Date(now)
  time.setHours(hour, 0, 0, 0)
  if (time.getTime() <= now) time.setDate(time.getDate() + 1)
  return time.getTime()
}

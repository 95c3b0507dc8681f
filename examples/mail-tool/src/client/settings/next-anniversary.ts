/** The first moment after `now` that lies a whole number of years after `start`. */
export function nextAnniversary(start: number, now: number): number {
  const day = new Date(start)
  do day.setFullYear(day.getFullYear() + 1)
  while (day.getTime() <= now)
  return day.getTime()
}

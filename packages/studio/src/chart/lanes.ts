/**
 * Puts dots that would cover each other on different lanes: for each place (px, in rising order)
 * the lane, from 0. Where more stand at one place than there are lanes, they share the last ones.
 */
export function lanes(places: readonly number[], gap: number, count: number): number[] {
  const ends: number[] = Array.from({ length: count }, () => Number.NEGATIVE_INFINITY)
  let shared = 0
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= gap)
    shared = (shared + 1) % count
    const lane = free === -1 ? shared : free
    ends[lane] = place
    return lane
  })
}

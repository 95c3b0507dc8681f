/**
 * Runs in the page: from now on `Math.random()` gives the same numbers each time, so that the paper
 * falls the same way in each picture. Park and Miller's generator.
 */
export function repeatChance(): void {
  const MODULUS = 2_147_483_647
  let state = 20_261_124
  Math.random = () => {
    state = (state * 48_271) % MODULUS
    return state / MODULUS
  }
}

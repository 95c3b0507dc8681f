/** One invented customer of the example, for the pictures of the results screen. */
export interface Customer {
  name: string
  /** Hours between the contract and the moment of the picture. */
  hoursAgo: number
  /** Minutes from the contract to each task, in the order of the path; it ends where they stopped. */
  minutes: readonly number[]
  /** Days from the contract to the tenth mail of a week. */
  tenMailsDay?: number
}

/**
 * Two weeks of a small product: most are done within the hour, some come back on another day, a few
 * are still on the way. Nobody real.
 */
export const CUSTOMERS: readonly Customer[] = [
  { name: 'Mei Sato', hoursAgo: 334, minutes: [2, 4, 9], tenMailsDay: 5.2 },
  { name: 'Jonas Weber', hoursAgo: 327, minutes: [3, 6, 17], tenMailsDay: 9.6 },
  { name: 'Priya Nair', hoursAgo: 311, minutes: [1, 3, 7], tenMailsDay: 3.8 },
  { name: 'Haruto Ito', hoursAgo: 303, minutes: [4, 9] },
  { name: 'Elena Rossi', hoursAgo: 287, minutes: [2, 5, 12], tenMailsDay: 7.1 },
  { name: 'Yui Nakamura', hoursAgo: 282, minutes: [6, 15, 190] },
  { name: 'Tom Becker', hoursAgo: 264, minutes: [2, 4, 11], tenMailsDay: 10.4 },
  { name: 'Sofia Lind', hoursAgo: 258, minutes: [3, 7, 24] },
  { name: 'Riku Mori', hoursAgo: 239, minutes: [1, 2, 6], tenMailsDay: 4.5 },
  { name: 'Amara Obi', hoursAgo: 216, minutes: [5, 12, 38] },
  { name: 'Kenta Abe', hoursAgo: 212, minutes: [] },
  { name: 'Clara Dubois', hoursAgo: 191, minutes: [2, 5, 14], tenMailsDay: 6.3 },
  { name: 'Sakura Hayashi', hoursAgo: 187, minutes: [3, 8, 75] },
  { name: 'Liam Byrne', hoursAgo: 166, minutes: [2, 4, 8] },
  { name: 'Nao Fujita', hoursAgo: 143, minutes: [] },
  { name: 'Ines Silva', hoursAgo: 139, minutes: [2, 6, 16] },
  { name: 'Daichi Ogawa', hoursAgo: 118, minutes: [9] },
  { name: 'Marta Nowak', hoursAgo: 95, minutes: [2, 3, 10] },
  { name: 'Aya Kondo', hoursAgo: 91, minutes: [3, 6, 13] },
  { name: 'Noah Meyer', hoursAgo: 70, minutes: [7, 26] },
  { name: 'Hina Okada', hoursAgo: 47, minutes: [1, 3, 8] },
  { name: 'Leo Marin', hoursAgo: 44, minutes: [3, 10] },
  { name: 'Rin Ueda', hoursAgo: 22, minutes: [2, 5, 12] },
  { name: 'Ada Novak', hoursAgo: 3, minutes: [2, 6, 19] },
]

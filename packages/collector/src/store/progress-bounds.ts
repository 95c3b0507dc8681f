/**
 * A user has a few devices. Whoever signs in anew every day leaves a part each time: what all of
 * them reached is in the newest ones too.
 */
export const MOST_PARTS = 32

/** Of which a user's progress is kept: those that they were in last. */
export const MOST_JOURNEYS = 100

/** Events in a batch. */
export const MOST = 100
const KIB = 1024
/** 48 KiB, less room for what stands around the events, such as a token. */
export const BATCH_BYTES = 46 * KIB
/** What travels with each event besides its text: a comma, and the library with its version. */
export const MORE_BYTES = 60
export const EVENT_BYTES = 16 * KIB
/** How long an event may wait. */
export const MAX_AGE_MS = 7 * 24 * 3_600_000
/** What came is sent so soon. */
export const FLUSH_MS = 1000

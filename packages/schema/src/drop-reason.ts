/**
 * Why a sender lost an event before it could send it: too many waited, it waited for too long, it is
 * too big, the endpoint refused it, or it was not readable any more.
 */
export const DROP_REASONS = ['cap', 'age', 'size', 'refused', 'invalid'] as const

export type DropReason = (typeof DROP_REASONS)[number]

import { z } from 'zod'

/** A number and a unit: `30s`, `10m`, `2h`, `7d`, `1w`. */
export const duration = z
  .string()
  .regex(/^\d+(?:\.\d+)?(?:ms|s|m|h|d|w)$/, 'a number and a unit: 30s, 10m, 2h, 7d or 1w')
  .describe('A number and a unit: 30s, 10m, 2h, 7d or 1w.')

export type Duration = z.infer<typeof duration>

import { z } from 'zod'

/** Ids name stored progress: reusing one shows an old user's progress on a new thing. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower case letters, digits and single hyphens')
  .max(64)
  .describe('Stable and unique within its kind: lower case letters, digits and hyphens.')

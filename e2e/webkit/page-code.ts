import * as act from './page-act.ts'
import * as find from './page-find.ts'
import * as names from './page-names.ts'

/**
 * The functions of page-*.ts as one text to run in a page: they call one another by name, which is
 * the same there. Typed and formatted here like all other code, though they never run here.
 */
export const PAGE_CODE = [names, find, act]
  .flatMap((module) => Object.values<unknown>(module))
  .map(String)
  .join('\n')

/** Those that are called from here, by name. */
export type PageFunctions = typeof act & typeof find

import { z } from 'zod'

/**
 * A path of the host, with a query and a hash if need be. Browsers leave the host by two slashes, and
 * by what they take for slashes: backslashes, or two with a space or control character between.
 */
export const route = z.string().regex(
  // oxlint-disable-next-line no-control-regex -- control characters are what it refuses
  /^(?=\/)(?:\/[^\u0000-\u0020\u007f-\u009f\\/?#]+)*\/?(?:[?#][^\u0000-\u0020\u007f-\u009f\\]*)?$/,
  'a route starts with one /, and has neither spaces nor backslashes nor //',
)

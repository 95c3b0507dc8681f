/** A file that cannot be read as a table of events at all. Its message says where, and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}

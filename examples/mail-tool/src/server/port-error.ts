/**
 * An error that says which port is the matter and what to do about it.
 * @param variable name of the environment variable that chooses the port
 */
export function portError(error: Error, port: number, variable: string): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} is taken by another program. Stop that one, or choose another port with ${variable}.`,
      { cause: error },
    )
  }
  if (code === 'EACCES') {
    return new Error(
      `This user may not listen on port ${port}. Choose one above 1023 with ${variable}.`,
      { cause: error },
    )
  }
  return error
}

/** For tests: the address of a file with this text. */
export function journeyUrl(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }))
}

/** For tests: an address that no answer comes from. */
export function deadUrl(): string {
  const url = journeyUrl('')
  URL.revokeObjectURL(url)
  return url
}

/**
 * The key in an `Authorization` header: `Bearer key`, or `Basic` with the key as the name and no
 * password, as the SDKs of Segment send it. `undefined` if there is none.
 */
export function givenKey(authorization: string | undefined): string | undefined {
  const [scheme = '', value = ''] = authorization?.trim().split(/\s+/) ?? []
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value === '' ? undefined : value
    case 'basic':
      return nameIn(value)
    default:
      return undefined
  }
}

function nameIn(credentials: string): string | undefined {
  const name = Buffer.from(credentials, 'base64').toString('utf8').split(':')[0]
  return name === '' ? undefined : name
}

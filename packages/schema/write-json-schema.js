import { writeFileSync } from 'node:fs'
import { toJsonSchema } from './src/json-schema.ts'

const file = new URL('journey.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(toJsonSchema(), undefined, 2)}\n`)

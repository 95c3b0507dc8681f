import type { Part } from '../part.ts'

export const form: Part = { css: '', draw: () => undefined }

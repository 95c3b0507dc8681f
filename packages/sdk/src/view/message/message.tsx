import type { Part } from '../part.ts'

export const message: Part = { css: '', draw: () => undefined }

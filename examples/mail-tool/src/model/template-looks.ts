import type { Look, TemplateId } from './template.ts'

export const TEMPLATE_LOOKS: Record<TemplateId, Look> = {
  sale: { banner: 'figure', paint: '#b23a22', ink: '#fff6ec', accent: '#b23a22' },
  newsletter: { banner: 'masthead', paint: '#fffdf8', ink: '#26332f', accent: '#1f5f50' },
  arrival: { banner: 'figure', paint: '#e7c46c', ink: '#3b2c08', accent: '#7a5a10' },
  event: { banner: 'card', paint: '#35507a', ink: '#23344f', accent: '#35507a' },
  thanks: { banner: 'card', paint: '#d9e5d3', ink: '#2d4a35', accent: '#2f6846' },
  note: { banner: 'plain', paint: '#fffdf8', ink: '#2b2723', accent: '#5b4636' },
}

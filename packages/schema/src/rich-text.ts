/** Text after parsing: what views draw, as a closed tree. There is no HTML in it. */
export type RichText = readonly Block[]

export type Block =
  | { type: 'paragraph'; content: readonly Inline[] }
  | { type: 'list'; ordered: boolean; items: readonly (readonly Inline[])[] }

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'em'; content: readonly Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; content: readonly Inline[] }
  | { type: 'trait'; trait: string; fallback: string }

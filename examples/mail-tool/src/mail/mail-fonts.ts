/** Font stacks in single quotes: they stand in style attributes. */
export const SANS =
  "-apple-system,'Segoe UI',Roboto,'Hiragino Sans','Noto Sans CJK JP',Arial,sans-serif"
export const SERIF =
  "'Iowan Old Style','Palatino Linotype','Yu Mincho','Noto Serif CJK JP',Georgia,serif"

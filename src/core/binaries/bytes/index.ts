export { Bytes, Damaged } from './bytes.ts';
export { type Content, wholeContent } from './content.ts';
export { fileSource } from './file-source.ts';
export { lazyContent } from './lazy-bytes.ts';
export { Cursor } from './leb128.ts';
export { occurrences } from './occurrences.ts';
export { pieceBytes, readPieces } from './pieces.ts';

/** Fetches the palette's code; also called a moment before it is wanted, so that the first letter typed is not lost. */
export function loadPalette() {
  return import('./palette.tsx');
}

/** The page's own font for a canvas, in px of the screen (`ratio` 1) or of the canvas. */
export function font(ratio = 1, weight = 400): string {
  return `${weight} ${11 * ratio}px ${getComputedStyle(document.body).fontFamily}`;
}

/** The page's font for use in a canvas; `ratio` is the number of canvas pixels per CSS pixel. */
export function font(ratio = 1, weight = 400): string {
  return `${weight} ${11 * ratio}px ${getComputedStyle(document.body).fontFamily}`;
}

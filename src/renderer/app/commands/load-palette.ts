/** Loads the code of the palette. Call it as early as possible, so that no typed letters are lost. */
export function loadPalette(): void {
  void import('../shell/open-overlay.tsx');
  void import('./palette.tsx');
}

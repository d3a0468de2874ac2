/** Loads the code of the palette. Call it as early as possible, so that no typed letters are lost. */
export async function loadPalette() {
  const [palette] = await Promise.all([import('./palette.tsx'), import('../shell/open-overlay.tsx')]);
  return palette;
}

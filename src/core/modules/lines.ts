/**
 * The line of a go.mod or go.work that holds these words next to each other, counted from 1; null: none does, as where
 * they are quoted. Comments are left out. Pure.
 */
export function lineWith(text: string, words: readonly string[]): number | null {
  const at = text.split('\n').findIndex((line) => {
    const found = line.replace(/\/\/.*$/, '').split(/\s+/);
    return found.some((_, start) => words.every((word, index) => found[start + index] === word));
  });
  return at < 0 ? null : at + 1;
}

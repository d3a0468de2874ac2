import { editDistance } from '#core/system';

const maxNames = 3;

/** Names similar to `word`: they differ by one or two letters, or one contains the other. At most `maxNames`. Pure. */
export function nearNames(word: string, names: readonly string[]): string[] {
  const wanted = word.toLowerCase();
  const ranked = [...new Set(names)].map((name) => {
    const lower = name.toLowerCase();
    const isPart = wanted !== '' && (lower.includes(wanted) || wanted.includes(lower));
    return { name, off: isPart ? 1 : editDistance(wanted, lower) };
  });
  const allowed = wanted.length < 4 ? 1 : 2;
  return ranked
    .filter(({ off }) => off <= allowed)
    .toSorted((a, b) => a.off - b.off)
    .slice(0, maxNames)
    .map(({ name }) => name);
}

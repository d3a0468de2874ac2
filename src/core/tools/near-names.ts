const maxNames = 3;

/** Names similar to `word`: they differ by one or two letters, or one contains the other. At most `maxNames`. Pure. */
export function nearNames(word: string, names: readonly string[]): string[] {
  const wanted = word.toLowerCase();
  const ranked = [...new Set(names)].map((name) => {
    const lower = name.toLowerCase();
    const isPart = wanted !== '' && (lower.includes(wanted) || wanted.includes(lower));
    return { name, off: isPart ? 1 : distance(wanted, lower) };
  });
  const allowed = wanted.length < 4 ? 1 : 2;
  return ranked
    .filter(({ off }) => off <= allowed)
    .toSorted((a, b) => a.off - b.off)
    .slice(0, maxNames)
    .map(({ name }) => name);
}

/** The Levenshtein distance between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

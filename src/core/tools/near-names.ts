const most = 3;

/** The names that somebody may have meant who typed `word`: one or two letters off, or with the word in them. Pure. */
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
    .slice(0, most)
    .map(({ name }) => name);
}

/** Letters to change, add or take away to turn one word into the other (Levenshtein). */
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

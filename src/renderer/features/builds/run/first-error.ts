/** The most relevant line of a failed build's log: the first with a position in a file, else the last one. */
export function firstError(log: string): string | null {
  const lines = log
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.find((line) => /^\S+:\d+(?::\d+)?: ./.test(line)) ?? lines.at(-1) ?? null;
}

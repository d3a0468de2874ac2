import type { CommandGroup } from './command.ts';

type Searched = Pick<CommandGroup['items'][number], 'label' | 'keywords'>;

/**
 * The commands that have all typed words in their label or keywords, the best match first: groups by their best
 * command. Chinese is not written with spaces, so a word may be found anywhere in a text.
 */
export function findCommands(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups
    .map(({ label, items }) => {
      const found = items
        .map((item) => ({ item, rank: rankOf(item, words) }))
        .filter(({ rank }) => rank < none)
        .toSorted((a, b) => a.rank - b.rank);
      return { label, items: found.map(({ item }) => item), best: found[0]?.rank ?? none };
    })
    .filter(({ best }) => best < none)
    .toSorted((a, b) => a.best - b.best)
    .map(({ label, items }) => ({ label, items }));
}

const none = 6;

/** 0 for the best match; `none` for no match. */
function rankOf({ label, keywords = '' }: Searched, words: readonly string[]): number {
  const name = label.toLowerCase();
  const all = `${name} ${keywords.toLowerCase()}`;
  if (words.some((word) => !all.includes(word))) return none;
  const typed = words.join(' ');
  if (name === typed || name.startsWith(`${typed} `)) return 0;
  // The first two keywords are the words for what the command does.
  if (keywords.toLowerCase().split(' ').slice(0, 2).includes(typed)) return 1;
  if (name.startsWith(typed)) return 2;
  if (words.every((word) => startsWord(name, word))) return 3;
  return words.every((word) => startsWord(all, word)) ? 4 : 5;
}

function startsWord(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`);
}

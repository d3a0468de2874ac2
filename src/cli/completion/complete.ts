import type { Command } from 'commander';
import type { Host } from '../host.ts';
import { plain } from '../words/plain.ts';
import { type Place, placeOf } from './place.ts';
import { type Candidate, valuesOf } from './values.ts';

/** What a shell is to offer besides the candidates. */
type Others = 'files' | 'folders' | 'none';

/**
 * What the scripts of resources/completions read: a line that says what else to offer, and one line for each word that
 * fits: the word, a tab, and what it is. `words`: those behind `burrow`, the last one unfinished.
 */
export async function completionsFor(
  program: Command,
  words: readonly string[],
  host: Host,
): Promise<string> {
  const place = placeOf(program, words);
  const { others, candidates } = await valuesAt(place, host);
  const fitting = [...commandsAt(place), ...optionsAt(place), ...candidates]
    .map(({ value, description }) => ({ value: place.before + value, description }))
    .filter(({ value }) => isPlainWord(value) && value.startsWith(place.before + place.typed));
  return [others, ...fitting.map(({ value, description }) => `${value}\t${plain(description)}`)].join('\n');
}

/** Words that mean themselves in every shell. Others, such as a program's file name with a `$`, are not offered. */
function isPlainWord(word: string): boolean {
  return /^[\w@%+=:,./-]+$/.test(word);
}

async function valuesAt(place: Place, host: Host): Promise<{ others: Others; candidates: Candidate[] }> {
  const values = (place.mayBeOption ? null : valuesOf(place)) ?? 'none';
  if (typeof values === 'string') return { others: values, candidates: [] };
  const candidates = await values(host, place);
  // A word that could be an option would be read as one.
  return { others: 'none', candidates: candidates.filter(({ value }) => !value.startsWith('-')) };
}

function commandsAt({ command, mayBeCommand }: Place): Candidate[] {
  if (!mayBeCommand) return [];
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((each) => ({ value: each.name(), description: each.description() }));
}

function optionsAt({ command, mayBeOption }: Place): Candidate[] {
  if (!mayBeOption) return [];
  const visible = command.createHelp().visibleOptions(command);
  return visible.flatMap(({ long, short, description }) =>
    [long, short].flatMap((value) => (value ? [{ value, description }] : [])),
  );
}

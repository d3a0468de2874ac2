import type { Found } from './assignments.ts';
import type { PlacedCommand } from './read-commands.ts';

/** What a function does with its argument. */
type Adds = Set<'prepend' | 'append'>;

/**
 * Calls of functions of the same text that add their argument to PATH, as `pathadd ~/go/bin`. Pure.
 */
export function throughFunctions(
  text: string,
  commands: readonly PlacedCommand[],
  found: readonly Found[],
): Found[] {
  const adding = addingFunctions(text, commands, found);
  if (adding.size === 0) return [];
  return commands.flatMap(({ command, within, functions, apart }): Found[] => {
    const [name, first, ...rest] = command.words.map(({ at, end }) => text.slice(at, end));
    const adds = adding.get(name ?? '');
    if (!adds || first === undefined || apart || functions.includes(name ?? '')) return [];
    const saysAfter = rest.some((word) => /^["']?(?:after|append|end|back)["']?$/.test(word));
    const how = adds.has('prepend') && !(adds.has('append') && saysAfter) ? 'prepend' : 'append';
    const { at, end } = command;
    const value = text.slice(command.words[1]?.at, end);
    return [{ name: 'PATH', at, end, value, how, exported: true, within }];
  });
}

function addingFunctions(
  text: string,
  commands: readonly PlacedCommand[],
  found: readonly Found[],
): Map<string, Adds> {
  const adding = new Map<string, Adds>();
  const inPath = new Map(
    found
      .filter(({ name, within, value }) => name === 'PATH' && within === 'function' && /\$/.test(value))
      .map((each) => [each.at, each]),
  );
  if (inPath.size === 0) return adding;
  const takesArguments = new Set<string>();
  for (const { command, functions } of commands) {
    const name = functions.at(-1);
    if (name === undefined) continue;
    if (/\$\{?(?:[1@*]|argv)/.test(text.slice(command.at, command.end))) takesArguments.add(name);
    for (const { at } of [command, ...command.words]) {
      const how = inPath.get(at)?.how;
      if (how !== 'prepend' && how !== 'append') continue;
      const adds = adding.get(name) ?? new Set();
      adding.set(name, adds.add(how));
    }
  }
  for (const name of adding.keys()) if (!takesArguments.has(name)) adding.delete(name);
  return adding;
}

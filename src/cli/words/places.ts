import type { GoPlace, GoPlaces } from '#contract/consistency';
import type { CommandGo, Resolution } from '#contract/switching';
import { failureJson } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { plain } from './plain.ts';
import { commandRuns } from './resolution.ts';

/**
 * The problem of this terminal with the step that is right now that new terminals are known: to open one, or what mends
 * those, too. Pure.
 */
export function knowingTerminals(problem: CommandGo['problem'], { places }: GoPlaces): CommandGo['problem'] {
  const terminal = places.find(({ mode }) => mode !== 'desktop')?.found;
  if (problem === null || !terminal) return problem;
  const { problem: theirs, kind } = terminal.onPath;
  const next = kind === 'shim' ? { next: 'new-terminal', profile: null } : { next: theirs?.params['next'] };
  return { ...problem, params: { ...problem.params, ...next } };
}

/** Formats what a command starts in this terminal, in a new one, and in apps; then what is wrong in the last two. */
export function placesTable({ onPath, ...selected }: Resolution, { places }: GoPlaces, host: Host): string {
  const words = host.text.current.places;
  const here = row(words.here, { found: { ...selected, onPath }, unknown: null }, host);
  const others = places.map((place) => row(words[nameOf(place)](place.shell ?? ''), place, host));
  const problems = places.flatMap(({ found, unknown, mode }) => {
    if (unknown !== null && mode !== 'desktop') {
      const { message, hint } = failureJson(unknown, host.locale);
      return [`${paint.warn(plain(message))}\n${plain(hint)}`];
    }
    return found === null ? [] : [commandRuns(found.onPath, host)].filter(Boolean);
  });
  const columns = ['', '', ''].map((title) => ({ title }));
  return [`${words.title}\n${table(columns, [here, ...others])}`, ...problems].join('\n\n');
}

function nameOf({ mode }: GoPlace): 'apps' | 'loginShell' | 'newTab' {
  if (mode === 'desktop') return 'apps';
  return mode === 'interactive' ? 'newTab' : 'loginShell';
}

function row(name: string, { found, unknown }: Pick<GoPlace, 'found' | 'unknown'>, host: Host): string[] {
  const words = host.text.current.places;
  if (found === null) {
    const why = unknown === null ? '' : failureJson(unknown, host.locale).message;
    return [name, paint.faint(words.unknown), paint.faint(plain(why))];
  }
  const { kind, go, version, problem } = found.onPath;
  const hidden = problem?.params['why'];
  if (hidden === 'alias' || hidden === 'function') return [name, paint.warn(words[hidden]), ''];
  if (kind === 'none') return [name, paint.warn(words.noGo), ''];
  if (kind === 'other') {
    return [name, paint.warn(version ?? words.unknownVersion), paint.faint(plain(go ?? ''))];
  }
  const runs = version ?? (found.version === null ? words.noneSelected : words.notInstalled(found.version));
  return [name, version === null ? paint.warn(runs) : runs, paint.faint(plain(go ?? ''))];
}

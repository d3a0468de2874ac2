import { type Argument, Option } from 'commander';
import { buildStatuses } from '#contract/build-orders';
import { knownVariables, meaningOf } from '#contract/go-variables';
import { locales } from '#contract/locale';
import { mirrorNames } from '#contract/mirror-names';
import { proxyPresets } from '#contract/proxy-presets';
import { burrowPaths, isFile } from '#core/system';
import { pathOf } from '../help.ts';
import type { Host } from '../host.ts';
import type { Place } from './place.ts';

/** A word to offer, with a few words about it. */
export interface Candidate {
  value: string;
  description: string;
}

/** Where the values of an argument or an option come from: a list, or the shell, which knows its files best. */
export type Values = 'files' | 'folders' | 'none' | ((host: Host, place: Place) => Promise<Candidate[]>);

const words =
  (values: readonly string[]): Values =>
  async () =>
    values.map((value) => ({ value, description: '' }));

const archs = words(['amd64', 'arm64', '386', 'arm']);

async function installed(host: Host, { typed }: Place): Promise<Candidate[]> {
  const { installed: versions } = await host.client.toolchains.known(undefined, { signal: host.signal });
  return versions.map((version) => ({
    value: asTyped(version, typed),
    description: host.text.common.installed,
  }));
}

async function releases(host: Host, { typed }: Place): Promise<Candidate[]> {
  const known = await host.client.toolchains.known(undefined, { signal: host.signal });
  return known.releases.map((version) => ({
    value: asTyped(version, typed),
    description: known.installed.includes(version) ? host.text.common.installed : '',
  }));
}

/** People write `1.26.1`; whoever has typed `go` gets `go1.26.1`. */
function asTyped(version: string, typed: string): string {
  return typed.startsWith('g') ? version : version.replace(/^go/, '');
}

/** Asks for builds only where there is a history, since asking would make one. */
async function builds(host: Host): Promise<Candidate[]> {
  if (!(await isFile(burrowPaths(host.system).historyDb))) return [];
  const { builds: found } = await host.client.builds.history({ limit: 50 }, { signal: host.signal });
  return found.map(({ id, startedAt }) => ({ value: id, description: startedAt }));
}

/** What the newest builds have in a field. */
const facet =
  (field: 'subjects' | 'targets' | 'goVersions' | 'branches' | 'tags' | 'flags'): Values =>
  async (host) => {
    if (!(await isFile(burrowPaths(host.system).historyDb))) return [];
    const facets = await host.client.builds.facets({}, { signal: host.signal });
    return facets[field].values.map(({ value, count }) => ({ value, description: String(count) }));
  };

async function packages(host: Host, { typed }: Place): Promise<Candidate[]> {
  if (!(await isFile(burrowPaths(host.system).historyDb))) return [];
  const found = await host.client.builds.packages({ text: typed }, { signal: host.signal });
  return found.packages.map((value) => ({ value, description: '' }));
}

async function snapshots(host: Host): Promise<Candidate[]> {
  const now = { value: 'now', description: '' };
  if (!(await isFile(burrowPaths(host.system).historyDb))) return [now];
  const { snapshots: found } = await host.client.snapshots.list({}, { signal: host.signal });
  return [now, ...found.map(({ id, takenAt }) => ({ value: id, description: takenAt }))];
}

async function backups(host: Host): Promise<Candidate[]> {
  const { backups: found } = await host.client.builds.backups(undefined, { signal: host.signal });
  return found.map(({ name }) => ({ value: name, description: '' }));
}

async function changes(host: Host): Promise<Candidate[]> {
  const { entries } = await host.client.shell.journal(undefined, { signal: host.signal });
  return entries
    .filter(({ undoneBy }) => undoneBy === null)
    .map(({ id, at, files }) => ({
      value: id,
      description: [at, ...files.map(({ path }) => path)].join(' '),
    }));
}

async function tools(host: Host): Promise<Candidate[]> {
  const { tools: found } = await host.client.tools.list(undefined, { signal: host.signal });
  return found.map(({ name, module }) => ({ value: name, description: module ?? '' }));
}

async function variables({ locale }: Host): Promise<Candidate[]> {
  return knownVariables.map((name) => ({ value: name, description: meaningOf(name, locale) ?? '' }));
}

async function proxies(): Promise<Candidate[]> {
  return proxyPresets.map(({ name, value }) => ({ value: name, description: value ?? '' }));
}

/** `NAME=`, and behind `GOPROXY=` the values that have a name. */
async function settable(host: Host, { typed }: Place): Promise<Candidate[]> {
  if (typed.startsWith('GOPROXY=')) {
    return proxyPresets.flatMap(({ name, value }) =>
      value === null ? [] : [{ value: `GOPROXY=${value}`, description: name }],
    );
  }
  return (await variables(host)).map(({ value, description }) => ({ value: `${value}=`, description }));
}

/** The modules that can be left out, of the project in the current folder; none where there is no project. */
async function modules(host: Host): Promise<Candidate[]> {
  const list = await host.client.modules
    .list({ dir: host.system.cwd }, { signal: host.signal })
    .catch(() => null);
  return (list?.modules ?? [])
    .filter(({ kind }) => kind !== 'main')
    .map(({ path, version }) => ({ value: path, description: version ?? '' }));
}

async function settings({ text }: Host): Promise<Candidate[]> {
  const { settingWords } = await import('#contract/settings');
  return Object.entries(settingWords).flatMap(([name, values]) =>
    values.map((value) => ({
      value: `${name}=${value}`,
      description: text.settings.what[name as keyof typeof settingWords],
    })),
  );
}

async function managers({ text }: Host): Promise<Candidate[]> {
  return Object.entries(text.common.goManager).map(([value, description]) => ({ value, description }));
}

/** The commands below those that stand there already. */
async function commands(_host: Host, { command, operands }: Place): Promise<Candidate[]> {
  let shown = command.parent;
  for (const name of operands) shown = shown?.commands.find((each) => each.name() === name) ?? null;
  return (shown?.createHelp().visibleCommands(shown) ?? []).map((each) => ({
    value: each.name(),
    description: each.description(),
  }));
}

/** By the name of an argument or of an option's value; where commands differ, with the command in front of it. */
const sources: Readonly<Record<string, Values>> = {
  arch: archs,
  'build args': 'files',
  'compare a': builds,
  'compare b': builds,
  'completion shell': words(['zsh', 'bash', 'fish']),
  cursor: 'none',
  dir: 'folders',
  'doctor ids': 'none',
  'env diff a': snapshots,
  'env diff b': snapshots,
  'env explain name': variables,
  'env fix names': variables,
  'env set variables': settable,
  'env snapshot name': 'none',
  'env unset names': variables,
  'exec command': 'files',
  // To ask for them takes seconds if one hangs.
  engine: 'none',
  file: 'files',
  'help command': commands,
  branch: facet('branches'),
  flag: facet('flags'),
  'history forget ids': builds,
  'history id': builds,
  'history name id': builds,
  'history name text': 'none',
  'history note id': builds,
  'history note text': 'none',
  'history pin ids': builds,
  'history restore what': backups,
  'history unpin ids': builds,
  'image check base': 'none',
  'image check image': builds,
  'image check measure': words(['files', 'compressed', 'tar']),
  'image check size': 'none',
  'image compare a': builds,
  'image compare b': builds,
  'image inspect filter': words(['added', 'changed', 'wasted', 'large', 'go']),
  'image inspect image': builds,
  'image inspect number': 'none',
  'image record image': 'files',
  'install version': releases,
  'setup version': releases,
  lang: words(locales),
  manager: managers,
  module: 'none',
  'modules why program': 'folders',
  'modules why target': modules,
  n: 'none',
  os: words(['darwin', 'linux', 'windows', 'freebsd']),
  path: 'folders',
  place: words(['go', 'shell']),
  platform: words(['linux/amd64', 'linux/arm64', 'linux/arm/v7']),
  proxy: proxies,
  moment: 'none',
  package: packages,
  ref: 'none',
  'settings name[=value]': settings,
  'shell apply plan': 'none',
  'shell off id': 'none',
  'shell undo entry': changes,
  statuses: words(buildStatuses),
  subject: facet('subjects'),
  tag: facet('tags'),
  target: facet('targets'),
  words: 'none',
  source: words(['official', 'proxy', 'source', ...mirrorNames]),
  shells: words(['zsh', 'bash', 'fish', 'sh']),
  'tools rebuild name': tools,
  'try-without program': 'folders',
  'try-without target': modules,
  version: installed,
  'which tool': words(['go', 'gofmt']),
};

/** Where the values of an argument or an option of a command come from; null: nobody has said so. Pure. */
export function valuesOf({ command, value }: Pick<Place, 'command' | 'value'>): Values | null {
  if (value === null) return 'none';
  if (value.argChoices) return words(value.argChoices);
  const name = nameOf(value);
  const own = `${pathOf(command).replace(/^burrow ?/, '')} ${name}`;
  return sources[own] ?? sources[name] ?? null;
}

/** `dir` of `--dir <dir>`. */
function nameOf(value: Argument | Option): string {
  return value instanceof Option ? (/[<[](.+?)(?:\.\.\.)?[>\]]$/.exec(value.flags)?.[1] ?? '') : value.name();
}

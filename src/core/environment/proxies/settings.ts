import type { ProxySettings } from '#contract/proxies';
import { proxyPresets } from '#contract/proxy-presets';
import { failure, isFailure } from '#contract/failure';
import { goFor, type RunnableGo } from '#core/switching';
import { maskSecrets, type System } from '#core/system';
import { goSetting, parseProxies } from '#core/toolchains';
import { listVariables } from '../list.ts';
import { mistakesIn } from './mistakes.ts';
import { notPrivate } from './private-modules.ts';
import { requiredModules } from './required-modules.ts';
import { type ModuleVariables, modulePathOf, routeOf } from './route.ts';

const names = ['GOPROXY', 'GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOSUMDB', 'GOINSECURE'] as const;

/**
 * The variables of modules as the Go of a folder reads them, with their secrets: they are sent to the proxies that they
 * belong to, and must be masked where they are shown. Failures: those of goFor, environment.go-fails.
 */
export async function moduleVariables(system: System, dir: string): Promise<ModuleVariables> {
  const go = await goFor(system, dir);
  return ask(system, go, dir, go.env).catch((error: unknown) => {
    if (!isFailure(error, 'environment.go-fails')) throw error;
    return fromPlaces(system, go, dir);
  });
}

/**
 * The same without a Go: what is set, and Go's defaults. Null: nothing sets GOPROXY, whose default stands in a Go.
 */
export async function moduleVariablesSet(
  system: System,
  goproxy?: string | null,
): Promise<ModuleVariables | null> {
  const set = await settingsHere(system);
  const GOPROXY = goproxy ?? set.GOPROXY;
  if (!GOPROXY) return null;
  const GOPRIVATE = set.GOPRIVATE ?? '';
  const none = { GONOPROXY: GOPRIVATE, GONOSUMDB: GOPRIVATE, GOSUMDB: 'sum.golang.org', GOINSECURE: '' };
  return { ...none, ...set, GOPRIVATE, GOPROXY };
}

async function settingsHere(system: System): Promise<Partial<ModuleVariables>> {
  const found = await Promise.all(names.map(async (name) => [name, await goSetting(system, name)] as const));
  return Object.fromEntries(found.filter(([, value]) => value !== null));
}

/** What the places say that Go reads, and Go's defaults: for a Go that some other variable keeps from running. */
async function fromPlaces(system: System, go: RunnableGo, dir: string): Promise<ModuleVariables> {
  const bare = Object.fromEntries(Object.entries(go.env).filter(([name]) => !/^C?GO/.test(name)));
  const defaults = await ask(system, go, dir, { ...bare, GOENV: 'off' });
  const set = await settingsHere(system);
  const GOPRIVATE = set.GOPRIVATE ?? '';
  return { ...defaults, GONOPROXY: GOPRIVATE, GONOSUMDB: GOPRIVATE, ...set };
}

/** GOPROXY where nothing sets it. Failures: as moduleVariables. */
export async function defaultProxies(system: System, dir: string): Promise<string> {
  const go = await goFor(system, dir);
  const { GOPROXY } = await ask(system, go, dir, { ...go.env, GOENV: 'off', GOPROXY: undefined });
  return GOPROXY;
}

async function ask(
  system: System,
  { path, version }: RunnableGo,
  dir: string,
  env: RunnableGo['env'],
): Promise<ModuleVariables> {
  const ran = await system.run({
    file: path,
    args: ['env', '-json', ...names],
    cwd: dir,
    // Otherwise Go would download the version that go.mod asks for.
    env: { ...env, GOTOOLCHAIN: 'local' },
    timeoutMs: 60_000,
  });
  if (ran.exitCode !== 0) {
    const output = maskSecrets(ran.stderr.trim() || ran.stdout.trim());
    throw failure('environment.go-fails', { version, output });
  }
  return JSON.parse(ran.stdout) as ModuleVariables;
}

/** Whether the first proxy of the list is one that serves everybody: Go's default, or one with a name. */
async function startsPublic(system: System, dir: string, goproxy: string): Promise<boolean> {
  const [first] = parseProxies(goproxy);
  const known = [await defaultProxies(system, dir), ...proxyPresets.map(({ value }) => value ?? '')];
  return known.some((value) => parseProxies(value)[0]?.url === first?.url);
}

/** Where a module comes from, what checks it, and what is in its way. Failures: proxy.no-path, those of moduleVariables. */
export async function moduleRoute(system: System, { dir, module: given }: { dir: string; module: string }) {
  const module = modulePathOf(given);
  const variables = await moduleVariables(system, dir);
  const isPublic = await startsPublic(system, dir, variables.GOPROXY);
  return { ...routeOf(module, variables), mistake: notPrivate([module], variables, isPublic) };
}

/** The settings of modules, for people: secrets masked, with what is wrong with them. Failures: as moduleVariables. */
export async function proxySettings(
  system: System,
  dir: string,
  signal?: AbortSignal,
): Promise<ProxySettings> {
  const [variables, { variables: listed }] = await Promise.all([
    moduleVariables(system, dir),
    listVariables(system, { dir }, signal),
  ]);
  const valueOf = (name: string) => listed.find((each) => each.name === name)?.value ?? '';
  const modules = await requiredModules({ gomod: valueOf('GOMOD'), gowork: valueOf('GOWORK') });
  const isPublic = await startsPublic(system, dir, variables.GOPROXY);
  const privacy = notPrivate(modules, variables, isPublic);
  const found = listed.find(({ name }) => name === 'GOPROXY');
  const origin = found?.origin ?? { kind: 'default', file: null, line: null, from: null };
  const isUnset = origin.kind === 'default' || origin.kind === 'goroot';
  const preset = isUnset
    ? 'default'
    : proxyPresets.find(({ value }) => sameList(value, variables.GOPROXY))?.name;
  return {
    value: maskSecrets(variables.GOPROXY),
    origin,
    entries: parseProxies(variables.GOPROXY).map(({ url, next }) => ({ url: maskSecrets(url), next })),
    preset: preset ?? null,
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, maskSecrets(value)]),
    ),
    mistakes: [...mistakesIn(variables), ...(privacy ? [privacy] : [])].map((each) => ({
      ...each,
      value: maskSecrets(each.value),
      right: each.right && maskSecrets(each.right),
    })),
  };
}

function sameList(one: string | null, other: string): boolean {
  return one !== null && JSON.stringify(parseProxies(one)) === JSON.stringify(parseProxies(other));
}

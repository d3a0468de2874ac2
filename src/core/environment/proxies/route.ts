import { failure } from '#contract/failure';
import type { ModuleRoute } from '#contract/proxies';
import { matchingPattern, parseChecksumDatabase, parseProxies } from '#core/toolchains';
import { maskSecrets } from '#core/system';

/** The variables that decide a module's way, as `go env` prints them. */
export type ModuleVariables = Readonly<
  Record<'GOPROXY' | 'GOPRIVATE' | 'GONOPROXY' | 'GONOSUMDB' | 'GOSUMDB' | 'GOINSECURE', string>
>;

/**
 * The path of a module in what a person gives: also its address, or one of its versions. Patterns such as those of
 * GOPRIVATE match paths alone, so anything else would get a wrong answer. Failures: proxy.no-path. Pure.
 */
export function modulePathOf(given: string): string {
  const path = given
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/@[^/]*$/, '')
    .replace(/\/+$/, '');
  // golang.org/x/mod/module, checkPath.
  const isPath = path.split('/').every((part) => /^[\w.~-]+$/.test(part) && !/^\.+$/.test(part));
  if (!isPath) throw failure('proxy.no-path', { given });
  return path;
}

/**
 * Where a module comes from and what checks it, as Go decides (cmd/go/internal/modfetch/proxy.go, sumdb.go):
 * GONOPROXY and GONOSUMDB exclude modules, and both follow GOPRIVATE unless they are set. Pure.
 */
export function routeOf(module: string, variables: ModuleVariables): Omit<ModuleRoute, 'mistake'> {
  const excluded = excludedBy('GONOPROXY', module, variables);
  const unchecked = excludedBy('GONOSUMDB', module, variables);
  const entries = parseProxies(excluded ? 'direct' : variables.GOPROXY);
  const database = databaseName(variables.GOSUMDB);
  const isChecked = unchecked === null && database !== 'off' && entries[0]?.url !== 'off';
  return {
    module,
    proxies: entries.map(({ url, next }) => ({ url: maskSecrets(url), next })),
    excluded,
    database: isChecked ? database : null,
    unchecked: unchecked ?? (database === 'off' ? { name: 'GOSUMDB', pattern: 'off' } : null),
    insecure: matchingPattern(variables.GOINSECURE, module) !== null,
  };
}

/** The name of the checksum database; `off`, or what is written where it cannot be read. Pure. */
export function databaseName(gosumdb: string): string {
  return parseChecksumDatabase(gosumdb)?.key.name ?? gosumdb.trim();
}

function excludedBy(
  name: 'GONOPROXY' | 'GONOSUMDB',
  module: string,
  variables: ModuleVariables,
): ModuleRoute['excluded'] {
  const pattern = matchingPattern(variables[name], module);
  if (pattern === null) return null;
  // Go shows GOPRIVATE's value for a variable that is not set.
  return { name: variables[name] === variables.GOPRIVATE ? 'GOPRIVATE' : name, pattern };
}

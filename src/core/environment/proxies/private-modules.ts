import type { ProxyMistake } from '#contract/proxies';
import { databaseName, type ModuleVariables, routeOf } from './route.ts';

/** Top-level names that are reserved for private networks: RFC 6761 and 6762 (appendix G), RFC 8375, and ICANN's `internal`. */
const privateNames = [
  'corp',
  'example',
  'home',
  'home.arpa',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'private',
  'test',
];

/** Addresses of private networks and of this machine (RFC 1918, 3927, 6598). */
const privateAddress =
  /^(?:10|127)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$|^169\.254\.\d+\.\d+$|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/;

/** The host of a module's path, if no public service can reach it; null otherwise. Pure. */
export function privateHost(module: string): string | null {
  const [host = ''] = module.toLowerCase().split('/', 1);
  const isPrivate = privateNames.some((name) => host.endsWith(`.${name}`)) || privateAddress.test(host);
  return isPrivate ? host : null;
}

/** The databases that only know public modules: Go's, and the name by which it is reached from China. */
const publicDatabases = ['sum.golang.org', 'sum.golang.google.cn'];

/**
 * The modules of a private network that Go would look up in the public checksum database, which cannot know them, so that
 * every download fails; null: there are none. The right value is GOPRIVATE, with what it has. Where someone's own proxy
 * comes first (`isPublic` false), or GONOSUMDB is set, it is GONOSUMDB, and the modules still come from the proxy. Pure.
 */
export function notPrivate(
  modules: readonly string[],
  variables: ModuleVariables,
  isPublic: boolean,
): ProxyMistake | null {
  if (!publicDatabases.includes(databaseName(variables.GOSUMDB))) return null;
  const missing = modules.filter(
    (module) => privateHost(module) !== null && routeOf(module, variables).database !== null,
  );
  if (missing.length === 0) return null;
  const name = isPublic && variables.GONOSUMDB === variables.GOPRIVATE ? 'GOPRIVATE' : 'GONOSUMDB';
  const value = variables[name];
  const patterns = value.split(',').filter((pattern) => pattern.trim() !== '');
  const hosts = missing.map((module) => privateHost(module) ?? module);
  return {
    kind: 'not-private',
    name,
    value,
    right: [...new Set([...patterns, ...hosts])].join(','),
    modules: missing,
  };
}

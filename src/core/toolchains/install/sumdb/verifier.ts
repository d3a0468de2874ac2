import { type Failure, failure, isFailure } from '#contract/failure';
import type { Proof } from '#contract/toolchains';
import { maskSecrets, type System } from '#core/system';
import { excludedBy, goSetting } from '../../goenv/index.ts';
import { isSourceFailure, problemOf } from '../../network/index.ts';
import { type ChecksumDatabase, lookUp, parseChecksumDatabase } from './database.ts';

/** A toolchain's module, as listed in the checksum database, and the Go it holds. */
export interface ToolchainModule {
  path: string;
  version: string;
  go: string;
}

/**
 * Looks a toolchain's module up in the checksum database, and returns a function that checks the module's hash against
 * it. `trust`: the result of `trustedDatabase`; an unproven module is accepted only if the user disabled the database,
 * not if a proxy hides it. `proxies`: the one that delivered the module, then others that may serve the database.
 * Failures: those of `lookUp` that concern the tree, cancelled, checksum-database.unknown and .unreachable; from the
 * returned function, toolchain.checksum-mismatch.
 */
export async function verifierFor(
  system: System,
  module: ToolchainModule,
  trust: ChecksumDatabase | Failure,
  { proxies, signal }: { proxies: readonly string[]; signal: AbortSignal | undefined },
): Promise<(hash: string) => Proof> {
  if (isFailure(trust)) return unproven(trust);
  const version = module.go;
  const { name } = trust.key;
  const found = await lookUp(system, trust, module, { proxies, signal }).catch((error: unknown) => {
    if (!isSourceFailure(error)) throw error;
    const url = String(error.params['url']);
    const problem = problemOf(error);
    throw failure('checksum-database.unreachable', { version, database: name, url, problem }, error);
  });
  if (found.hash === null) {
    throw failure('checksum-database.unknown', { version, database: name, url: found.via });
  }
  const { hash: expected, record: number, treeSize, via } = found;
  return (got) => {
    if (got !== expected) {
      const what = `${module.path}@${module.version}`;
      const source = maskSecrets(proxies[0] ?? '');
      throw failure('toolchain.checksum-mismatch', { what, expected, got, source });
    }
    return { method: 'checksum-database', hash: got, record: { database: name, number, treeSize, via } };
  };
}

/**
 * The database to check a Go with, according to GOSUMDB, GONOSUMDB and GOPRIVATE; if the user disabled it, a failure
 * that says so. Failures: checksum-database.unreadable.
 */
export async function trustedDatabase(system: System, version: string): Promise<ChecksumDatabase | Failure> {
  // Every Go contains the name of its default database; this is the only copy of it here.
  const setting = (await goSetting(system, 'GOSUMDB')) ?? 'sum.golang.org';
  const excluded = await excludedBy(system, 'GONOSUMDB');
  if (excluded) return failure('checksum-database.excluded', { version, ...excluded });
  if (setting.trim() === 'off') return failure('checksum-database.off', { version });
  const database = parseChecksumDatabase(setting);
  if (!database) throw failure('checksum-database.unreadable', { version, gosumdb: maskSecrets(setting) });
  return database;
}

function unproven({ code, params }: Failure): (hash: string) => Proof {
  return (hash) => ({ method: 'none', hash, because: { code, params } });
}

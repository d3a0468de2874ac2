import { type Failure, failure, isFailure } from '#contract/failure';
import type { Proof } from '#contract/toolchains';
import { maskSecrets, type System } from '#core/system';
import { excludedBy, goSetting } from '../../goenv/index.ts';
import { isSourceFailure, problemOf } from '../../network/index.ts';
import { type ChecksumDatabase, lookUp, parseChecksumDatabase } from './database.ts';

/** A module of a toolchain, as it stands in the checksum database, and which Go it holds. */
export interface ToolchainModule {
  path: string;
  version: string;
  go: string;
}

/**
 * Asks what vouches for a toolchain's module, and gives what says so of the hash that the module turns out to have.
 * `trust`: what `trustedDatabase` gave; only who wants no database asked gets what nothing vouches for, and not whom a
 * proxy hides it from. `proxies`: who delivered the module, then others that may pass the database on. Failures: those
 * of `lookUp` that are about the tree, cancelled, checksum-database.unknown and .unreachable; of the function that it
 * gives toolchain.checksum-mismatch.
 */
export async function voucherFor(
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
 * The database that is to vouch for a Go, as GOSUMDB, GONOSUMDB and GOPRIVATE say; a failure where the user wants none
 * asked, for that is what is said of the Go then. Failures: checksum-database.unreadable.
 */
export async function trustedDatabase(system: System, version: string): Promise<ChecksumDatabase | Failure> {
  // The name of Go's default database stands in every Go; this is the one place where it is ours to know.
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

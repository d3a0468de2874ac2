import { type Failure, failure } from '#contract/failure';
import type { Proof } from '#contract/toolchains';
import { maskSecrets, type System } from '#core/system';
import { lookUp, parseChecksumDatabase } from './checksum-database.ts';
import { goSetting } from './go-settings.ts';
import { excludedBy } from './module-settings.ts';
import { isSourceFailure, problemOf } from './source-failures.ts';

/** A module of a toolchain, as it stands in the checksum database, and which Go it holds. */
export interface ToolchainModule {
  path: string;
  version: string;
  go: string;
}

/**
 * Asks what vouches for a toolchain's module, and gives what says so of the hash that the module turns out to have.
 * Only who switched the database off, or took toolchains out of it, gets one that nothing vouches for; a proxy that
 * hides the database does not. `proxies`: who may pass the database on. Failures: those of `lookUp` that are about the
 * tree, cancelled, checksum-database.unreadable, .unknown and .unreachable; of the function that it gives
 * toolchain.checksum-mismatch.
 */
export async function voucherFor(
  system: System,
  module: ToolchainModule,
  { proxies, signal }: { proxies: readonly string[]; signal: AbortSignal | undefined },
): Promise<(hash: string) => Proof> {
  const version = module.go;
  // The name of Go's default database stands in every Go; this is the one place where it is ours to know.
  const setting = (await goSetting(system, 'GOSUMDB')) ?? 'sum.golang.org';
  const excluded = await excludedBy(system, 'GONOSUMDB');
  if (excluded) return unproven(failure('checksum-database.excluded', { version, ...excluded }));
  if (setting.trim() === 'off') return unproven(failure('checksum-database.off', { version }));
  const database = parseChecksumDatabase(setting);
  if (!database) throw failure('checksum-database.unreadable', { version, gosumdb: maskSecrets(setting) });
  const { name } = database.key;
  const found = await lookUp(system, database, module, { proxies, signal }).catch((error: unknown) => {
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
      throw failure('toolchain.checksum-mismatch', {
        what,
        expected,
        got,
        source: maskSecrets(proxies[0] ?? ''),
      });
    }
    return { method: 'checksum-database', hash: got, record: { database: name, number, treeSize, via } };
  };
}

function unproven({ code, params }: Failure): (hash: string) => Proof {
  return (hash) => ({ method: 'none', hash, because: { code, params } });
}

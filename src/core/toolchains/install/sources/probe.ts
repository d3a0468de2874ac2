import { maskSecrets, type System, trimmedEnd } from '#core/system';
import { moduleUrl, moduleVersion } from '../../goenv/index.ts';
import { ask } from '../../network/index.ts';
import { archiveName, type ToolchainId } from '../../versions/index.ts';

/** What an address turned out to be. */
export type Probed =
  | { kind: 'proxy'; base: string }
  | { kind: 'site'; base: string; filename: string }
  | { kind: 'neither'; base: string; detail: string };

/**
 * Finds out whether an address is a module proxy or a copy of the download site: both are called "mirror" and look
 * alike. So both are tried: a proxy answers the module's `.info` with its version, a site has the archive. Failures:
 * cancelled, download.unreachable.
 */
export async function probeUrl(
  system: Pick<System, 'fetch' | 'after' | 'env' | 'home' | 'os'>,
  address: string,
  id: ToolchainId,
  signal?: AbortSignal,
): Promise<Probed> {
  const filename = archiveName(id);
  // The address of the archive itself works as well.
  const trimmed = trimmedEnd(address, '/');
  const base = trimmed.endsWith(`/${filename}`) ? trimmed.slice(0, -filename.length - 1) : trimmed;
  const info = await ask(system, moduleUrl(base, id, 'info'), { signal });
  if (info.status === 200 && versionIn(info.body) === moduleVersion(id)) return { kind: 'proxy', base };
  const archive = await ask(system, `${base}/${filename}`, { method: 'HEAD', signal });
  if (isThere(archive)) return { kind: 'site', base, filename };
  // Go's own module cache is a proxy, too, but has only the zip of a toolchain.
  const zip = await ask(system, moduleUrl(base, id, 'zip'), { method: 'HEAD', signal });
  if (isThere(zip)) return { kind: 'proxy', base };
  const shown = maskSecrets(base);
  return {
    kind: 'neither',
    base,
    detail: `${moduleUrl(shown, id, 'info')} answered ${info.status}, ${shown}/${filename} answered ${archive.status}`,
  };
}

function isThere({ status, contentType }: { status: number; contentType: string }): boolean {
  return status === 200 && !/html/i.test(contentType);
}

function versionIn(body: Buffer): unknown {
  try {
    return (JSON.parse(body.toString()) as { Version?: unknown } | null)?.Version;
  } catch {
    return null; // an HTML page
  }
}

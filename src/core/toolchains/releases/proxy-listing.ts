import type { System } from '#core/system';
import { goproxy, modulePath } from '../goenv/index.ts';
import { ask, isSourceFailure } from '../network/index.ts';
import { parseFolderName, type ToolchainId } from '../versions/index.ts';

/**
 * The toolchains that the first module proxy lists; none where there is no proxy, or it does not answer. What it
 * says is a hint and no more: what comes from it is checked by the checksum database. Failures: cancelled.
 */
export async function proxyListing(system: System, signal: AbortSignal | undefined): Promise<ToolchainId[]> {
  try {
    const [first] = await goproxy(system);
    if (!first || first.url === 'off' || first.url === 'direct') return [];
    const { status, body } = await ask(system, `${first.url}/${modulePath}/@v/list`, { signal });
    return status === 200 ? parseListing(body.toString()) : [];
  } catch (error) {
    if (isSourceFailure(error)) return [];
    throw error;
  }
}

/** Reads the lines `v0.0.1-go1.24.9.linux-amd64`; all else is passed over. */
function parseListing(text: string): ToolchainId[] {
  return text
    .split(/\r?\n/)
    .map((line) => (line.startsWith('v0.0.1-') ? parseFolderName(line.slice('v0.0.1-'.length)) : null))
    .filter((id) => id !== null);
}

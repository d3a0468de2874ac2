import { failure } from '#contract/failure';
import { maskSecrets } from '#core/system';

/** What can be asked for a file: the network, and a folder that is laid out like a module proxy, as Go has it. */
const schemes: readonly string[] = ['http:', 'https:', 'file:'];

/** Reads an address that somebody wrote into GOPROXY, BURROW_GO_DL or `--from`. Failures: source.bad-address. */
export function readAddress(text: string): URL {
  const address = URL.parse(text);
  if (!address || !schemes.includes(address.protocol)) {
    // Without its scheme an address is none that `maskSecrets` would know.
    throw failure('source.bad-address', { address: maskSecrets(text).replace(/^[^/@]*@/, '***@') });
  }
  return address;
}

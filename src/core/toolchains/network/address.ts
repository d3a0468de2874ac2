import { failure } from '#contract/failure';
import { maskSecrets } from '#core/system';

/** What files can be fetched from: the network, and a folder with the layout of a module proxy, as in Go. */
const schemes: readonly string[] = ['http:', 'https:', 'file:'];

/** Reads an address from GOPROXY, BURROW_GO_DL or `--from`. Failures: source.bad-address. */
export function readAddress(text: string): URL {
  const address = URL.parse(text);
  if (!address || !schemes.includes(address.protocol)) {
    // Without a scheme, `maskSecrets` would not recognize the address.
    throw failure('source.bad-address', { address: maskSecrets(text).replace(/^[^/@]*@/, '***@') });
  }
  return address;
}

import { stripVTControlCharacters } from 'node:util';

/** An error as a runner reports it; those of execa contain the output of the command. */
export interface SeenError {
  name?: string | undefined;
  message?: string | undefined;
  cause?: unknown;
}

/**
 * Why a test failed, in one line. A failure of the network is not one of Burrow, so it begins with `network: ` and
 * names what could not be reached. `unreachable`: addresses that the test noted as unreachable.
 */
export function reasonOf(errors: readonly SeenError[], unreachable: readonly string[] = []): string {
  // The texts that an assertion compares may contain addresses that were never requested.
  const thrown = errors.filter(({ name }) => name !== 'AssertionError');
  const trouble = unreachable[0] ?? networkTrouble(thrown.flatMap(textsOf).join('\n'));
  if (trouble !== null) return `network: ${trouble}`;
  const [text = ''] = errors.flatMap(textsOf);
  return stripVTControlCharacters(text).split('\n')[0] || noReason;
}

/** Why a test was skipped, in one line. */
export function skipReason(note: string | undefined): string {
  return note?.trim().replace(/\s+/g, ' ') || noReason;
}

const noReason = 'no reason given';

function textsOf(error: SeenError): string[] {
  const { message, cause } = error;
  const own = message === undefined ? [] : [message];
  return typeof cause === 'object' && cause !== null ? [...own, ...textsOf(cause)] : own;
}

/** The messages of programs that cannot reach an address, with the named groups `host` and `why`. */
const patterns = [
  // Go's net/http: Get "https://proxy.example/x": dial tcp 10.0.0.1:443: connect: connection refused
  /\b(?:Get|Head|Post) "?https?:\/\/(?<host>[^/"\s]+)[^"\s]*"?: (?<why>.+)/,
  // Go's module proxy client: reading https://proxy.example/x: 502 Bad Gateway
  /\breading https?:\/\/(?<host>[^/\s]+)\S*: (?<why>(?:403|407|429|5\d\d) .+)/,
  // Node: getaddrinfo ENOTFOUND proxy.example, connect ECONNREFUSED 10.0.0.1:443
  /\b(?<why>getaddrinfo (?:ENOTFOUND|EAI_AGAIN)) (?<host>[^\s:]+)/,
  /\b(?<why>connect (?:ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)) (?<host>\S+)/,
  // Node's fetch, when it gives up connecting.
  /\b(?<why>Connect Timeout Error) \(attempted address: (?<host>[^,)]+)/,
  // Burrow.
  /https?:\/\/(?<host>[^/\s]+)\S* could not be reached: (?<why>.+)/,
];

/** Addresses of this machine, and names that are reserved for tests (RFC 6761): no network is needed for them. */
const ownHost = /^(?:localhost|127\.[\d.]+|\[::1\]|::1|.*\.(?:test|example|invalid|localhost))(?::\d+)?$/;

/** The host that cannot be reached according to a text, and why; null if the text is about something else. */
export function networkTrouble(text: string): string | null {
  for (const line of stripVTControlCharacters(text).split('\n')) {
    for (const pattern of patterns) {
      const { host = '', why = '' } = pattern.exec(line)?.groups ?? {};
      if (host !== '' && !ownHost.test(host)) return `${host} could not be reached: ${why}`;
    }
  }
  return null;
}

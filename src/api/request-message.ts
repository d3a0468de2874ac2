/** The types of messages that a page sends (oRPC's peer protocol): a request, a piece of a stream, an abort. */
const types: readonly unknown[] = [undefined, 1, 3, 4];

/**
 * Whether a message is one that a page of Burrow could send: text with JSON in the form of oRPC's peer protocol. Hosts
 * pass nothing else on, because oRPC prints the error of a message that it cannot read, with its stack.
 */
export function isRequestMessage(data: unknown): boolean {
  if (typeof data !== 'string') return false;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return false;
  }
  if (!isRecord(message) || typeof message['i'] !== 'string' || !types.includes(message['t'])) return false;
  const payload = message['p'];
  if (message['t'] === 4) return true;
  if (!isRecord(payload)) return false;
  if (message['t'] === 3) return ['message', 'error', 'done'].includes(String(payload['e']));
  const { u: url, h: headers = {}, m: method = 'POST' } = payload;
  return (
    typeof url === 'string' &&
    URL.canParse(url, 'http://orpc') &&
    (url.startsWith('/') || URL.canParse(url)) &&
    isRecord(headers) &&
    // With a type of content, oRPC would look for bytes after the JSON.
    Object.keys(headers).every((name) => !/^content-/i.test(name)) &&
    Object.values(headers).every(isHeaderValue) &&
    typeof method === 'string'
  );
}

function isHeaderValue(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

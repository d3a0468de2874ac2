import type { Transport } from './connection.ts';
import { messagePortTransport } from './message-port.ts';
import { webSocketTransport } from './web-socket.ts';

/** The way to Burrow from here: a port in Electron, the web host's socket in a browser. */
export function openTransport(): Transport {
  if (window.burrow) return messagePortTransport(window.burrow);
  return webSocketTransport(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
}

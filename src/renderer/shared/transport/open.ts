import type { Transport } from './connection.ts';
import { messagePortTransport } from './message-port.ts';
import { pageSession } from './web-session.ts';
import { webSocketTransport } from './web-socket.ts';

/** The transport for this environment: a MessagePort in Electron, a WebSocket in a browser. */
export function openTransport(): Transport {
  if (window.burrow) return messagePortTransport(window.burrow);
  return webSocketTransport(`ws://${location.host}/rpc`, pageSession);
}

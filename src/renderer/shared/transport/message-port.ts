import { RPCLink } from '@orpc/client/message-port';
import { createState, type Line, type Transport } from './connection.ts';

/** What the preload script puts into the window (src/preload/index.ts). */
interface Bridge {
  /** Asks the main process for a port, which arrives as a message of the window. */
  connect(): void;
}

declare global {
  interface Window {
    /** There in Electron only. */
    readonly burrow?: Bridge;
  }
}

/** The message with which the preload script hands over the port. */
const portMessage = 'burrow:port';

/** Reaches Electron's main process over a MessagePort, which lives as long as the page. */
export function messagePortTransport(bridge: Bridge): Transport {
  const { state, subscribe, set } = createState();
  const line = new Promise<Line>((opened) => {
    window.addEventListener('message', function take(event) {
      const [port] = event.ports;
      if (event.source !== window || event.data !== portMessage || port === undefined) return;
      window.removeEventListener('message', take);
      let closed = false;
      port.addEventListener('close', () => {
        closed = true;
        set('lost');
      });
      const link = new RPCLink({ port });
      port.start();
      set('open');
      opened({ link, closed: () => closed });
    });
    bridge.connect();
  });
  return { state, subscribe, line: () => line };
}

import { RPCLink } from '@orpc/client/message-port';
import { createState, type Line, type Transport } from './connection.ts';

/** The API that the preload script exposes (src/preload/index.ts). */
interface Bridge {
  /** Asks the main process for a port, which arrives as a message event on the window. */
  connect(): void;
  /** The path of a file that the user dropped; empty for one that a script made. */
  pathOf(file: File): string;
}

declare global {
  interface Window {
    /** Defined in Electron only. */
    readonly burrow?: Bridge;
  }
}

/** The data of the message event that carries the port. */
const portMessage = 'burrow:port';

/** Connects to Electron's main process through a MessagePort, which lasts as long as the page. */
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

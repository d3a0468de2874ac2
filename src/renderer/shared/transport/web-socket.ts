import { RPCLink } from '@orpc/client/websocket';
import { failure } from '#contract/failure';
import { createState, type Line, type Transport } from './connection.ts';

/** ms before the first new attempt; doubled after each that fails, up to the longest. */
const firstDelayMs = 250;
const longestDelayMs = 8_000;

/** Reaches the web host that served this page, and again whenever the connection breaks. */
export function webSocketTransport(url: string): Transport {
  const { state, subscribe, set } = createState();
  let delayMs = firstDelayMs;
  let current = open();

  function open(): Promise<Line> {
    const socket = new WebSocket(url);
    const line = {
      link: new RPCLink({ websocket: socket }),
      closed: () => socket.readyState >= WebSocket.CLOSING,
    };
    const opening = new Promise<Line>((opened, failed) => {
      socket.addEventListener('open', () => {
        delayMs = firstDelayMs;
        set('open');
        opened(line);
      });
      socket.addEventListener('close', () => {
        failed(failure('connection.lost', {}));
        set('lost');
        current = openLater();
      });
    });
    // Without a call there is nobody to tell; the state says it.
    opening.catch(() => undefined);
    return opening;
  }

  /** Calls made meanwhile wait for the next attempt, and share its end. */
  function openLater(): Promise<Line> {
    const waiting = new Promise((passed) => setTimeout(passed, delayMs));
    delayMs = Math.min(delayMs * 2, longestDelayMs);
    const opening = waiting.then(open);
    opening.catch(() => undefined);
    return opening;
  }

  return { state, subscribe, line: () => current };
}

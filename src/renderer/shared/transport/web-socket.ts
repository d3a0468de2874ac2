import { RPCLink } from '@orpc/client/websocket';
import { failure } from '#contract/failure';
import { createState, type Line, type Transport } from './connection.ts';
import type { PageSession } from './web-session.ts';

/** The delay before reconnecting, in ms. It doubles after each failed attempt, up to the maximum. */
const minDelayMs = 250;
const maxDelayMs = 8_000;

/**
 * Connects to the web host that served this page, and reconnects whenever the connection breaks, until the session has
 * ended. A refused WebSocket does not tell why, so the session is asked.
 */
export function webSocketTransport(url: string, session: PageSession): Transport {
  const { state, subscribe, set } = createState();
  let delayMs = minDelayMs;
  let current = open();

  function open(): Promise<Line> {
    const socket = new WebSocket(url, session.protocols());
    const line = {
      link: new RPCLink({ websocket: socket }),
      closed: () => socket.readyState >= WebSocket.CLOSING,
    };
    const opening = new Promise<Line>((opened, failed) => {
      socket.addEventListener('open', () => {
        delayMs = minDelayMs;
        set('open');
        opened(line);
      });
      socket.addEventListener('close', () => {
        failed(failure('connection.lost', {}));
        set('lost');
        current = openLater();
      });
    });
    // If no call is waiting for the connection, only the state reports the failure.
    opening.catch(() => undefined);
    return opening;
  }

  /** Calls made in the meantime wait for the next attempt and fail if it fails. */
  function openLater(): Promise<Line> {
    const waiting = new Promise((passed) => setTimeout(passed, delayMs));
    delayMs = Math.min(delayMs * 2, maxDelayMs);
    const opening = waiting.then(async () => {
      if (!(await session.hasEnded())) return open();
      set('ended');
      throw failure('connection.ended', {});
    });
    opening.catch(() => undefined);
    return opening;
  }

  return { state, subscribe, line: () => current };
}

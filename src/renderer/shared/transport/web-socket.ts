import { RPCLink } from '@orpc/client/websocket';
import { failure } from '#contract/failure';
import { createState, type Line, type Transport } from './connection.ts';

/** How this page shows the web host that it belongs to its session. */
export interface PageSession {
  /** The subprotocols for the next WebSocket. */
  protocols(): string[];
  /** Whether the host says that the session has ended; false while it does not answer. */
  hasEnded(): Promise<boolean>;
  /** Waits until this browser has signed in anew, in another tab. */
  renewed(): Promise<void>;
}

/** The delay before reconnecting, in ms. It doubles after each failed attempt, up to the maximum. */
const minDelayMs = 250;
const maxDelayMs = 2_000;

/**
 * Connects to the web host that served this page, and reconnects whenever the connection breaks. A refused WebSocket does not
 * tell why, so the session is asked. Once it has ended, only a new sign-in of this browser helps, which may happen in
 * another tab; then this page goes on.
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
      void goOnAfter(session.renewed());
      throw failure('connection.ended', {});
    });
    opening.catch(() => undefined);
    return opening;
  }

  async function goOnAfter(renewed: Promise<void>): Promise<void> {
    await renewed;
    delayMs = minDelayMs;
    current = open();
  }

  return { state, subscribe, line: () => current };
}

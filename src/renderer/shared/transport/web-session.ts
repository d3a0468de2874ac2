import { protocolsWith, secretKey, sessionCheck } from '#contract/web-session';

/** How this page shows the web host that it belongs to its session. */
export interface PageSession {
  /** The subprotocols for the next WebSocket. */
  protocols(): string[];
  /** Whether the host says that the session has ended; false while it does not answer. */
  hasEnded(): Promise<boolean>;
}

/** The session of this origin. Its secret is read each time: another tab may have signed in anew. */
export const pageSession: PageSession = {
  protocols: () => protocolsWith(storedSecret()),
  hasEnded: () =>
    fetch(sessionCheck.path, { headers: { [sessionCheck.header]: storedSecret() } }).then(
      ({ status }) => status === 401,
      () => false,
    ),
};

/** `none` if there is none, which the host refuses like any other wrong one. */
function storedSecret(): string {
  return localStorage.getItem(secretKey) ?? 'none';
}

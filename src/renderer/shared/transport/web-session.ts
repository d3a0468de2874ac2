import { protocolsWith, secretKey, sessionCheck } from '#contract/web-session';
import type { PageSession } from './web-socket.ts';

/** The session of this origin. Its secret is read each time: another tab may have signed in anew. */
export const pageSession: PageSession = {
  protocols: () => protocolsWith(storedSecret()),
  hasEnded: async () => (await statusOfSession()) === 401,
  renewed: () =>
    new Promise((renewed) => {
      // A tab that signs in stores its secret; one in the background may learn of it only when it is looked at.
      const watched = new AbortController();
      const ask = async () => {
        if ((await statusOfSession()) !== 204) return;
        watched.abort();
        renewed();
      };
      const onEvent = () => void ask();
      window.addEventListener('storage', onEvent, { signal: watched.signal });
      window.addEventListener('focus', onEvent, { signal: watched.signal });
      document.addEventListener('visibilitychange', onEvent, { signal: watched.signal });
    }),
};

/** The status of the host's answer to whether the session goes on; null while it does not answer. */
function statusOfSession(): Promise<number | null> {
  return fetch(sessionCheck.path, { headers: { [sessionCheck.header]: storedSecret() } }).then(
    ({ status }) => status,
    () => null,
  );
}

/** `none` if there is none, which the host refuses like any other wrong one. */
function storedSecret(): string {
  return localStorage.getItem(secretKey) ?? 'none';
}

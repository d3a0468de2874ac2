import { app } from 'electron';
import { clientOf, createApi, freshen, hostSystem, keepSoon, type PageLook } from '#api';
import { chooseLocale } from '#contract/locale';
import { localSystem } from '#core/system';
import { recoverPages } from './crash.ts';
import { desktop } from './desktop/index.ts';
import { guardPages } from './guards.ts';
import { rememberLinkHandler } from './link-handler.ts';
import { followLinks, registerLinks } from './links.ts';
import { setMenu } from './menu.ts';
import { handOutPorts } from './ports.ts';
import { registerUiScheme, serveUi } from './ui-protocol.ts';
import { appWindow, placeFile } from './window/index.ts';

/** ms after the start: the first page comes first. */
const desktopDelayMs = 1000;

/** Starts the app. Nothing may await `app.whenReady()` at the top level: it would never resolve. */
function start(): void {
  const { system, environment } = hostSystem(localSystem(), process.env);
  const api = createApi(system, environment);
  void freshen(system);
  const stopKeeping = keepSoon(api.context);
  const isMac = system.os === 'darwin';
  const places = placeFile(system);
  const window = appWindow(system.os, places);

  const look = async (): Promise<PageLook> => {
    const { language, theme } = await clientOf(api)
      .settings.get()
      .catch(() => ({ language: 'system', theme: 'system' }) as const);
    const languages = language === 'system' ? app.getPreferredSystemLanguages() : [language];
    return { locale: chooseLocale(languages), theme };
  };

  const locale = async () => (await look()).locale;
  const outside = desktop(system, api, window, locale);
  const links = followLinks(clientOf(api), window, locale);

  app.enableSandbox();
  registerUiScheme();
  app.on('activate', () => void window.show());
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void Promise.all([stopKeeping(), places.flush(), outside.stop()])
      .then(() => api.close())
      .finally(() => {
        closed = true;
        app.quit();
      });
  });

  void app.whenReady().then(() => {
    guardPages();
    recoverPages(system);
    serveUi(look);
    handOutPorts(api);
    void links.open();
    void rememberLinkHandler(system, registerLinks());
    system.after(desktopDelayMs, () => outside.start());
    return locale().then((language) => setMenu(language, isMac));
  });
}

if (app.requestSingleInstanceLock()) start();
else app.quit();

import type { Host } from '../host.ts';
import type { Opened } from '../browser.ts';
import type { Options, Registrar } from '../program.ts';
import { wholeNumber } from '../whole-number.ts';

/** Serves until Ctrl-C. Prints the address to stdout, so that scripts can read it. */
async function serve(host: Host, options: Options): Promise<void> {
  const port = wholeNumber(host, options, { command: 'serve', option: 'port', min: 0, max: 65_535 });
  const [{ startWebHost }, { hostSystem }] = await Promise.all([import('#web'), import('#api')]);
  const { system, environment } = hostSystem(host.system, process.env);
  let opened: Opened | null = null;
  const web = await startWebHost(system, {
    environment,
    ...(port === undefined ? {} : { port }),
    signal: host.signal,
    onEvent(event) {
      if (event.kind === 'signed-in') opened?.used();
      else if (event.kind === 'token-used-again') host.remark(host.text.serve.tokenUsedAgain);
      else host.remark(host.text.serve.otherUser(event.uid));
    },
  });
  if (host.json) host.print(JSON.stringify({ url: web.url }));
  else {
    host.print(host.text.serve.at(web.url));
    host.remark(host.text.serve.stop);
  }
  if (options.open !== false) {
    const { openInBrowser } = await import('../browser.ts');
    opened = await openInBrowser(host.system, web.url);
  }
  if (opened !== null) host.remark(host.text.serve.opened);
  await new Promise<void>((resolve) => {
    if (host.signal.aborted) resolve();
    host.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  opened?.end();
  await web.close();
}

export function hostCommands(to: Registrar): void {
  const text = to.text;

  to.add(
    'serve',
    text.serve.help.summary,
    (host, _args, options) => serve(host, options),
    (command) =>
      command.option('--port <n>', text.serve.help.port).option('--no-open', text.serve.help.noOpen),
  );

  to.add('open', text.open.help.summary, async (host) => {
    const { electronHere, runElectron } = await import('../electron.ts');
    const electron = electronHere(host.system);
    if (electron.path !== null) return runElectron(host, electron.path);
    host.remark(host.text.serve.noElectron[electron.why]);
    return serve(host, {});
  });
}

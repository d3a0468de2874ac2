import { failure } from '#contract/failure';
import type { SettingName as Name, Settings } from '#contract/settings';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { remarkWarnings } from '../output/warnings.ts';
import { table } from '../output/table.ts';
import type { Registrar } from '../program.ts';

const columns = ['', '', ''].map((title) => ({ title }));

function wordOf(value: Settings[Name]): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : value;
}

function wrong(detail: string): Error {
  return failure('usage.invalid', { detail, see: 'burrow settings' });
}

/** Parses `NAME` or `NAME=VALUE`; without a value, `value` is null. */
async function read(host: Host, argument: string): Promise<{ name: Name; value: Settings[Name] | null }> {
  const { isSourceSetting, settingWords } = await import('#contract/settings');
  const text = host.text.settings;
  const [typedName = '', ...rest] = argument.split('=');
  const names = Object.keys(settingWords) as Name[];
  const name = names.find((each) => each === typedName);
  if (name === undefined) throw wrong(text.unknown(typedName, names));
  if (rest.length === 0) return { name, value: null };
  const given = rest.join('=');
  const allowed: readonly string[] = settingWords[name];
  if (name === 'source') {
    if (!isSourceSetting(given)) throw wrong(text.wrongValue(name, given, [...allowed, 'https://…']));
    return { name, value: given };
  }
  if (!allowed.includes(given)) throw wrong(text.wrongValue(name, given, allowed));
  const isSwitch = allowed.includes('on');
  return { name, value: isSwitch ? given === 'on' : given };
}

function listed(settings: Settings, host: Host): string {
  const rows = (Object.keys(host.text.settings.what) as Name[]).map((name) => [
    paint.strong(name),
    wordOf(settings[name]),
    paint.faint(host.text.settings.what[name]),
  ]);
  return table(columns, rows);
}

export function settingsCommands(to: Registrar): void {
  const text = to.text;
  to.add(
    'settings',
    text.settings.help.summary,
    async (host, [argument]) => {
      const { settings } = host.client;
      const wanted = argument === undefined ? null : await read(host, argument);
      const { warning, ...now } =
        wanted === null || wanted.value === null
          ? { ...(await settings.get(undefined, { signal: host.signal })), warning: null }
          : await settings.set({ [wanted.name]: wanted.value }, { signal: host.signal });
      remarkWarnings(warning ? [warning] : [], host);
      answer(host, now, () => {
        if (wanted === null) return listed(now, host);
        const word = wordOf(now[wanted.name]);
        return wanted.value === null ? word : `${wanted.name}=${word}`;
      });
    },
    (command) => command.argument('[name[=value]]', text.settings.help.argument),
  );
}

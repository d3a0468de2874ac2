import type { System } from '#core/system';

/** What a session sets before any shell reads a profile, as far as it is the user's and not a terminal's. */
const kept =
  /^(?:HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|DISPLAY|WAYLAND_DISPLAY|SSH_AUTH_SOCK|DBUS_SESSION_BUS_ADDRESS|XDG_\w+|__CF_USER_TEXT_ENCODING|BURROW_HOME)$/;
/** `PATH` before profiles: launchd's on a Mac, and login(1)'s on Linux. */
const firstPath = {
  darwin: '/usr/bin:/bin:/usr/sbin:/sbin',
  linux: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

/**
 * What profiles, and the frameworks in them, heed so as not to start anything of their own: no update of oh-my-zsh, no
 * tmux, no prompt that asks. `BURROW_RESOLVING_ENVIRONMENT` is for profiles to test.
 */
const guards: Readonly<Record<string, string>> = {
  BURROW_RESOLVING_ENVIRONMENT: '1',
  DISABLE_AUTO_UPDATE: 'true',
  ZSH_TMUX_AUTOSTART: 'false',
  ZSH_TMUX_AUTOSTARTED: 'true',
  POWERLEVEL9K_DISABLE_CONFIGURATION_WIZARD: 'true',
  TERM: 'dumb',
  // ksh writes what it is asked into its history.
  HISTFILE: '/dev/null',
};

/** The environment in which a session starts its first shell, with guards. Pure. */
export function freshEnvironment({ os, env, home }: Pick<System, 'os' | 'env' | 'home'>): System['env'] {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name)));
  const path = os === 'darwin' ? firstPath.darwin : firstPath.linux;
  return { ...own, HOME: home, PATH: path, ...guards };
}

/** Where a shell that is asked writes its answer; only the question reads it. */
export const answerVariable = 'BURROW_ANSWER_FILE';

/** What every shell and the question itself change, and what says nothing about the user's settings. */
const ownToShells = new Set(['_', 'PWD', 'OLDPWD', 'SHLVL', 'SHELL_SESSION_ID', answerVariable]);

/** What profiles made of an environment with guards: without these, unless a profile changed them. Pure. */
export function withoutGuards(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name, value]) => !ownToShells.has(name) && guards[name] !== value),
  );
}

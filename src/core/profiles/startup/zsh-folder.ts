import { isFailure } from '#contract/failure';
import { findOnPath, type System } from '#core/system';

/**
 * Terminals that point ZDOTDIR to files of their own keep the user's in these: VS Code, kitty, Ghostty.
 * An empty value says that there was none.
 */
const keptIn = ['USER_ZDOTDIR', 'KITTY_ORIG_ZDOTDIR', 'GHOSTTY_ZSH_ZDOTDIR'];

/** ms after which zsh has no answer: its ~/.zshenv waits for something. */
const timeoutMs = 10_000;

/**
 * The folder where zsh looks for .zprofile and .zshrc: `$ZDOTDIR` or the home folder. Asks zsh itself, since
 * ~/.zshenv may set it; without zsh, or without an answer, the environment decides. May be relative.
 */
export async function zshFolder(system: System): Promise<string> {
  return (await askZsh(system)).folder;
}

/** The same, and whether it is certain: zsh may be asked, and never answer. */
export async function askZsh(system: System): Promise<{ folder: string; isCertain: boolean }> {
  const env = { ...system.env, BURROW_RESOLVING_ENVIRONMENT: '1' };
  const kept = keptIn.find((name) => system.env[name] !== undefined);
  const own = kept === undefined ? system.env['ZDOTDIR'] : system.env[kept];
  const fallback = own || system.home;
  const zsh = await findOnPath(system, 'zsh');
  if (zsh === null) return { folder: fallback, isCertain: true };
  const mark = crypto.randomUUID();
  const script = `print -rn -- "${mark}\${ZDOTDIR-}${mark}"`;
  const answer = await system
    .run({ file: zsh, args: ['-c', script], env: { ...env, ZDOTDIR: own || undefined }, timeoutMs })
    .then(({ stdout }) => stdout.split(mark))
    .catch((error: unknown) => (isFailure(error, 'process.timed-out') ? [] : null));
  // Where it cannot be started, nobody uses it.
  if (answer === null) return { folder: fallback, isCertain: true };
  if (answer.length !== 3) return { folder: fallback, isCertain: false };
  return { folder: answer[1] || system.home, isCertain: true };
}

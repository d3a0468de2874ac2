import { quoted } from '#contract/shell-word';

/** Variables that Burrow sets in the shells' environment, by name. */
export type ManagedVariables = ReadonlyMap<string, string>;

/** The lines of `env.sh` that set them: for sh, bash and zsh, also under `set -eu`. Pure. */
export function exportsForSh(variables: ManagedVariables): string {
  return [...variables].map(([name, value]) => `export ${name}=${quoted(value)}\n`).join('');
}

/** The lines of `env.fish` that set them. Pure. */
export function exportsForFish(variables: ManagedVariables): string {
  return [...variables].map(([name, value]) => `set -gx ${name} ${fishQuoted(value)}\n`).join('');
}

/** In fish's single quotes, a backslash escapes itself and the quote. */
export function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
}

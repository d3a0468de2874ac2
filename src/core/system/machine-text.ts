import type { Machine } from '#contract/machine';

/** A value of /etc/os-release, unquoted (os-release(5)); null when it is missing. */
export function valueInOsRelease(text: string, key: string): string | null {
  for (const line of text.split('\n')) {
    const [name, ...rest] = line.trim().split('=');
    if (name !== key) continue;
    const value = rest.join('=').replace(/^(["'])(.*)\1$/, '$2');
    return value.replace(/\\(["'$`\\])/g, '$1');
  }
  return null;
}

/** The processor's name in /proc/cpuinfo; null if the kernel does not know it (arm64). */
export function processorInCpuinfo(text: string): string | null {
  return /^model name\s*:\s*(\S.*)$/m.exec(text)?.[1]?.trim() ?? null;
}

/** The processor's name as lscpu prints it (LC_ALL=C); null when it is missing. */
export function processorInLscpu(text: string): string | null {
  const name = /^Model name:\s*(\S.*)$/m.exec(text)?.[1]?.trim();
  return name === undefined || name === '-' ? null : name;
}

/**
 * The C library in the output of `ldd --version`: glibc ends its first line with the version, musl prints its name and
 * a line "Version 1.2.5"; null for anything else.
 */
export function libcOfLdd(text: string): Machine['libc'] {
  if (/\bmusl\b/.test(text)) return { name: 'musl', version: /^Version (\S+)$/m.exec(text)?.[1] ?? null };
  const first = text.split('\n')[0] ?? '';
  if (!/glibc|gnu libc|^ldd \(/i.test(first)) return null;
  const end = first.trimEnd().slice(-20);
  return { name: 'glibc', version: /(\d+\.\d+(?:\.\d+)?)$/.exec(end)?.[1] ?? null };
}

/** The version in the output of `zsh|bash|fish --version`; null when there is none. */
export function versionOfShell(text: string): string | null {
  return /\b(\d+\.\d+(?:\.\d+)*)/.exec(text.split('\n')[0] ?? '')?.[1] ?? null;
}

/** The shells of /etc/shells (shells(5)): absolute paths, comments left out. */
export function shellsInEtc(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  return lines.filter((line) => line.startsWith('/'));
}

/** The login shell of an account in /etc/passwd (passwd(5)), found by name, otherwise by home; null if missing. */
export function shellInPasswd(text: string, user: string | undefined, home: string): string | null {
  const accounts = text.split('\n').map((line) => line.split(':'));
  const account =
    accounts.find(([name]) => user !== undefined && name === user) ??
    accounts.find((fields) => fields[5] === home);
  return account?.[6]?.trim() || null;
}

import { failure } from '#contract/failure';
import { type MirrorName, mirrorNames } from '#contract/mirror-names';
import type { System } from '#core/system';
import { trimmedEnd } from '#core/system';

/** Mirrors of the download site by short name, with archives at `<base>/go1.26.1.linux-amd64.tar.gz`. */
const known: Readonly<Record<MirrorName, string>> = {
  aliyun: 'https://mirrors.aliyun.com/golang',
  hust: 'https://mirrors.hust.edu.cn/golang',
  nju: 'https://mirrors.nju.edu.cn/golang',
  ustc: 'https://mirrors.ustc.edu.cn/golang',
};

/** The mirror with this name; null: there is none. */
export function mirrorNamed(name: string): string | null {
  const found = mirrorNames.find((each) => each === name);
  return found === undefined ? null : known[found];
}

/**
 * The user's mirrors, tried after the official sites: $BURROW_GO_DL_MIRRORS, names and addresses separated by commas.
 * Never used for checksums. Failures: source.unknown-mirror.
 */
export function userMirrors(system: Pick<System, 'env'>): string[] {
  return (system.env['BURROW_GO_DL_MIRRORS'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const base = mirrorNamed(entry) ?? (/^https?:\/\//.test(entry) && URL.canParse(entry) ? entry : null);
      if (base === null) throw failure('source.unknown-mirror', { mirror: entry, known: [...mirrorNames] });
      return trimmedEnd(base, '/');
    });
}

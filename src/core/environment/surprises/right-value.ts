import { problemOf } from '../go-file/index.ts';

/** Flags of go commands that a word of GOFLAGS may begin with after one that has blanks in its value. */
const goFlag =
  /^--?(?:a|asan|asmflags|buildmode|buildvcs|compiler|count|cover\w*|cpu|failfast|gccgoflags|gcflags|installsuffix|json|ldflags|linkshared|mod|modcacherw|modfile|msan|n|overlay|p|parallel|pgo|pkgdir|race|run|short|shuffle|tags|timeout|toolexec|trimpath|v|vet|work|x)(?:=|$)/;
/** Flags whose value is a list of another program's flags. */
const takesFlags = /^--?(?:asmflags|gccgoflags|gcflags|ldflags)=/;

const switches: Readonly<Record<string, readonly [on: string, off: string]>> = {
  CGO_ENABLED: ['1', '0'],
  GO111MODULE: ['on', 'off'],
};

/**
 * The value that someone meant by one that Go does not take; null: that is not known, and the variable is best taken
 * out. `home`: the user's home folder. Pure.
 */
export function rightValue(name: string, value: string, home: string): string | null {
  const meant = guess(name, value.trim(), home);
  const isBetter = meant !== null && meant !== '' && meant !== value && problemOf(name, meant) === null;
  return isBetter ? meant : null;
}

function guess(name: string, value: string, home: string): string | null {
  const problem = problemOf(name, value);
  switch (problem?.why) {
    // Blanks around it were all that was wrong.
    case undefined:
      return value;
    case 'tilde':
      return value
        .split(':')
        .map((folder) => folder.replace(/^~(?=\/|$)/, home))
        .join(':');
    case 'toolchain':
      return problem.detail;
    case 'flag':
      return quotedFlags(value);
    case 'choice':
      return choice(name, value);
    case 'pattern-blank':
    case 'pattern-scheme':
      return patterns(value);
    case 'separator':
      return value.replaceAll(/\s*[，、；;]\s*|\s+/g, ',');
    default:
      return null;
  }
}

/** `-ldflags=-s -w` as Go takes it: `'-ldflags=-s -w'`. */
function quotedFlags(value: string): string | null {
  // With quotes inside, the words are not what they look like.
  const plain = value.replaceAll(/(?<==)(['"])(.*?)\1/g, '$2');
  if (/['"]/.test(plain)) return null;
  const words: string[] = [];
  for (const word of plain.split(/\s+/)) {
    const last = words.at(-1);
    if (last !== undefined && takesFlags.test(last) && !goFlag.test(word))
      words[words.length - 1] += ` ${word}`;
    else words.push(word);
  }
  return words.map((word) => (word.includes(' ') ? `'${word}'` : word)).join(' ');
}

function choice(name: string, value: string): string | null {
  const [on, off] = switches[name] ?? [];
  if (on !== undefined && /^(?:1|on|true|yes|y|enabled?)$/i.test(value)) return on;
  if (off !== undefined && /^(?:0|off|false|no|n|disabled?)$/i.test(value)) return off;
  return name === 'GOAMD64' && /^V?[1-4]$/.test(value) ? `v${value.slice(-1)}` : null;
}

function patterns(value: string): string {
  return value
    .split(',')
    .map((pattern) =>
      pattern
        .trim()
        .replace(/^\w+:\/\//, '')
        .replace(/\/$/, ''),
    )
    .filter((pattern) => pattern !== '')
    .join(',');
}

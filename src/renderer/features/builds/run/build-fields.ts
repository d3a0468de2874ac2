import type { RunRequest } from '#contract/build-runs';
import { shellWord } from '#contract/shell-word';
import { joinFlags, splitFlags } from './split-flags.ts';

/** What a build can be asked for, as it stands in the dialog. */
export interface BuildFields {
  subject: string;
  /** null: the one that the folder resolves to. */
  go: string | null;
  /** `linux/arm64`; null: this machine's. */
  target: string | null;
  cgo: 'default' | 'on' | 'off';
  race: boolean;
  /** As typed. */
  tags: string;
  /** As typed: all other flags. */
  flags: string;
}

export const noFields: Omit<BuildFields, 'subject'> = {
  go: null,
  target: null,
  cgo: 'default',
  race: false,
  tags: '',
  flags: '',
};

/** The build that these fields ask for. Pure. */
export function requestOf(dir: string, fields: BuildFields): RunRequest {
  const { subject, go, target, cgo, race, tags, flags } = fields;
  const [goos, goarch] = target?.split('/') ?? [];
  const env = {
    ...(cgo === 'default' ? {} : { CGO_ENABLED: cgo === 'on' ? '1' : '0' }),
    ...(goos && goarch ? { GOOS: goos, GOARCH: goarch } : {}),
  };
  const listed = tags.split(/[\s,]+/).filter((tag) => tag !== '');
  const args = [
    ...(race ? ['-race'] : []),
    ...(listed.length > 0 ? [`-tags=${listed.join(',')}`] : []),
    ...splitFlags(flags),
    subject,
  ];
  return {
    dir,
    subject,
    args,
    ...(go === null ? {} : { go }),
    ...(Object.keys(env).length > 0 ? { env } : {}),
  };
}

/** The fields that ask for this build. Pure. */
export function fieldsOf({ args, subject, go, env = {} }: RunRequest): BuildFields {
  const flags = args.at(-1) === subject ? args.slice(0, -1) : args;
  const tags = flags.find((flag) => flag.startsWith('-tags='));
  const { GOOS, GOARCH, CGO_ENABLED } = env;
  return {
    subject,
    go: go ?? null,
    target: GOOS && GOARCH ? `${GOOS}/${GOARCH}` : null,
    cgo: CGO_ENABLED === undefined ? 'default' : CGO_ENABLED === '1' ? 'on' : 'off',
    race: flags.includes('-race'),
    tags: tags?.slice('-tags='.length) ?? '',
    flags: joinFlags(flags.filter((flag) => flag !== '-race' && flag !== tags)),
  };
}

/** The command as one would type it in a shell. Pure. */
export function commandText({ args, env = {} }: RunRequest): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${shellWord(value)}`);
  const words = args.map((arg) => (/^-[\w.-]+=/.test(arg) ? flagWord(arg) : shellWord(arg)));
  return [...variables, 'go', 'build', ...words].join(' ');
}

/** Quotes only the value, as people do: `-ldflags='-s -w'`. */
function flagWord(flag: string): string {
  const name = flag.slice(0, flag.indexOf('=') + 1);
  const value = flag.slice(name.length);
  return name + (/^[\w./@+,:-]+$/.test(value) ? value : shellWord(value));
}

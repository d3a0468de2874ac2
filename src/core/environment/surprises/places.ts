import { dirname } from 'node:path';
import type { Surprise } from '#contract/surprises';
import { failure, type FailureCode, type FailureParams } from '#contract/failure';
import { placesFor } from '#contract/go-variables';
import { maskedValue } from '#core/profiles';
import { problemOf } from '../go-file/index.ts';
import type { Facts } from './facts.ts';

type At = Pick<Surprise, 'name' | 'fix'> & Partial<Pick<Surprise, 'severity' | 'file' | 'line'>>;

function surprise<C extends FailureCode>(code: C, params: FailureParams<C>, at: At): Surprise {
  const reason = failure(code, params);
  return {
    severity: 'notice',
    file: null,
    line: null,
    ...at,
    reason: { code: reason.code, params: reason.params },
  };
}

/** What surprises about the places that set variables, and which of them counts. Pure. */
export function oddPlaces(facts: Facts): Surprise[] {
  return [
    ...emptyInEnvironment(facts),
    ...emptyLines(facts),
    ...fileOff(facts),
    ...shadowed(facts),
    ...telemetry(facts),
    ...foreignGoroot(facts),
    ...unreadFile(facts),
    ...differing(facts),
  ];
}

/** An empty variable in the environment counts as none. */
function emptyInEnvironment({ env, user }: Facts): Surprise[] {
  return [...(user?.variables ?? [])].flatMap(([name, { value, line }]) =>
    env[name] === '' && value !== '' && user
      ? [
          surprise(
            'surprise.empty-environment',
            { name, value: maskedValue(name, value), file: user.path, line },
            { name, file: user.path, line, fix: takeOut(name) },
          ),
        ]
      : [],
  );
}

/** A line counts even with an empty value, and then hides what the toolchain ships with. */
function emptyLines({ env, user, own }: Facts): Surprise[] {
  return [...(user?.variables ?? [])].flatMap(([name, { value, line }]) => {
    const hidden = own.variables.get(name)?.value;
    if (value !== '' || !hidden || env[name] || !user) return [];
    const params = { name, file: user.path, line, hidden: maskedValue(name, hidden) };
    return [
      surprise('surprise.empty-line', params, {
        name,
        severity: 'wrong',
        file: user.path,
        line,
        fix: takeOut(name),
      }),
    ];
  });
}

function fileOff({ env, offFile, managed }: Facts): Surprise[] {
  if (env['GOENV'] !== 'off' || offFile === null) return [];
  const fix = managed.get('GOENV') === 'off' ? { place: 'shell' as const, changes: { GOENV: null } } : null;
  return [surprise('surprise.file-off', { file: offFile }, { name: 'GOENV', fix })];
}

function shadowed({ env, user, managed }: Facts): Surprise[] {
  return [...(user?.variables ?? [])].flatMap(([name, { value, line }]) => {
    const inEnvironment = env[name];
    if (!inEnvironment || inEnvironment === value || value === '' || !user) return [];
    if (!placesFor(name).includes('go')) return [];
    const isOurs = managed.get(name) === inEnvironment;
    const params = {
      name,
      value: maskedValue(name, inEnvironment),
      hidden: maskedValue(name, value),
      file: user.path,
      line,
    };
    const fix = isOurs ? { place: 'shell' as const, changes: { [name]: null } } : null;
    return [surprise('surprise.shadowed', params, { name, file: user.path, line, fix })];
  });
}

function telemetry({ env }: Facts): Surprise[] {
  const value = env['GOTELEMETRY'];
  return value ? [surprise('surprise.telemetry', { value }, { name: 'GOTELEMETRY', fix: null })] : [];
}

/** Burrow and its shims pass no GOROOT on, but a Go that is started without them takes it for its own. */
function foreignGoroot({ env, own }: Facts): Surprise[] {
  const goroot = env['GOROOT'];
  const runs = dirname(own.path);
  if (!goroot || goroot === runs) return [];
  const params = { goroot, file: null, runs };
  return [surprise('switching.stale-goroot', params, { name: 'GOROOT', severity: 'wrong', fix: null })];
}

/** On a Mac, os.UserConfigDir is a folder of its own. */
function unreadFile({ unreadFile: unread, user, os }: Facts): Surprise[] {
  if (os !== 'darwin' || !unread || !user || unread.variables.size === 0) return [];
  const missing = [...unread.variables].filter(
    ([name, { value }]) =>
      placesFor(name).includes('go') && !user.variables.has(name) && problemOf(name, value) === null,
  );
  const isSecret = missing.some(([name, { value }]) => maskedValue(name, value) !== value);
  const changes = Object.fromEntries(missing.map(([name, { value }]) => [name, value]));
  const fix = missing.length === 0 || isSecret ? null : { place: 'go' as const, changes };
  return [
    surprise(
      'surprise.unread-file',
      { unread: unread.path, file: user.path },
      {
        name: 'GOENV',
        file: unread.path,
        fix,
      },
    ),
  ];
}

/** What a variable is by default depends on which Go runs. */
function differing({ env, user, own, toolchains }: Facts): Surprise[] {
  return [...own.variables].flatMap(([name, { value, line }]) => {
    if (env[name] || user?.variables.has(name)) return [];
    // One without the file is older, and has other defaults for another reason.
    const others = toolchains.flatMap(({ version, file }) => {
      const other = file.variables.get(name)?.value;
      return other === undefined || other === value ? [] : [`${version}: ${other === '' ? '""' : other}`];
    });
    if (others.length === 0) return [];
    const changes = problemOf(name, value) === null && value !== '' ? { [name]: value } : null;
    return [
      surprise(
        'surprise.toolchains-differ',
        { name, value, others },
        {
          name,
          file: own.path,
          line,
          fix: changes && { place: 'go', changes },
        },
      ),
    ];
  });
}

function takeOut(name: string): Surprise['fix'] {
  return { place: 'go', changes: { [name]: null } };
}

import { isSecretName, secretValuesIn } from '#core/system';
import type { ImageSecretKind } from '#contract/image-secret-kinds';
import { isPlaceholder } from './placeholders.ts';

/** A name or a command that has a secret. */
export interface FoundSecret {
  kind: ImageSecretKind;
  /** Of the variable, argument or label; null: it stands in a command. */
  name: string | null;
}

/** Names of what is public. */
const publicName = /(?:^|_)(?:PUBLIC|PUB|GPG|PGP|FINGERPRINT|KEYRING)|(?:GPGKEYS?|PUBKEY|KEYSERVER)$/i;

/** At its end, a word with which a name says something about a secret. */
const description =
  /_(?:METHOD|MODE|ENABLED?|DISABLED?|REQUIRED|PROVIDER|DRIVER|PLUGIN|STRATEGY|BACKEND|VERSION|ISSUER|AUDIENCE|REALM|HEADER|PREFIX|USER|USERNAME|EMAIL|HOST|PORT|SERVER|DOMAIN|REGION|SERVICE|TIMEOUT|LIFETIME|DAYS|FORMAT|ALGORITHM)$/i;

/** Whether `NAME=value` gives away a secret, by its name or by the form of its value. */
export function isSecretAssignment(assignment: string): boolean {
  const equals = assignment.indexOf('=');
  if (equals <= 0) return false;
  const name = assignment.slice(0, equals);
  const value = assignment.slice(equals + 1);
  if (secretValuesIn(value).some((each) => !isPlaceholder(each))) return true;
  // A URL without a password, whatever it is called.
  if (/^["']?[a-z][a-z0-9+.-]*:\/\//i.test(value)) return false;
  const isPublic = publicName.test(name) || description.test(name);
  return isSecretName(name) && !isPublic && !isPlaceholder(value);
}

function nameOf(assignment: string): string {
  return assignment.slice(0, assignment.indexOf('='));
}

/** The variables of the configuration, `NAME=value`, that hold secrets. */
export function secretsInEnv(env: readonly string[]): FoundSecret[] {
  return env.filter(isSecretAssignment).map((each) => ({ kind: 'environment', name: nameOf(each) }));
}

/** The command that a container runs, in words, each as JSON: so flags and their values are recognized. */
export function secretsInCommand(words: readonly string[]): FoundSecret[] {
  const text = words.map((word) => JSON.stringify(word)).join(' ');
  const isTold = secretValuesIn(text).some((each) => !isPlaceholder(each));
  return isTold ? [{ kind: 'command', name: null }] : [];
}

/** Labels are written for everyone to read, so only what has the form of a secret counts. */
export function secretsInLabels(labels: Readonly<Record<string, string>>): FoundSecret[] {
  return Object.entries(labels)
    .filter(([, value]) => secretValuesIn(value).some((each) => !isPlaceholder(each)))
    .map(([name]) => ({ kind: 'label', name }));
}

const kindOfInstruction: Readonly<Record<string, ImageSecretKind>> = {
  ENV: 'environment',
  ARG: 'build-argument',
  LABEL: 'label',
};

/** The secrets in a step of the history, as `readStep` reads it with nothing masked. */
export function secretsInStep(step: {
  instruction: string | null;
  text: string;
  args: readonly string[];
}): FoundSecret[] {
  const args = step.args.filter(isSecretAssignment);
  const found = args.map((each): FoundSecret => ({ kind: 'build-argument', name: nameOf(each) }));
  const kind = kindOfInstruction[step.instruction ?? ''];
  if (kind) {
    // Values are not quoted, so that one with blanks ends at the next name.
    const values = step.text.replace(/^\S+\s+/, '').split(/ (?=[A-Za-z_][\w.-]*=)/);
    return [...found, ...values.filter(isSecretAssignment).map((each) => ({ kind, name: nameOf(each) }))];
  }
  const isTold = secretValuesIn(step.text).some((each) => !isPlaceholder(each));
  return isTold ? [...found, { kind: 'command', name: null }] : found;
}

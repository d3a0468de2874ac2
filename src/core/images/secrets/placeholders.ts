import { isPlainValue } from '#core/system';

/** Words of documentation, anywhere in a value. */
const marked =
  /example|placeholder|dummy|change.?(?:me|it)|replace.?me|redacted|fixme|your[-_ ]|not[-_ ]?(?:set|used)/i;

/** Values that stand for one. */
const whole =
  /^(?:<[^>]*>|\*+|x{3,}|\.{3,}|#+|-+|%\w+%|foo|bar|baz|test|testing|todo|secret|password|passwd|token|key|default|unset|sample|fake|mock|empty|my[-_]?(?:secret|password|token|key)|(?:secret|token|password)[-_]?(?:key|value|here))$/i;

/** References to something that is elsewhere: variables, templates, files. */
const reference = /^(?:\$|\{\{|@|(?:file|env|vault|secret|op):)|^(?:~|\.{1,2})?\/(?:[\w.@-]+\/)*[\w.@-]+$/;

/** The fingerprint or id of a key of OpenPGP, which is public. */
const fingerprint = /^(?:(?:0x)?[0-9A-F]{8}(?:[0-9A-F]{8}|[0-9A-F]{32})?(?:[\s,]+|$))+$/;

/** Whether a value with the name of a secret is none: empty, a placeholder, or a reference to one that is elsewhere. */
export function isPlaceholder(value: string): boolean {
  // In a shell, more may follow directly.
  const word = value.trim().replace(/[;,)]$/, '');
  const plain = word.replace(/^(["'])(.*)\1$/s, '$2').trim();
  return (
    plain.length < 3 ||
    isPlainValue(plain) ||
    whole.test(plain) ||
    marked.test(plain) ||
    reference.test(plain) ||
    fingerprint.test(plain)
  );
}

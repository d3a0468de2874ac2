/** Words that name a secret. */
const secretWords = new Set(
  (
    'key token secret secrets password passwords passwd passphrase passcode pass pwd pat credential credentials ' +
    'cred creds auth authorization signature sig cookie jwt otp salt dsn'
  ).split(' '),
);

/** The ends of words that are written together: `apikey`, `githubtoken`. Words such as `monkey` and `compass` are not secret. */
const secretEnd =
  /(?:token|secret|password|passwd|passphrase|pwd|credentials?|sessionid|connectionstring|(?:api|auth|access|secret|private|license|licence|signing|encryption|shared|master|ssh|gpg|account|storage|subscription)key|(?:db|user|root|admin|smtp|mysql|mail|ftp)pass|githubpat)$/;

/** With one of these at its end, a name means something about a secret: `TOKEN_FILE`, `keyType`. */
const descriptions = new Set(
  'file path dir folder name type size length len count alg algorithm ttl expiry url uri endpoint sock socket'.split(
    ' ',
  ),
);

/** The words of `GITHUB_TOKEN`, `apiKey`, `x-auth-token`, `main.dbPassword`, in lower case. */
function wordsOf(name: string): string[] {
  return name
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function isSecretWord(word: string): boolean {
  return secretWords.has(word) || secretEnd.test(word);
}

/** Whether a word of the name means a secret. */
export function mentionsSecret(name: string): boolean {
  const words = wordsOf(name);
  return words.some(isSecretWord) || /connection_?string/i.test(name);
}

/** Whether the value of a variable, flag or field with this name is a secret. */
export function isSecretName(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  // `token.go:12:3` is a place in a file.
  if (descriptions.has(last) || /\.(?:go|mod|c|h|s|txt|json|ya?ml|toml|pem|md)$/.test(name)) return false;
  // AWS_ACCESS_KEY_ID, keyId; but the secret_id of a vault is a secret.
  if (last === 'id' && /key[_-]?id$/i.test(name)) return false;
  return mentionsSecret(name);
}

/** Whether a name is more than one word: `api_key`, `dbPassword`. */
export function isComposite(name: string): boolean {
  return wordsOf(name).length > 1;
}

/** A value that is no secret whatever its name: a switch, a small number, nothing. */
export function isPlainValue(value: string): boolean {
  return /^["']?(?:true|false|yes|no|on|off|none|null|nil|undefined|\d{1,3})?["']?[,;)\]}.]*$/i.test(value);
}

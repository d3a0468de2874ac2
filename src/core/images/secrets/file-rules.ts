import { secretValuesIn } from '#core/system';
import type { ImageSecretKind } from '#contract/image-secret-kinds';
import { isPlaceholder } from './placeholders.ts';

/** Which files may hold a secret, by their names, and by what in their content it is recognized. */
interface FileRule {
  kind: ImageSecretKind;
  /** Of the whole base name. */
  name: RegExp;
  /** Of the folder; without it, any. */
  folder?: RegExp;
  /** `text`: the bytes of the file, each one character. */
  holds: (text: string) => boolean;
}

/**
 * With some of the encoded key, so that documentation that only names the line is left out. Headers and blanks before it are
 * bounded, because every such line of a hostile file is tried.
 */
const privateKeyBlock =
  /-----BEGIN (?:[A-Z]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----\s(?:[\w-]+: [^\n]*\n|\s){0,40}(?:[A-Za-z0-9+/=]{16,}\s*){2}/;

const hasPrivateKey = (text: string) => privateKeyBlock.test(text) || text.startsWith('PuTTY-User-Key-File-');

/** Whether a group of an expression finds a value that is no placeholder. */
const value = (found: RegExp) => (text: string) =>
  [...text.matchAll(found)].some((match) => !isPlaceholder(match[1] ?? ''));

/** Shorter lines cannot have a name and a secret. */
const minLine = 6;
const comment = /^[ \t]*(?:#|\/\/|;)/;

/** Whether a line gives a secret to a name, flag or URL. */
const secretLine = (text: string) =>
  text
    .split('\n')
    .some(
      (line) =>
        line.length >= minLine &&
        !comment.test(line) &&
        secretValuesIn(line).some((each) => !isPlaceholder(each)),
    );

/** Of DER in PKCS #12, of JKS, of JCEKS and of KeePass. */
const keyStoreStarts = [
  '0\x80',
  '0\x81',
  '0\x82',
  '0\x83',
  '\xfe\xed\xfe\xed',
  '\xce\xce\xce\xce',
  '\x03\xd9\xa2\x9a',
];

const rules: readonly FileRule[] = [
  {
    kind: 'private-key',
    name: /id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|identity|[^/]*\.(?:pem|key|p8|asc|gpg|ppk|priv)|[^/]*[_-]key/,
    holds: hasPrivateKey,
  },
  {
    // One that is named so has certificates alone.
    kind: 'key-store',
    name: /(?![^/]*(?:trust|cacerts))[^/]*\.(?:p12|pfx|jks|jceks|keystore|kdbx)/,
    holds: (text) => keyStoreStarts.some((start) => text.startsWith(start)),
  },
  {
    kind: 'env-file',
    name: /(?!.*\.(?:example|sample|template|dist|defaults?|schema|tmpl|md)$)(?:\.env(?:rc|\.[\w.-]+)?|[\w.-]+\.env)/,
    holds: secretLine,
  },
  {
    kind: 'registry-credentials',
    name: /\.npmrc|\.yarnrc|\.yarnrc\.yml/,
    holds: value(/(?:_authToken|_auth|_password|npmAuthToken|npmAuthIdent)["']?\s{0,4}[=:]\s{0,4}(\S+)/g),
  },
  {
    kind: 'registry-credentials',
    name: /\.pypirc/,
    holds: value(/^[ \t]*password\s{0,4}[=:]\s{0,4}(\S+)/gm),
  },
  {
    kind: 'registry-credentials',
    name: /pip\.conf|\.pip\.conf|sources\.list|[^/]+\.(?:list|sources)/,
    folder: /(?:^|\/)(?:etc|\.pip|pip|apt|sources\.list\.d|auth\.conf\.d)$/,
    holds: secretLine,
  },
  {
    kind: 'registry-credentials',
    name: /credentials(?:\.toml)?/,
    folder: /(?:^|\/)\.(?:cargo|gem)$/,
    holds: value(/^[ \t]*:?(?:token|\w*api_key)\s{0,4}[=:]\s{0,4}(\S+)/gm),
  },
  { kind: 'registry-credentials', name: /NuGet\.Config/i, holds: value(/Password"\s+value="([^"]+)"/g) },
  {
    kind: 'registry-credentials',
    name: /settings\.xml|settings-security\.xml/,
    folder: /(?:^|\/)(?:\.m2|conf)$/,
    holds: value(/<(?:password|passphrase)>([^<]+)</g),
  },
  {
    kind: 'registry-credentials',
    name: /auth\.json/,
    folder: /composer$/,
    holds: value(/"(?:password|token|[\w.-]+\.[a-z]+)"\s*:\s*"([^"]+)"/g),
  },
  { kind: 'git-credentials', name: /\.git-credentials/, holds: secretLine },
  {
    kind: 'git-credentials',
    name: /config|\.gitconfig|gitconfig/,
    folder: /(?:^|\/)\.git$|^(?:etc|root|home\/[^/]+)$/,
    holds: (text) => secretLine(text) || /extraheader\s*=\s*authorization:\s*\S+ \S{8,}/i.test(text),
  },
  {
    kind: 'access-token',
    name: /hosts\.yml|hub/,
    folder: /\.config(?:\/gh)?$/,
    holds: value(/oauth_token:\s*(\S+)/g),
  },
  { kind: 'netrc', name: /[._]netrc/, holds: value(/\bpassword\s+(\S+)/g) },
  {
    kind: 'netrc',
    name: /auth\.conf|[^/]+\.conf/,
    folder: /etc\/apt(?:\/auth\.conf\.d)?$/,
    holds: value(/^[ \t]*machine\b[^\n]*\bpassword[ \t]+(\S+)/gm),
  },
  {
    kind: 'docker-credentials',
    name: /config\.json|\.dockercfg|auth\.json/,
    folder: /(?:^|\/)(?:\.docker|containers|root|home\/[^/]+|kaniko\/\.docker)$/,
    holds: value(/"(?:auth|identitytoken|registrytoken)"\s*:\s*"([^"]{4,})"/g),
  },
  {
    kind: 'cloud-credentials',
    name: /credentials|config/,
    folder: /(?:^|\/)\.aws$/,
    holds: value(/aws_secret_access_key\s{0,4}=\s{0,4}(\S+)/g),
  },
  {
    kind: 'cloud-credentials',
    name: /[^/]*(?:credential|service[-_]?account|gcp|gcloud|google|firebase|[-_.]sa)[^/]*\.json/i,
    holds: (text) =>
      (/"type"\s*:\s*"service_account"/.test(text) &&
        /"private_key"\s*:\s*"-----BEGIN [^"]{40,}/.test(text)) ||
      value(/"(?:refresh_token|client_secret)"\s*:\s*"([^"]{8,})"/g)(text),
  },
  {
    kind: 'cloud-credentials',
    name: /\.s3cfg|\.boto|rclone\.conf/,
    holds: value(
      /^[ \t]*(?:secret_key|aws_secret_access_key|pass|token|secret_access_key)\s{0,4}=\s{0,4}(\S+)/gm,
    ),
  },
  {
    kind: 'cloud-credentials',
    name: /\.terraformrc|credentials\.tfrc\.json|[\w.-]+\.tfvars/,
    holds: (text) => value(/\btoken"?\s*[=:]\s*"([^"]+)"/g)(text) || secretLine(text),
  },
  {
    kind: 'kubeconfig',
    name: /config|[\w.-]*kubeconfig(?:\.ya?ml)?|(?:admin|kubelet|controller-manager|scheduler)\.conf/,
    folder: /(?:^|\/)(?:\.kube|kubernetes|root|app|home\/[^/]+)$/,
    holds: (text) =>
      /^(?:- )?clusters:|kind:\s*Config/m.test(text) &&
      value(/^[ \t]*(?:client-key-data|token|password):\s*(\S+)/gm)(text),
  },
  { kind: 'database-password', name: /\.pgpass/, holds: value(/^[^#:\n]+:[^:\n]*:[^:\n]*:[^:\n]*:(.+)$/gm) },
  { kind: 'database-password', name: /\.my\.cnf/, holds: value(/^[ \t]*password\s{0,4}=\s{0,4}(\S+)/gm) },
  // A hash of crypt(3); `*` and `!` lock the account.
  {
    kind: 'password-hash',
    name: /shadow-?/,
    folder: /^etc$/,
    holds: (text) => /^[^:\n]+:\$[\w-]+\$[^:\n]{8,}:/m.test(text),
  },
  {
    kind: 'password-hash',
    name: /\.htpasswd|htpasswd/,
    holds: (text) => /^[^:\s]+:(?:\$\w+\$|\{SHA\})\S{8,}/m.test(text),
  },
  { kind: 'shell-history', name: /\.(?:bash|zsh|ash|sh|mysql|psql|python)_history/, holds: secretLine },
  { kind: 'access-token', name: /\.vault-token/, holds: value(/^(\S{8,})\s*$/g) },
];

/** What libraries, toolchains and distributions bring, to test or to explain something: everyone has it. */
const harmless = new RegExp(
  [
    '(?:^|/)(?:testdata|tests?|fixtures?|__tests__|examples?|samples?|docs?|demos?|spec)/',
    '(?:^|/)(?:node_modules|site-packages|dist-packages|pkg/mod|vendor|third_party|gems|registry/src|src/crypto)/',
    '^usr/(?:local/)?share/',
    '^etc/ssl/certs/',
    'ssl-cert-snakeoil\\.key$',
  ].join('|'),
);

const maxBytes = 256 * 1024;
/** No file system of Linux has longer names (NAME_MAX); those of an archive may be. */
const maxName = 255;

const whole = rules.map((rule) => ({ ...rule, name: anchored(rule.name.source, rule.name.flags) }));
/** Almost all files are none of these. */
const anyName = anchored(rules.map(({ name }) => name.source).join('|'), 'i');

function anchored(source: string, flags: string): RegExp {
  return new RegExp(`^(?:${source})$`, flags);
}

function rulesFor(path: string, bytes: number): FileRule[] {
  const nameAt = path.lastIndexOf('/') + 1;
  const name = path.slice(nameAt);
  if (bytes === 0 || bytes > maxBytes || name.length > maxName || !anyName.test(name) || harmless.test(path))
    return [];
  const folder = path.slice(0, Math.max(0, nameAt - 1));
  return whole.filter((rule) => rule.name.test(name) && (rule.folder?.test(folder) ?? true));
}

/** Whether a file has to be looked into, to tell whether it holds a secret. */
export function mayHoldSecret(path: string, bytes: number): boolean {
  return rulesFor(path, bytes).length > 0;
}

/** What kind of secret a file holds; null: none that is recognized. */
export function secretInFile(path: string, content: Buffer): ImageSecretKind | null {
  const text = content.toString('latin1');
  return rulesFor(path, content.length).find(({ holds }) => holds(text))?.kind ?? null;
}

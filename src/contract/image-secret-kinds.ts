/** What kinds of secrets are found in images; core/images/secrets says by what each is recognized. */
export const imageSecretKinds = [
  /** Files. */
  'private-key',
  'key-store',
  'env-file',
  'registry-credentials',
  'git-credentials',
  'netrc',
  'docker-credentials',
  'cloud-credentials',
  'kubeconfig',
  'database-password',
  'password-hash',
  'shell-history',
  'access-token',
  /** The configuration and the history. */
  'build-argument',
  'environment',
  'label',
  'command',
] as const;
export type ImageSecretKind = (typeof imageSecretKinds)[number];

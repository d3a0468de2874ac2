import type { ImageSecretKind } from '../image-secret-kinds.ts';
import type { Locale } from '../locale.ts';

/** What a finding of an image is, as part of a sentence: `a private key`. */
export const secretKinds: Record<Locale, Record<ImageSecretKind, string>> = {
  en: {
    'private-key': 'a private key',
    'key-store': 'a key store',
    'env-file': 'a file with secret variables',
    'registry-credentials': 'credentials for a package registry',
    'git-credentials': 'credentials for Git',
    netrc: 'a .netrc with passwords',
    'docker-credentials': 'credentials for Docker',
    'cloud-credentials': 'credentials for a cloud',
    kubeconfig: 'a kubeconfig with credentials',
    'database-password': 'a password for a database',
    'password-hash': 'the hash of a password',
    'shell-history': 'the history of a shell with secrets',
    'access-token': 'an access token',
    'build-argument': 'a secret in a build argument',
    environment: 'a secret in a variable',
    label: 'a secret in a label',
    command: 'a secret in a command',
  },
  'zh-CN': {
    'private-key': '私钥',
    'key-store': '密钥库',
    'env-file': '含机密变量的文件',
    'registry-credentials': '软件包仓库的凭据',
    'git-credentials': 'Git 凭据',
    netrc: '带密码的 .netrc',
    'docker-credentials': 'Docker 凭据',
    'cloud-credentials': '云服务凭据',
    kubeconfig: '带凭据的 kubeconfig',
    'database-password': '数据库密码',
    'password-hash': '密码的哈希',
    'shell-history': '含机密的 shell 历史',
    'access-token': '访问令牌',
    'build-argument': '构建参数中的机密',
    environment: '变量中的机密',
    label: '标签中的机密',
    command: '命令中的机密',
  },
};

import { describe, expect, test } from 'vitest';
import { readStep } from '#contract/image-step';
import { shortLayer } from '#testing/image-layers';
import { expectLinearTime } from '#testing/linear-time';
import { applyLayers } from '../contents/index.ts';
import { isSecretAssignment, secretsInStep } from './config-secrets.ts';
import { secretInFile } from './file-rules.ts';
import { findSecrets, mayHoldSecret } from './index.ts';

/* Put together here so that scanners of repositories do not report this file. */
const body = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n';
const pem = (what: string, content = body) => `-----BEGIN ${what}-----\n${content}-----END ${what}-----\n`;
const key = 'KEY';
const privateKey = (kind = '') => pem(`${kind}PRIVATE ${key}`);
const github = `ghp_${'a1B2c3D4'.repeat(4)}wxyz`;
const npm = `npm_${'a1B2c3D4'.repeat(4)}wxyz`;
const aws = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzKEY';

describe('files', () => {
  test.each<[path: string, content: string, kind: string | null]>([
    ['root/.ssh/id_rsa', privateKey('OPENSSH '), 'private-key'],
    ['root/.ssh/id_ed25519', privateKey('RSA '), 'private-key'],
    ['root/.ssh/id_rsa.pub', 'ssh-rsa AAAAB3NzaC1yc2E me@host', null],
    ['etc/ssh/ssh_host_rsa_key', privateKey('OPENSSH '), 'private-key'],
    ['app/tls/server.pem', pem('CERTIFICATE') + privateKey(), 'private-key'],
    ['app/tls/server.key', privateKey('ENCRYPTED '), 'private-key'],
    ['app/tls/ca.pem', pem('CERTIFICATE'), null],
    ['app/tls/public.pem', pem('PUBLIC KEY'), null],
    ['app/empty.key', pem(`PRIVATE ${key}`, '...\n'), null],
    ['app/signing.asc', pem(`PGP PRIVATE ${key} BLOCK`, `Version: 1\n\n${body}`), 'private-key'],
    ['etc/ssl/certs/ca.pem', privateKey(), null],
    ['etc/ssl/private/ssl-cert-snakeoil.key', privateKey(), null],
    ['go/pkg/mod/example.com/a@v1.0.0/server.key', privateKey(), null],
    ['usr/local/go/src/crypto/tls/testdata/example-key.pem', privateKey(), null],
    ['app/node_modules/https/test.key', privateKey(), null],
    ['app/store.p12', '0\x82\x0a\x10', 'key-store'],
    ['app/truststore.p12', '0\x82\x0a\x10', null],
    ['app/.env', 'PORT=80\nDB_PASSWORD=hunter22\n', 'env-file'],
    ['app/.env.production', 'DATABASE_URL=postgres://app:hunter22@db/shop\n', 'env-file'],
    ['app/prod.env', `X=${github}\n`, 'env-file'],
    ['app/.env', 'PORT=80\nTOKEN_URL=https://id.example.org/token\n', null],
    ['app/.env', 'DB_PASSWORD=\nAPI_KEY=changeme\nTOKEN=${TOKEN}\n# SECRET=hunter22\n', null],
    ['app/.env.example', 'DB_PASSWORD=hunter22\n', null],
    ['app/env', 'DB_PASSWORD=hunter22\n', null],
    ['root/.npmrc', `//npm.example.org/:_authToken=${npm}\n`, 'registry-credentials'],
    ['root/.npmrc', '//npm.example.org/:_authToken=${NPM_TOKEN}\nregistry=https://npm.example.org\n', null],
    ['root/.pypirc', '[a]\nusername = me\npassword = hunter22\n', 'registry-credentials'],
    [
      'etc/pip.conf',
      '[global]\nindex-url = https://me:hunter22@pip.example.org/simple\n',
      'registry-credentials',
    ],
    ['etc/pip.conf', '[global]\nindex-url = https://pip.example.org/simple\n', null],
    [
      'etc/apt/sources.list',
      'deb https://me:hunter22@deb.example.org/debian stable main\n',
      'registry-credentials',
    ],
    ['etc/apt/sources.list', 'deb https://deb.example.org/debian stable main\n', null],
    ['root/.cargo/credentials.toml', '[registry]\ntoken = "abcdef123456"\n', 'registry-credentials'],
    ['root/.m2/settings.xml', '<server><password>hunter22</password></server>', 'registry-credentials'],
    ['root/.m2/settings.xml', '<server><password>${env.PASSWORD}</password></server>', null],
    ['root/.git-credentials', `https://me:${github}@git.example.org\n`, 'git-credentials'],
    [
      'src/.git/config',
      '[remote "origin"]\n\turl = https://me:hunter22@git.example.org/a\n',
      'git-credentials',
    ],
    ['src/.git/config', '[http]\n\textraheader = AUTHORIZATION: basic eC1hY2Nlc3M6\n', 'git-credentials'],
    ['src/.git/config', '[remote "origin"]\n\turl = git@git.example.org:a/b\n', null],
    ['root/.netrc', 'machine git.example.org login me password hunter22\n', 'netrc'],
    [
      'root/.docker/config.json',
      '{"auths":{"r.example.org":{"auth":"bWU6aHVudGVyMg=="}}}',
      'docker-credentials',
    ],
    ['root/.docker/config.json', '{"auths":{"r.example.org":{}},"credsStore":"desktop"}', null],
    ['app/config.json', '{"auth":"bWU6aHVudGVyMg=="}', null],
    ['root/.aws/credentials', `[default]\naws_secret_access_key = ${aws}\n`, 'cloud-credentials'],
    ['root/.aws/config', '[default]\nregion = eu-central-1\n', null],
    [
      'app/service-account.json',
      `{"type": "service_account", "private_key": "-----BEGIN ${body.replaceAll('\n', '\\n')}"}`,
      'cloud-credentials',
    ],
    ['app/google.json', '{"type": "service_account_list"}', null],
    [
      'root/.kube/config',
      'apiVersion: v1\nkind: Config\nusers:\n- user:\n    token: abcdef123456\n',
      'kubeconfig',
    ],
    ['root/.kube/config', 'apiVersion: v1\nkind: Config\nusers: []\n', null],
    ['root/.pgpass', 'db:5432:shop:app:hunter22\n', 'database-password'],
    ['root/.my.cnf', '[client]\npassword = hunter22\n', 'database-password'],
    ['etc/shadow', 'root:$6$salt$0123456789abcdef:19000:0:99999:7:::\n', 'password-hash'],
    ['etc/shadow', 'root:*:19000:0:99999:7:::\ndaemon:!:19000::::::\n', null],
    ['root/.bash_history', `ls\nexport GITHUB_TOKEN=${github}\n`, 'shell-history'],
    ['root/.bash_history', 'ls\ncd /app\nexport TOKEN=$(cat token)\n', null],
    ['root/.vault-token', 'abcdefgh12345678\n', 'access-token'],
    ['etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n', null],
    ['usr/share/doc/x/id_rsa', privateKey(), null],
  ])('%s: %j is %s', (path, content, kind) => {
    const file = Buffer.from(content, 'latin1');
    expect(secretInFile(path, file)).toBe(kind);
    if (kind !== null) expect(mayHoldSecret(path, file.length)).toBe(true);
  });

  test.each([
    ['root/.ssh/id_rsa', 0, false],
    ['root/.ssh/id_rsa', 1_000_000, false],
    ['var/lib/dpkg/info/libc6.list', 2000, false],
    ['app/config.yaml', 2000, false],
    ['app/package.json', 2000, false],
    ['app/server.js', 2000, false],
  ])('whether %s of %i bytes is kept: %s', (path, bytes, kept) => {
    expect(mayHoldSecret(path, bytes)).toBe(kept);
  });
});

test.each([
  ['NPM_TOKEN=abcdef123456', true],
  ['DB_PASSWORD=hunter22', true],
  ['DATABASE_URL=postgres://app:hunter22@db:5432/shop', true],
  [`NOTE=see ${github}`, true],
  ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI', true],
  ['PATH=/usr/local/go/bin:/usr/bin', false],
  ['TOKEN_URL=https://id.example.org/token', false],
  ['TOKEN=https://id.example.org/token', false],
  ['SECRET_FILE=/run/secrets/db', false],
  ['DB_PASSWORD=/run/secrets/db', false],
  ['DB_PASSWORD=', false],
  ['DB_PASSWORD=changeme', false],
  ['API_KEY=your-api-key', false],
  ['API_KEY=<key>', false],
  ['API_KEY=${API_KEY}', false],
  ['GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D', false],
  ['SIGNING_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D', false],
  ['JWT_PUBLIC_KEY=MIIBIjANBgkqhkiG9w0', false],
  ['DATABASE_URL=postgres://app@db:5432/shop', false],
  ['DATABASE_URL=postgres://app:${PASSWORD}@db:5432/shop', false],
  ['USE_AUTH=true', false],
  ['=x', false],
  ['TOKEN', false],
])('whether %s gives away a secret: %s', (assignment, secret) => {
  expect(isSecretAssignment(assignment)).toBe(secret);
});

test.each<[string, string | null, string[], string[]]>([
  ['RUN go build', 'RUN', ['VERSION=v1', `GITHUB_TOKEN=${github}`], ['build-argument GITHUB_TOKEN']],
  [
    'RUN curl -H "Authorization: Bearer abcdef1234567890abc" https://a.example.org',
    'RUN',
    [],
    ['command null'],
  ],
  ['RUN git clone https://me:hunter22@git.example.org/a', 'RUN', [], ['command null']],
  ['RUN git clone https://$USER:$TOKEN@git.example.org/a', 'RUN', [], []],
  ['RUN curl -fsSL https://a.example.org/f?version=1 | sh', 'RUN', [], []],
  ['RUN apt-key adv --keyserver keys.example.org --recv-keys 0123456789ABCDEF', 'RUN', [], []],
  ['ENV A=1 DB_PASSWORD=one two B=2', 'ENV', [], ['environment DB_PASSWORD']],
  ['ARG NPM_TOKEN', 'ARG', [], []],
  [`ARG NPM_TOKEN=${npm}`, 'ARG', [], ['build-argument NPM_TOKEN']],
  ['COPY id_rsa /root/.ssh/id_rsa', 'COPY', [], []],
])('%s', (text, instruction, args, found) => {
  expect(secretsInStep({ text, instruction, args }).map(({ kind, name }) => `${kind} ${name}`)).toEqual(
    found,
  );
});

/** Steps as official images have them. */
test.each([
  `RUN set -eux; key='859BE8D7C586F538430B19C2467B942D3A79BD29'; export GNUPGHOME="$(mktemp -d)"; gpg --batch --keyserver keys.example.org --recv-keys "$key"`,
  `RUN gpg --batch --keyserver keys.example.org --recv-keys 'EB4C 1BFD 4F04 2F6D DDCC  EC91 7721 F63B D38B 4796'`,
  `RUN NGINX_GPGKEYS="573BFD6B3D8FBC641079A6ABABF5BD827BD9BF62 8540A6F18833A80E9C1653A42FD21310B49F6B46"; for key in $NGINX_GPGKEYS; do gpg1 --keyserver "$server" --keyserver-options timeout=10 --recv-keys "$key"; done`,
  'RUN curl -fsSL https://deb.example.org/key.gpg | gpg --dearmor -o /etc/apt/keyrings/node.gpg',
  'RUN echo "deb [signed-by=/usr/share/keyrings/a.gpg] https://deb.example.org/a stable main" > /etc/apt/sources.list.d/a.list',
  'RUN OPENSSL_PGP_KEY_IDS="0x8657ABB260F056B1E5190839D9C4D26D0E604491 0x5B2545DAB21995F4088CEFAA36CEE4DEB00CFE33" && make',
  'RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci',
  'RUN npm config set //npm.example.org/:_authToken=$NPM_TOKEN && npm ci',
  'RUN groupadd -r app && useradd -r -g app app && passwd -l app',
  'RUN openssl req -x509 -newkey rsa:2048 -nodes -keyout /tls/server.key -out /tls/server.crt',
  'RUN ssh-keygen -A && sed -i "s/#PasswordAuthentication yes/PasswordAuthentication no/" /etc/ssh/sshd_config',
  'ENV PYTHON_SHA256=8d8a5a2f0b3c GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D',
  'ENV RABBITMQ_PGP_KEY_ID=0x0A9AF2115F4687BD29803A206B73A36E6026DFCA',
  'ENV SSL_CERT_DIR=/etc/ssl/certs KEY_FILE=/tls/server.key AUTH_METHOD=trust',
  'LABEL org.opencontainers.image.source=https://git.example.org/shop',
  'CMD ["serve" "--token-file" "/run/secrets/token"]',
])('%s has no secret', (createdBy) => {
  expect(secretsInStep(readStep(createdBy))).toEqual([]);
});

test.each([
  ['RUN npm config set //npm.example.org/:_authToken=NpmT0ken && npm ci', 'command'],
  ['RUN echo "root:hunter22" | chpasswd && curl -u me:hunter22 https://a.example.org', 'command'],
  ['RUN mysql -u root --password=hunter22 < schema.sql', 'command'],
  ['CMD ["serve" "--token" "hunter22"]', 'command'],
  ['ENV AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI', 'environment'],
])('%s has one', (createdBy, kind) => {
  expect(secretsInStep(readStep(createdBy)).map((each) => each.kind)).toEqual([kind]);
});

describe('an image', () => {
  const secret = privateKey('OPENSSH ');
  const keptIn = (...paths: string[]) => new Map(paths.map((path) => [path, Buffer.from(secret)]));

  test('what was copied and then deleted is still there', () => {
    const contents = [
      shortLayer(`root/id_rsa=${secret}`, `app/id_rsa=${secret}`),
      shortLayer('!root/id_rsa'),
    ];
    const layers = [
      { content: contents[0] ?? shortLayer(), kept: keptIn('root/id_rsa', 'app/id_rsa') },
      { content: contents[1] ?? shortLayer(), kept: new Map<string, Buffer>() },
    ];
    const history = [
      { createdBy: 'COPY keys/ / # buildkit', layer: 0 },
      { createdBy: 'RUN |1 NPM_TOKEN=hunter22 /bin/sh -c rm /root/id_rsa # buildkit', layer: 1 },
      { createdBy: 'ENV DB_PASSWORD=hunter22', layer: null },
    ];
    const env = ['DB_PASSWORD=hunter22', 'API_KEY=hunter22'];
    const found = findSecrets(
      { layers, history, env, command: ['/run', '--token', 'hunter22'], labels: { a: github } },
      applyLayers(contents),
    );
    const copied = { kind: 'private-key', name: null, layer: 0, step: 'COPY keys/ /' };
    const set = { path: null, hidden: false };
    expect(found).toEqual([
      { ...copied, path: 'root/id_rsa', hidden: true },
      { ...copied, path: 'app/id_rsa', hidden: false },
      { ...set, kind: 'build-argument', name: 'NPM_TOKEN', layer: 1, step: 'RUN rm /root/id_rsa' },
      { ...set, kind: 'environment', name: 'DB_PASSWORD', layer: null, step: 'ENV DB_PASSWORD=***' },
      { ...set, kind: 'environment', name: 'API_KEY', layer: null, step: null },
      { ...set, kind: 'label', name: 'a', layer: null, step: null },
      { ...set, kind: 'command', name: null, layer: null, step: null },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/hunter22|ghp_|BEGIN/);
  });

  test('one that is stored twice is found once', () => {
    const contents = [shortLayer(`id_rsa=${secret}`), shortLayer(`id_rsa=${secret}`)];
    const layers = contents.map((content) => ({ content, kept: keptIn('id_rsa') }));
    const found = findSecrets(
      { layers, history: [], env: [], command: ['/run', '--token-file', '/run/secrets/a'], labels: {} },
      applyLayers(contents),
    );
    expect(found).toEqual([
      { kind: 'private-key', path: 'id_rsa', name: null, layer: 1, step: null, hidden: false },
    ]);
  });
});

const paths = [
  '.env',
  '.npmrc',
  'id_rsa',
  'root/.kube/config',
  'root/.docker/config.json',
  '.pgpass',
  'etc/shadow',
  'root/.m2/settings.xml',
  'x/credentials.json',
  '.git/config',
];

test('takes time in proportion to the size of a file', () => {
  const words = [
    '-----BEGIN ',
    'PRIVATE KEY-----',
    'password',
    '=',
    ':',
    '"auth"',
    'token',
    '<password>',
    '//',
    '$6$',
    'kind: Config',
    '"',
  ];
  const tried = expectLinearTime((text) => {
    for (const path of paths) secretInFile(path, Buffer.from(text));
  }, words);
  expect(tried).toBeGreaterThan(0);
});

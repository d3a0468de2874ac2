import { expect, it } from 'vitest';
import { maskLines } from './mask-lines.ts';

it.each([
  ['ENV API_TOKEN=abc LOG=info', 'ENV API_TOKEN=*** LOG=info'],
  ['ENV API_TOKEN abc def', 'ENV API_TOKEN ***'],
  ['  env Api_Token abc', '  env Api_Token ***'],
  ['ENV LOG some words', 'ENV LOG some words'],
  ['ARG NPM_TOKEN=abc', 'ARG NPM_TOKEN=***'],
  ['ADD https://me:abc@example.com/a /a', 'ADD https://***@example.com/a /a'],
  ['RUN curl -H "Authorization: Bearer abcdefgh" x', 'RUN curl -H "Authorization: ***" x'],
  [
    'RUN --mount=type=secret,id=token cat /run/secrets/token',
    'RUN --mount=type=secret,id=token cat /run/secrets/token',
  ],
  ['COPY \u001B[31m /a', 'COPY \uFFFD[31m /a'],
  // An encoded value with `=` at its end is no other assignment.
  ['ENV API_TOKEN dGVzdA==', 'ENV API_TOKEN ***'],
  ['ONBUILD ENV API_TOKEN abc', 'ONBUILD ENV API_TOKEN ***'],
  ['LABEL api_key "abc"', 'LABEL api_key ***'],
])('%s', (line, masked) => expect(maskLines([line])).toBe(masked));

it.each([
  [['ENV API_TOKEN \\', '  abc'], 'ENV API_TOKEN   ***'],
  [['ENV \\', '# why', 'API_TOKEN abc \\', 'def'], 'ENV API_TOKEN ***'],
  [['ENV API_TOKEN="abc \\', 'def" A=1'], 'ENV API_TOKEN=*** A=1'],
  [['ENV API_TOKEN=abc`', 'def'], 'ENV API_TOKEN=***'],
  [['RUN login --password \\', '  abc'], 'RUN login --password   ***'],
  [['RUN mysql -u me \\', '  -pabc'], 'RUN mysql -u me   -p***'],
])('masks what is a secret only where its lines are joined: %j', (lines, masked) => {
  expect(maskLines(lines)).toBe(masked);
});

it('leaves instructions with several lines as they are', () => {
  const lines = ['RUN a \\', '  # a comment', '  && TOKEN=abc b \\', '', '  && c', 'COPY x y'];
  expect(maskLines(lines)).toBe(lines.join('\n').replace('abc', '***'));
});

it('masks a private key in a document', () => {
  const key = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIabc', '-----END RSA PRIVATE KEY-----'];
  expect(maskLines(['COPY <<E /id', ...key, 'E', 'x'])).toBe('COPY <<E /id\n***\n***\n***\nE\nx');
});

it('has an end', () => {
  expect(maskLines(Array.from({ length: 2000 }, () => 'RUN echo x'))).toHaveLength(4001);
  // What is a secret in it is not known without its end.
  expect(maskLines(['FROM a', `RUN curl https://me:${'abc'.repeat(9000)}@example.com`, 'x'])).toBe('FROM a…');
});

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
])('%s', (line, masked) => expect(maskLines([line])).toBe(masked));

it('masks a private key in a document', () => {
  const key = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIabc', '-----END RSA PRIVATE KEY-----'];
  expect(maskLines(['COPY <<E /id', ...key, 'E', 'x'])).toBe('COPY <<E /id\n***\n***\n***\nE\nx');
});

it('has an end', () => {
  expect(maskLines(Array.from({ length: 2000 }, () => 'RUN echo x'))).toHaveLength(4001);
});

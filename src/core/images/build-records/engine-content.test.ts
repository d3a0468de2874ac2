import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { attestedContent, storedImage } from './engine-content.ts';
import type { Grpc } from './grpc.ts';
import { encodeMessage, Message } from './protobuf.ts';

const contents = new Map<string, string>();

/** The digest under which an engine has this document. */
function stored(document: unknown): string {
  const content = JSON.stringify(document);
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  contents.set(digest, content);
  return digest;
}

const engine = {
  call: async ({ request }: { request: Buffer }) => {
    const content = contents.get(new Message(request).text(1));
    return content === undefined ? null : [encodeMessage({ 2: content })];
  },
} as unknown as Grpc;

const config = stored({ history: [{ created_by: 'COPY a /' }, { created_by: 'CMD', empty_layer: true }] });
const manifest = stored({ config: { digest: config }, layers: [{ digest: 'sha256:layer' }] });
const none = `sha256:${'0'.repeat(64)}`;

/** An index that has the manifest and this attestation about an image. */
function indexWith(about: string, predicateType: string): string {
  const layer = {
    digest: stored({ predicate: 'said' }),
    annotations: { 'in-toto.io/predicate-type': predicateType },
  };
  const annotations = {
    'vnd.docker.reference.type': 'attestation-manifest',
    'vnd.docker.reference.digest': about,
  };
  const attestation = stored({ config: { digest: none }, layers: [{ digest: none }, layer] });
  return stored({ manifests: [{ digest: manifest }, { digest: attestation, annotations }] });
}

it.each([
  ['a manifest', manifest, { emptySteps: [false, true], layers: ['sha256:layer'] }],
  ['a configuration', config, { emptySteps: [false, true], layers: null }],
  ['an index', indexWith(manifest, 'x'), null],
  ['nothing', none, null],
])('tells the steps of %s', async (_what, digest, expected) => {
  expect(await storedImage(engine, digest)).toEqual(expected);
});

const slsa = 'https://slsa.dev/provenance/v0.2';

it.each([
  ['its provenance', indexWith(manifest, slsa), '{"predicate":"said"}'],
  ['something else about it', indexWith(manifest, 'https://spdx.dev/Document'), undefined],
  ['that of another image', indexWith(config, slsa), undefined],
  ['nothing', none, undefined],
])('finds beside an image %s', async (_what, index, expected) => {
  expect((await attestedContent(engine, [manifest, index]))?.toString()).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../lib/sentenceOf';
import { fakeManifest, fakeShard } from './fakeServer';
import { parseManifest } from './manifest';

const shard = await fakeShard('training-00', 3);
const manifest = fakeManifest([shard], [shard]);

describe('parseManifest', () => {
  it('accepts what the scripts write', () => {
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  it.each([
    ['version', { ...manifest, version: 2 }],
    ['imageShape.1', { ...manifest, imageShape: [28, 32, 1] }],
    ['imageShape.2', { ...manifest, imageShape: [28, 28] }],
    ['classCount', { ...manifest, classCount: 11 }],
    ['name', { ...manifest, name: 'x'.repeat(501) }],
    ['training', { ...manifest, training: { ...manifest.training, imageCount: 4 } }],
    ['training.shards', { ...manifest, training: { imageCount: 3, shards: undefined } }],
    ['training.shards.0.file', withShard({ file: '../secret.shard' })],
    ['training.shards.0.file', withShard({ file: '/training-00.shard' })],
    ['training.shards.0.file', withShard({ file: 'https://example.org/a' })],
    ['training.shards.0.imageCount', withShard({ imageCount: -3 })],
    ['training.shards.0.imageCount', withShard({ imageCount: 2.5 })],
    ['training.shards.0.byteLength', withShard({ byteLength: 1e9 })],
    ['training.shards.0.sha256', withShard({ sha256: 'abc' })],
  ])('refuses a wrong %s and names it', async (field, wrong) => {
    const parse = () => parseManifest(JSON.stringify(wrong));
    expect(await sentenceOf(parse)).toContain(`(${field}: `);
  });

  it('refuses what is not JSON', async () => {
    expect(await sentenceOf(() => parseManifest('<!doctype html>'))).toContain('it is not JSON');
  });
});

function withShard(change: object) {
  return { ...manifest, training: { imageCount: 3, shards: [{ ...shard.shard, ...change }] } };
}

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../scripts/encodeShard.mjs';
import { delay } from '../lib/delay';
import type { ProblemCode } from '../lib/problem';
import type { Answer } from './fakeServer';
import { fakeServer, fakeShard, isOffline, neverAnswers, refuses, sends, stallsAfter } from './fakeServer';
import { loadShard } from './loadShard';
import type { Shard } from './manifest';
import type { Patience } from './retry';

const { shard, bytes, labels, images } = await fakeShard('training-03', 20);
const half = bytes.subarray(0, bytes.length >> 1);
const damaged = bytes.with(bytes.length - 9, bytes[bytes.length - 9] ^ 1);
const longer = Uint8Array.from([...bytes, 0]);
const html = sends(new TextEncoder().encode('<!doctype html>'), 'text/html; charset=utf-8');

/** Loads a shard from a server that gives these answers first, and the right one ever after. */
function load(answers: Answer[], options: { shard?: Shard; patience?: Patience; signal?: AbortSignal } = {}) {
  const server = fakeServer({ [shard.file]: bytes });
  server.script(shard.file, ...answers);
  const received: number[] = [];
  const result = loadShard(options.shard ?? shard, {
    baseUrl: server.baseUrl,
    fetch: server.fetch,
    patience: options.patience ?? { stallMs: 30, firstPauseMs: 1 },
    onBytes: (receivedBytes) => received.push(receivedBytes),
    ...(options.signal && { signal: options.signal }),
  });
  return { result, received, requests: server.requests };
}

describe('loadShard', () => {
  it('gives back what encodeShard packed', async () => {
    const { result, requests } = load([]);
    expect(await result).toEqual({ labels, images });
    expect(requests).toEqual([{ file: 'training-03.shard', cache: 'default' }]);
  });

  it('reports bytes as they arrive, and from 0 again in a second attempt', async () => {
    const { result, received } = load([sends(half)]);
    await result;
    const quarter = half.length >> 1;
    expect(received).toEqual([quarter, half.length, half.length, bytes.length]);
  });

  it.each<[string, Answer]>([
    ['HTTP 500', refuses(500)],
    ['HTTP 404, as during a deployment', refuses(404)],
    ['no connection', isOffline],
    ['a body that ends early', sends(half)],
    ['a damaged body', sends(damaged)],
    ['a body that is too long', sends(longer)],
    ['silence instead of an answer', neverAnswers],
    ['silence in the middle of the body', stallsAfter(half)],
  ])('tries again after %s, past the HTTP cache', async (_, answer) => {
    const { result, requests } = load([answer]);
    expect(await result).toEqual({ labels, images });
    expect(requests.map(({ cache }) => cache)).toEqual(['default', 'reload']);
  });

  it.each<[ProblemCode, number, Answer, object]>([
    ['shardUnreachable', 4, refuses(503), { detail: 'HTTP 503', attempts: 4 }],
    ['shardUnreachable', 4, isOffline, { detail: 'Failed to fetch', attempts: 4 }],
    ['shardTruncated', 4, sends(half), { received: half.length, expected: bytes.length }],
    ['shardStalled', 4, stallsAfter(half), { seconds: 0.03, attempts: 4 }],
    ['shardCorrupt', 2, sends(damaged), {}],
    ['shardCorrupt', 2, sends(longer), {}],
    ['shardWrongType', 1, html, { type: 'text/html; charset=utf-8' }],
  ])(
    'throws %s, which names the shard, when %i attempts have met it',
    async (code, attempts, answer, values) => {
      const { result, requests } = load(Array<Answer>(9).fill(answer));
      await expect(result).rejects.toMatchObject({
        message: expect.stringContaining('training-03.shard'),
        data: { code, values: { shard: 'training-03.shard', ...values } },
      });
      expect(requests).toHaveLength(attempts);
    },
  );

  it.each([
    ['is not compressed', labels, 'incorrect header check'],
    ['holds too few images', deflateSync(labels), 'it does not hold 20 images'],
    ['holds too many bytes', deflateSync(new Uint8Array(20 * 785 + 1)), 'it does not hold 20 images'],
    ['has a label above 9', deflateSync(new Uint8Array(20 * 785).fill(10)), 'one of its labels is 10'],
  ])('throws shardUndecodable at once for one that %s', async (_, content, detail) => {
    const published = { ...shard, byteLength: content.length, sha256: sha256(content) };
    const { result, requests } = load([sends(content)], { shard: published });
    await expect(result).rejects.toMatchObject({
      data: { code: 'shardUndecodable', values: { shard: 'training-03.shard', detail } },
    });
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['the server is silent', neverAnswers],
    ['the body is half there', stallsAfter(half)],
    ['a retry is due', refuses(500)],
  ])('stops at once when aborted while %s', async (_, answer) => {
    const controller = new AbortController();
    const patience = { stallMs: 60_000, firstPauseMs: 60_000 };
    const { result, requests } = load([answer], { patience, signal: controller.signal });
    const settled = expect(result).rejects.toBe('the visitor left');
    await delay(5);
    controller.abort('the visitor left');
    await settled;
    expect(requests).toHaveLength(1);
  });

  it('asks for nothing when it is aborted before', async () => {
    const { result, requests } = load([], { signal: AbortSignal.abort('too late') });
    await expect(result).rejects.toBe('too late');
    expect(requests).toHaveLength(0);
  });
});

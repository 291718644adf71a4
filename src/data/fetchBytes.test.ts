import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delay } from '../lib/delay';
import { fetchBytes } from './fetchBytes';

/** The other tests inject a fetch; these hold the assumptions about the real one. */
describe('fetchBytes over a real connection', () => {
  let answer: (response: ServerResponse) => void;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Length': 4 });
    answer(response);
  });
  let url: string;

  beforeEach(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  function load(options: { signal?: AbortSignal; onBytes?: () => void } = {}) {
    return fetchBytes(url, { fetch, cache: 'default', limitBytes: 10, stallMs: 40, ...options });
  }

  it('reads the whole body', async () => {
    answer = (response) => response.end('good');
    expect(new TextDecoder().decode(await load())).toBe('good');
  });

  it('gives up a body that stops arriving', async () => {
    answer = (response) => response.write('go');
    await expect(load()).rejects.toMatchObject({ reason: 'stalled' });
  });

  it('bears a slow server that is never silent for long', async () => {
    answer = async (response) => {
      for (const letter of 'good') {
        response.write(letter);
        await delay(20);
      }
    };
    expect(new TextDecoder().decode(await load())).toBe('good');
  });

  it('calls a connection that breaks off unreachable', async () => {
    answer = (response) => response.write('go', () => response.destroy());
    await expect(load()).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('rejects with the reason of the abort in the middle of the body', async () => {
    const controller = new AbortController();
    answer = (response) => response.write('go');
    const result = load({ signal: controller.signal, onBytes: () => controller.abort('enough') });
    await expect(result).rejects.toBe('enough');
  });

  it('does not take its own busy thread for a silent server', async () => {
    answer = (response) => {
      response.write('go');
      setTimeout(() => {
        const endMs = performance.now() + 100;
        while (performance.now() < endMs);
        setImmediate(() => response.end('od'));
      }, 5);
    };
    expect(new TextDecoder().decode(await load())).toBe('good');
  });
});

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { EngineState } from '../engine/engine';
import { engineNames } from '../engine/engine';
import { slotNames } from '../engine/optimizer';
import { Problem } from '../lib/problem';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { Checkpoint } from './checkpoint';
import { parseConfig } from './parseConfig';

/** Grows with every change to the layout. */
const VERSION = 1;
/** The first bytes of every checkpoint. */
const MARK = 'GRADPAD\n';
const HASH_BYTES = 32;
/** Mark, version and the header's length, each of the latter as 32 bits. */
const PREFIX_BYTES = MARK.length + 8;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** JSON has no infinite numbers; a loss that was one comes back as null. */
const loss = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Infinity),
);

const headerSchema = v.object({
  config: v.unknown(),
  spec: v.unknown(),
  step: count,
  random: v.strictTuple([count, count, count, count]),
  validations: v.array(v.object({ step: count, loss, accuracy: v.number() })),
  hasBestWeights: v.boolean(),
  computedBy: v.object({ name: v.picklist(engineNames), device: v.string(), nodes: count }),
  /** What follows the header: name, element type and shape, one after the other. */
  tensors: v.array(
    v.object({ name: v.string(), type: v.picklist(['float32', 'uint32']), shape: v.array(count) }),
  ),
});

/**
 * A checkpoint as one file: mark, version, header length; the header as JSON, padded with spaces to a multiple of four bytes; the
 * tensors it lists, each as little-endian numbers, without gaps; SHA-256 of all that. Independent of the engine: weights and
 * optimizer slots are in Keras' order and layout.
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array<ArrayBuffer> {
  const { config, step, random, validations, bestWeights, computedBy } = checkpoint;
  const tensors = namedTensors(checkpoint);
  const header: v.InferInput<typeof headerSchema> = {
    config,
    spec: presets[config.preset],
    step,
    random: [...random],
    validations: [...validations],
    hasBestWeights: bestWeights !== null,
    computedBy,
    tensors: tensors.map(({ name, values, shape }) => ({
      name,
      type: values instanceof Uint32Array ? 'uint32' : 'float32',
      shape: [...shape],
    })),
  };
  let text = JSON.stringify(header);
  let headerBytes = new TextEncoder().encode(text);
  text += ' '.repeat((4 - (headerBytes.length % 4)) % 4);
  headerBytes = new TextEncoder().encode(text);

  const tensorBytes = tensors.reduce((sum, { values }) => sum + values.byteLength, 0);
  const file = new Uint8Array(PREFIX_BYTES + headerBytes.length + tensorBytes + HASH_BYTES);
  file.set(new TextEncoder().encode(MARK));
  new Uint32Array(file.buffer, MARK.length, 2).set([VERSION, headerBytes.length]);
  file.set(headerBytes, PREFIX_BYTES);
  let offset = PREFIX_BYTES + headerBytes.length;
  for (const { values } of tensors) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
    offset += values.byteLength;
  }
  file.set(sha256(file.subarray(0, offset)), offset);
  return file;
}

/**
 * @throws Problem `checkpointForeign` where it is none, `checkpointNewer` where a later version wrote it, `checkpointDamaged` where its
 *   hash or its parts do not fit, `checkpointOtherModel` where its model is another than the preset of that name
 */
export function decodeCheckpoint(file: Uint8Array): Checkpoint {
  // A copy, because views of 32-bit numbers must begin at a multiple of four.
  const bytes = file.slice();
  const mark = new TextDecoder().decode(bytes.subarray(0, MARK.length));
  if (bytes.length < PREFIX_BYTES + HASH_BYTES || mark !== MARK) throw new Problem('checkpointForeign');
  const [version, headerLength] = new Uint32Array(bytes.buffer, bytes.byteOffset + MARK.length, 2);
  if (version > VERSION) throw new Problem('checkpointNewer', { version });
  const end = bytes.length - HASH_BYTES;
  const hash = bytesToHex(sha256(bytes.subarray(0, end)));
  if (hash !== bytesToHex(bytes.subarray(end))) throw damaged('SHA-256');

  const parsed = v.safeParse(
    headerSchema,
    parseHeader(bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + headerLength)),
  );
  if (!parsed.success) throw damaged(v.getDotPath(parsed.issues[0]) ?? 'header');
  const { spec, tensors, hasBestWeights, ...header } = parsed.output;
  const config = parseConfig(header.config);
  if (!config) throw damaged('config');
  if (JSON.stringify(spec) !== JSON.stringify(presets[config.preset])) {
    throw new Problem('checkpointOtherModel', { preset: config.preset });
  }

  let offset = PREFIX_BYTES + headerLength;
  const values = new Map<string, Float32Array | Uint32Array>();
  for (const { name, type, shape } of tensors) {
    const length = shape.reduce((product, size) => product * size, 1);
    if (offset + 4 * length > end) throw damaged(name);
    const Numbers = type === 'uint32' ? Uint32Array : Float32Array;
    values.set(name, new Numbers(bytes.buffer, bytes.byteOffset + offset, length).slice());
    offset += 4 * length;
  }
  if (offset !== end) throw damaged('length');

  const floats = (name: string, length?: number): Float32Array => {
    const found = values.get(name);
    const fits = found instanceof Float32Array && (length === undefined || found.length === length);
    if (!fits) throw damaged(name);
    return found;
  };
  const weightsNamed = (prefix: string) =>
    planModel(presets[config.preset]).weightShapes.map((shape, i) =>
      floats(
        `${prefix}/${i}`,
        shape.reduce((product, size) => product * size, 1),
      ),
    );
  const weights = weightsNamed('weights');
  const losses = floats('losses', header.step);
  const correct = values.get('correct');
  if (!(correct instanceof Uint32Array) || correct.length !== losses.length) throw damaged('correct');
  return {
    ...header,
    config,
    state: {
      weights,
      optimizer: {
        step: header.step,
        slots: Object.fromEntries(slotNames[config.optimizer].map((slot) => [slot, weightsNamed(slot)])),
      },
    },
    history: { losses, correct, stepEndsMs: floats('stepEndsMs', losses.length) },
    bestWeights: hasBestWeights ? weightsNamed('bestWeights') : null,
  };
}

/** SHA-256 of all weights in Keras' order, as hexadecimal digits: the same where two runs came out the same. */
export function weightsHash(weights: EngineState['weights']): string {
  const hash = sha256.create();
  for (const { buffer, byteOffset, byteLength } of weights) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return bytesToHex(hash.digest());
}

interface NamedTensor {
  readonly name: string;
  readonly values: Float32Array | Uint32Array;
  readonly shape: readonly number[];
}

function namedTensors({ config, state, bestWeights, history }: Checkpoint): NamedTensor[] {
  const shapes = planModel(presets[config.preset]).weightShapes;
  const named = (prefix: string, arrays: readonly Float32Array[]) =>
    arrays.map((values, i): NamedTensor => ({ name: `${prefix}/${i}`, values, shape: shapes[i] }));
  const curve = (name: keyof Checkpoint['history']): NamedTensor => {
    const values = history[name];
    return { name, values, shape: [values.length] };
  };
  return [
    ...named('weights', state.weights),
    ...Object.entries(state.optimizer.slots).flatMap(([slot, arrays]) => named(slot, arrays)),
    ...named('bestWeights', bestWeights ?? []),
    curve('losses'),
    curve('correct'),
    curve('stepEndsMs'),
  ];
}

function parseHeader(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw damaged('header');
  }
}

const damaged = (part: string) => new Problem('checkpointDamaged', { part });

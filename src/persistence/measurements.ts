import type { Measurement } from '../engine/engine';
import { engineNames, workgroups } from '../engine/engine';
import type { TrainingConfig } from '../training/config';
import { imagesPerStep } from '../training/config';

const KEY = 'gradpad.measurements';
/** The oldest go first. */
const MAX_ENTRIES = 40;

type Entry = readonly [situation: string, measured: readonly Measurement[]];

/** What was measured on this device for runs like this one; empty if nothing was. */
export function recallMeasurements(config: TrainingConfig): readonly Measurement[] {
  const situation = situationOf(config);
  return readEntries().find(([stored]) => stored === situation)?.[1] ?? [];
}

export function rememberMeasurements(config: TrainingConfig, measured: readonly Measurement[]): void {
  const situation = situationOf(config);
  const others = readEntries().filter(([stored]) => stored !== situation);
  try {
    localStorage.setItem(KEY, JSON.stringify([[situation, measured], ...others].slice(0, MAX_ENTRIES)));
  } catch {
    // Storage may be forbidden or full; the next run measures again.
  }
}

/** All that step times depend on: a browser that is updated, or another model, is measured anew. */
function situationOf(config: TrainingConfig): string {
  const { preset, optimizer, engine, nodes } = config;
  const { userAgent, hardwareConcurrency } = navigator;
  const run = [preset, optimizer, imagesPerStep(config), engine, nodes];
  return JSON.stringify([userAgent, hardwareConcurrency, globalThis.crossOriginIsolated, ...run]);
}

function readEntries(): Entry[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    // Forbidden, or not written by us: as if there were nothing.
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [situation, measured] = value as unknown[];
  return typeof situation === 'string' && Array.isArray(measured) && measured.every(isMeasurement);
}

function isMeasurement(value: unknown): value is Measurement {
  if (typeof value !== 'object' || value === null) return false;
  const { name, nodes, workgroup, stepMs, isEstimate } = value as Record<keyof Measurement, unknown>;
  return (
    engineNames.some((known) => known === name) &&
    Number.isInteger(nodes) &&
    (workgroup === undefined || workgroups.some((known) => known === workgroup)) &&
    typeof stepMs === 'number' &&
    stepMs > 0 &&
    (isEstimate === undefined || typeof isEstimate === 'boolean')
  );
}

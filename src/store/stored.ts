import type { LabActions, LabState } from './labState';

export type StoredRun = NonNullable<LabState['runs']>[number];
export type StoredCheckpoint = Awaited<ReturnType<LabActions['checkpointsOf']>>[number];

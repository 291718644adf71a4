import type { LabActions, LabState } from '../../store/labState';

export type StoredRun = NonNullable<LabState['runs']>[number];
export type StoredCheckpoint = Awaited<ReturnType<LabActions['checkpointsOf']>>[number];

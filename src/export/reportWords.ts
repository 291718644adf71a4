import type { EngineChoice } from '../engine/engine';
import type { OptimizerName } from '../engine/optimizer';
import type { PresetName } from '../model/presets';
import type { StoredRun } from '../persistence/archive';
import type { DeviceClass } from '../training/deviceClass';
import type { Schedule } from '../training/schedule';

type Names<Name extends string> = Readonly<Record<Name, string>>;

/** All words of a report, in its reader's language; `{name}` is filled in. The page's tables have these keys. */
export interface ReportWords {
  readonly presets: Names<PresetName>;
  readonly optimizers: Names<OptimizerName>;
  readonly schedules: Names<Schedule>;
  readonly engines: Names<EngineChoice>;
  readonly settings: Names<
    | 'preset'
    | 'optimizer'
    | 'learningRate'
    | 'schedule'
    | 'beta1'
    | 'beta2'
    | 'batchSize'
    | 'epochs'
    | 'imageCount'
    | 'seed'
    | 'engine'
    | 'nodes'
    | 'nodesAuto'
  >;
  readonly report: {
    readonly kind: string;
    /** What a run without a name is called: `{preset}`, `{seed}`. */
    readonly unnamed: string;
    readonly headings: Names<
      | 'run'
      | 'settings'
      | 'model'
      | 'device'
      | 'data'
      | 'result'
      | 'validation'
      | 'curves'
      | 'cost'
      | 'rateChanges'
      | 'reproduce'
    >;
    /** How the curves are to be read. */
    readonly curvesNote: string;
    readonly started: string;
    readonly status: string;
    readonly statuses: Names<StoredRun['status']>;
    readonly steps: string;
    readonly lastLoss: string;
    /** `{step}` */
    readonly continued: string;
    readonly validationCount: string;
    readonly patience: string;
    readonly layer: string;
    readonly layerSettings: string;
    readonly output: string;
    readonly weights: string;
    readonly parameters: string;
    readonly forwardFlops: string;
    readonly all: string;
    readonly engine: string;
    readonly device: string;
    readonly nodes: string;
    readonly accuracy: string;
    /** `{low}`, `{high}` */
    readonly interval: string;
    readonly errors: string;
    /** `{errors}`, `{count}` */
    readonly errorsOf: string;
    readonly testLoss: string;
    readonly noResult: string;
    readonly afterStep: string;
    readonly loss: string;
    readonly operations: string;
    readonly trainingTime: string;
    readonly energy: string;
    /** `{device}`, `{watts}` */
    readonly energyNote: string;
    readonly deviceClasses: Names<DeviceClass>;
    readonly fromStep: string;
    readonly howTo: string;
    readonly weightsHash: string;
  };
}

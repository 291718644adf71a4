import { fill } from '../lib/fill';
import { formatAccuracy } from '../lib/formatAccuracy';
import { formatCount } from '../lib/formatCount';
import { formatDuration } from '../lib/formatDuration';
import { formatEnergy } from '../lib/formatEnergy';
import { formatFlops } from '../lib/formatFlops';
import { formatLoss } from '../lib/formatLoss';
import { formatRange } from '../lib/formatRange';
import { wilsonInterval } from '../lib/wilsonInterval';
import type { ModelPlan } from '../model/plan';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { StoredRun } from '../persistence/archive';
import type { Validation } from '../training/checkpoint';
import type { TrainingConfig } from '../training/config';
import { imagesPerStep, totalSteps } from '../training/config';
import type { RunCost } from '../training/cost';
import type { ChartText } from './chartSvg';
import type { Markup } from './reportMarkup';
import { facts, heading, link, page, paragraph, picture, section, table } from './reportMarkup';
import type { ReportWords } from './reportWords';

export interface RunReport {
  readonly run: StoredRun;
  /** Empty where nothing was held out. */
  readonly validations: readonly Validation[];
  /** The shards of images that the run used, as the manifest lists them. */
  readonly data: readonly { readonly file: string; readonly sha256: string }[];
  /** Standalone SVG files, as `runCurves` makes them. */
  readonly curves: readonly (ChartText & { readonly svg: string })[];
  /** Null where it is not known what computed. */
  readonly cost: RunCost | null;
  /** The address that sets the page to this run's settings. */
  readonly link: string;
  /** Of the words, as HTML names languages. */
  readonly language: string;
  readonly words: ReportWords;
}

type Fact = readonly [name: string, value: string];

/** A run on paper: one HTML document that needs nothing else, to print, keep or send. */
export function runReport(report: RunReport): string {
  const { run, data, curves, validations, words, language } = report;
  const labels = words.report;
  const { headings } = labels;
  const { preset, seed, rateChanges } = run.config;
  const title = run.name || fill(labels.unnamed, { preset: words.presets[preset], seed });
  return page(language, title, [
    heading(title),
    paragraph(`${labels.kind} · Gradpad`),
    section(headings.run, [facts(runFacts(run, words)), ...originParts(run, words)]),
    section(headings.result, resultParts(run, words)),
    section(headings.curves, [
      ...optional(curves, () => paragraph(labels.curvesNote)),
      ...curves.map(({ svg, title, summary }) => picture(svg, title, summary)),
    ]),
    section(headings.settings, [facts(settingFacts(run.config, words))]),
    section(
      headings.rateChanges,
      optional(rateChanges, () =>
        table(
          [labels.fromStep, words.settings.learningRate],
          rateChanges.map(({ step, learningRate }) => [formatCount(step + 1), String(learningRate)]),
        ),
      ),
    ),
    section(
      headings.validation,
      optional(validations, () =>
        table(
          [labels.afterStep, labels.loss, labels.accuracy],
          validations.map(({ step, loss, accuracy }) => [
            formatCount(step),
            lossText(loss),
            formatAccuracy(accuracy),
          ]),
        ),
      ),
    ),
    section(headings.model, [modelTable(planModel(presets[preset]), words)]),
    section(headings.device, run.computedBy ? [facts(deviceFacts(run.computedBy, words))] : []),
    section(headings.cost, report.cost ? costParts(report.cost, run, words) : []),
    section(
      headings.data,
      optional(data, () => facts(data.map(({ file, sha256 }) => [file, sha256]))),
    ),
    section(headings.reproduce, [
      paragraph(labels.howTo),
      link(report.link),
      ...(run.weightsHash === null ? [] : [facts([[labels.weightsHash, run.weightsHash]])]),
    ]),
  ]);
}

/** What is said of a list, unless it is empty. */
function optional(list: readonly unknown[], say: () => Markup): Markup[] {
  return list.length > 0 ? [say()] : [];
}

function runFacts(run: StoredRun, { report }: ReportWords): Fact[] {
  const started = new Date(run.startedAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    [report.started, `${started} UTC`],
    [report.status, report.statuses[run.status]],
    [report.steps, `${formatCount(run.step)} / ${formatCount(totalSteps(run.config))}`],
    [report.trainingTime, formatDuration(run.trainingMs)],
    ...(run.lastLoss === null ? [] : [[report.lastLoss, lossText(run.lastLoss)] as const]),
  ];
}

function originParts({ parent }: StoredRun, { report }: ReportWords): Markup[] {
  return parent ? [paragraph(fill(report.continued, { step: formatCount(parent.step) }))] : [];
}

function resultParts({ result }: StoredRun, { report }: ReportWords): Markup[] {
  if (!result) return [paragraph(report.noResult)];
  const { accuracy, correct, imageCount, loss } = result;
  const [low, high] = wilsonInterval(correct, imageCount).map(formatAccuracy);
  const errors = { errors: formatCount(imageCount - correct), count: formatCount(imageCount) };
  return [
    facts([
      [report.accuracy, formatAccuracy(accuracy)],
      [report.errors, fill(report.errorsOf, errors)],
      [report.testLoss, lossText(loss)],
    ]),
    paragraph(fill(report.interval, { low, high })),
  ];
}

function settingFacts(config: TrainingConfig, words: ReportWords): Fact[] {
  const { settings, report } = words;
  const { validationCount, patience } = config;
  return [
    [settings.preset, words.presets[config.preset]],
    [settings.optimizer, words.optimizers[config.optimizer]],
    [settings.learningRate, String(config.learningRate)],
    [settings.schedule, words.schedules[config.schedule]],
    ...(config.optimizer === 'adam'
      ? ([
          [settings.beta1, String(config.beta1)],
          [settings.beta2, String(config.beta2)],
        ] as const)
      : []),
    [settings.batchSize, formatCount(imagesPerStep(config))],
    [settings.epochs, formatCount(config.epochs)],
    [settings.imageCount, formatCount(config.imageCount)],
    ...(validationCount > 0 ? [[report.validationCount, formatCount(validationCount)] as const] : []),
    ...(validationCount > 0 && patience > 0 ? [[report.patience, formatCount(patience)] as const] : []),
    [settings.seed, String(config.seed)],
    [settings.engine, words.engines[config.engine]],
    [settings.nodes, config.nodes === 'auto' ? settings.nodesAuto : String(config.nodes)],
  ];
}

function modelTable(plan: ModelPlan, { report }: ReportWords): Markup {
  const counted = (part: { readonly parameterCount: number; readonly forwardFlops: number }) => [
    formatCount(part.parameterCount),
    formatCount(part.forwardFlops),
  ];
  return table(
    [
      report.layer,
      report.layerSettings,
      report.output,
      report.weights,
      report.parameters,
      report.forwardFlops,
    ],
    [
      ...plan.layers.map((layer) => [
        layer.spec.type,
        layerSettings(layer.spec),
        layer.outputShape.join('×'),
        layer.weightShapes.map((shape) => shape.join('×')).join(', '),
        ...counted(layer),
      ]),
      [report.all, '', '', '', ...counted(plan)],
    ],
  );
}

/** `filters 32, kernel 3×3, …`: in the words of the model's own table, the same in every language. */
function layerSettings(spec: ModelPlan['layers'][number]['spec']): string {
  return Object.entries(spec)
    .filter(([name]) => name !== 'type')
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join('×') : String(value)}`)
    .join(', ');
}

function deviceFacts(
  { name, device, nodes }: NonNullable<StoredRun['computedBy']>,
  words: ReportWords,
): Fact[] {
  const { report, engines } = words;
  return [
    [report.engine, engines[name]],
    [report.device, device],
    [report.nodes, String(nodes)],
  ];
}

function costParts(
  { flops, energyJoules, watts, deviceClass }: RunCost,
  run: StoredRun,
  words: ReportWords,
): Markup[] {
  const { report } = words;
  const energy = `${formatEnergy(energyJoules, 'joules')} (${formatEnergy(energyJoules, 'wattHours')})`;
  return [
    facts([
      [report.operations, formatFlops(flops)],
      [report.trainingTime, formatDuration(run.trainingMs)],
      [report.energy, energy],
    ]),
    paragraph(
      fill(report.energyNote, {
        device: report.deviceClasses[deviceClass],
        watts: `${formatRange(watts.low, watts.high)} W`,
      }),
    ),
  ];
}

/** A loss in a few digits; what is not a number is called by its name. */
const lossText = (loss: number) => formatLoss(loss) || String(loss);

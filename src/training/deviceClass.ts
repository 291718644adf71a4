import type { EngineName } from '../engine/engine';
import { graphicsEngines } from '../engine/engine';

/** What is known of the device that computed a run. */
export interface DeviceFacts {
  readonly engine: EngineName;
  /** What the engine calls its device. */
  readonly deviceText: string;
  /** Processor threads, as browsers count them (`navigator.hardwareConcurrency`). */
  readonly cores: number;
  /** Whether it is a phone or a tablet. */
  readonly isMobile: boolean;
}

/** `processor` and `graphics` are those of which no more can be told. */
export type DeviceClass =
  | 'mobile'
  | 'laptopProcessor'
  | 'desktopProcessor'
  | 'processor'
  | 'integratedGraphics'
  | 'graphicsCard'
  | 'graphics';

/** An electrical power in watts, from and to. */
export interface PowerRange {
  readonly low: number;
  readonly high: number;
}

/**
 * What devices of a class take when they compute (W): the makers' own figures for sustained load, from the most frugal device in
 * use to the most powerful. A browser tells nothing about power, so no range is narrower than its class.
 */
export const devicePower: Readonly<Record<DeviceClass, PowerRange>> = {
  /** A phone's case carries off some 2 to 4 W; tablets without a fan are built for up to 10 W. */
  mobile: { low: 2, high: 10 },
  /** Intel's processor base power of 15 W (U) to 55 W (HX), AMD's configurable 15 to 54 W. */
  laptopProcessor: { low: 15, high: 55 },
  /** From the 65 W class of Intel and AMD to Intel's maximum turbo power of 253 W (Core i9-13900K). */
  desktopProcessor: { low: 65, high: 253 },
  /** A laptop's or a desktop's. */
  processor: { low: 15, high: 253 },
  /** Shares the chip, and so the power, with a laptop's processor; an Apple M1 takes about 10 W for graphics. */
  integratedGraphics: { low: 10, high: 55 },
  /** Total graphics power: from the 35 W of a laptop's GeForce RTX 3050 to the 575 W of a GeForce RTX 5090. */
  graphicsCard: { low: 35, high: 575 },
  /** Integrated or a card. */
  graphics: { low: 10, high: 575 },
};

/** As these have four threads at most, they are a thin laptop's; desktops with so few have become rare. */
const MOST_SURELY_LAPTOP = 4;
/** Laptops with more threads than this have a desktop's chip inside. */
const MOST_OF_LAPTOPS = 24;

/** Graphics that the processor computes. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;
/** Intel calls its cards Arc A… and B…, and their architectures xe-hpg and xe-2-hpg; plain "Arc" is integrated. */
const CARD = /nvidia|geforce|quadro|tesla|\b[rg]tx\b|radeon (rx|pro|vii)\b|\barc\W*(\(tm\) )?[ab]\d{3}|hpg/i;
const INTEGRATED = /intel|apple|adreno|mali|powervr|vega \d+ graphics|radeon(\W*tm\W*)? (graphics|\d{3}m)/i;

/**
 * Which kind of device computed: as far as it can be told from what a browser lets a page know, and that is little. Where it is not
 * enough the class is one that covers all it may be.
 */
export function deviceClass({ engine, deviceText, cores, isMobile }: DeviceFacts): DeviceClass {
  if (isMobile) return 'mobile';
  if (isOnGraphics({ engine, deviceText })) {
    if (CARD.test(deviceText)) return 'graphicsCard';
    return INTEGRATED.test(deviceText) ? 'integratedGraphics' : 'graphics';
  }
  if (cores <= MOST_SURELY_LAPTOP) return 'laptopProcessor';
  return cores > MOST_OF_LAPTOPS ? 'desktopProcessor' : 'processor';
}

/** Whether graphics hardware computes, and not the processor in its place. */
export function isOnGraphics({ engine, deviceText }: Pick<DeviceFacts, 'engine' | 'deviceText'>): boolean {
  return graphicsEngines.includes(engine) && !SOFTWARE.test(deviceText);
}

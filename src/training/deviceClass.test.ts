import { describe, expect, test } from 'vitest';
import { deviceClass, devicePower } from './deviceClass';

const laptop = { engine: 'webgpu', deviceText: '', cores: 8, isMobile: false } as const;

describe('deviceClass', () => {
  test.each([
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x2503) Direct3D11 vs_5_0 ps_5_0, D3D11)', 'graphicsCard'],
    ['nvidia ampere', 'graphicsCard'],
    ['ANGLE (AMD, AMD Radeon RX 6800 XT (0x73BF) Direct3D11, D3D11)', 'graphicsCard'],
    ['ANGLE (AMD, AMD Radeon(TM) Graphics (0x1638) Direct3D11, D3D11)', 'integratedGraphics'],
    ['ANGLE (AMD, AMD Radeon 780M Graphics (radeonsi phoenix), OpenGL 4.6)', 'integratedGraphics'],
    ['amd rdna-2', 'graphics'],
    ['ANGLE (Intel, Intel(R) UHD Graphics 620 (0x5917) Direct3D11, D3D11)', 'integratedGraphics'],
    ['ANGLE (Intel, Intel(R) Arc(TM) Graphics (0x7D55) Direct3D11, D3D11)', 'integratedGraphics'],
    ['ANGLE (Intel, Intel(R) Arc(TM) A770 Graphics (0x56A0) Direct3D11, D3D11)', 'graphicsCard'],
    ['intel xe-2-hpg', 'graphicsCard'],
    ['intel gen-12lp', 'integratedGraphics'],
    ['apple metal-3', 'integratedGraphics'],
    ['GPU', 'graphics'],
    ['Mozilla', 'graphics'],
  ])('%s: %s', (deviceText, expected) => {
    expect(deviceClass({ ...laptop, deviceText })).toBe(expected);
  });

  test('graphics emulated in software are the processor', () => {
    const deviceText = 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)';
    expect(deviceClass({ ...laptop, deviceText })).toBe('processor');
  });

  test.each([
    [4, 'laptopProcessor'],
    [8, 'processor'],
    [24, 'processor'],
    [32, 'desktopProcessor'],
  ])('a processor of %d threads: %s', (cores, expected) => {
    expect(deviceClass({ ...laptop, engine: 'wasm', deviceText: 'relaxed SIMD', cores })).toBe(expected);
  });

  test('phones and tablets are what they are, whatever computes', () => {
    expect(deviceClass({ ...laptop, deviceText: 'Adreno (TM) 740', isMobile: true })).toBe('mobile');
    expect(deviceClass({ ...laptop, engine: 'cpu', isMobile: true })).toBe('mobile');
  });
});

test('a class of which no more can be told covers those it may be', () => {
  const covering = [
    ['processor', 'laptopProcessor', 'desktopProcessor'],
    ['graphics', 'integratedGraphics', 'graphicsCard'],
  ] as const;
  for (const [whole, ...parts] of covering) {
    expect(devicePower[whole].low).toBe(Math.min(...parts.map((part) => devicePower[part].low)));
    expect(devicePower[whole].high).toBe(Math.max(...parts.map((part) => devicePower[part].high)));
  }
  for (const { low, high } of Object.values(devicePower)) expect(high).toBeGreaterThan(low);
});

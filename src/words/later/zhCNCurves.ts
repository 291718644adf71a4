import type { Same } from '../words';
import type { enCurves } from './enCurves';

export const zhCNCurves: Same<typeof enCurves> = {
  flops: '训练运算量（{unit}）',
  energy: '能量（{unit}，估计）',
  energyAt: '能量（{unit}），按 {middle} W 估计（{watts}）',
  heldOut: '验证',
  heldOutOnce: '留作验证的图片（圆点）：{last}。',
  heldOutSince: '留作验证的图片（圆点）：从 {first} 到 {last}。',
  heldOutAt: '验证 {value}，第 {step} 步之后',
  turns: {
    rate: '从第 {step} 步起学习率为 {rate}。',
    diverged: '第 {step} 步发散；已回到第 {back} 步。',
  },
};

import type { Same } from '../words';
import type { enFollowed } from './enFollowed';

export const zhCNFollowed: Same<typeof enFollowed> = {
  unit: '概率',
  label: '正在跟踪的手写数字',
  onPad: '画板上的数字',
  pinned: '固定的数字 {number}',
  pin: '固定它',
  full: '最多固定 {count} 个',
  unpin: '取消固定数字 {number}',
  readOnce: '第 {step} 步后认作 {digit}，概率 {last}。训练时会继续读。',
  readSince: '从第 {since} 步起认作 {digit}：现在 {last}，第 {firstStep} 步时 {first}。',
  readAlways: '一直认作 {digit}：第 {firstStep} 步时 {first}，现在 {last}。',
};

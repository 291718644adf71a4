import type { Same } from '../words';
import type { enHand } from './enHand';

export const zhCNHand: Same<typeof enHand> = {
  label: '您的数字',
  question: '认对了吗？请点击您写的数字。',
  answer: '我写的是 {digit}',
  right: '认对了：{digit}。已存入您的数字。',
  wrong: '已更正为 {digit}，并存入您的数字。',
  oneKept: '已保存您的 1 个数字，只保存在这台设备上。',
  kept: '已保存您的 {count} 个数字，只保存在这台设备上。',
  undo: '撤销上一个回答',
  forgetAll: '全部忘掉',
  notStored: '此浏览器不允许保存：关闭页面后这些数字就没有了。',
  noScore: '这些是您自己的测试集：开始训练，得分会显示在这里。',
  score: '您自己的测试集：{count} 个中认对 {correct} 个（{percent}）。',
  scoreLearned: '已经学过，不再算测试：{count} 个中认对 {correct} 个（{percent}）。',
  learn: '学习我的笔迹',
  learning: '正在学习您的笔迹…',
  unlearn: '撤销学习',
  mustBeDone: '训练完成后，模型可以学习您的笔迹。',
  about: '学习只需几秒：您的数字会与模型已经学过的图片混在一起训练。每个数字最好各写几个。',
  outcome:
    '学习用时 {seconds} 秒。您的数字：之前认对 {ownBefore} 个，现在认对 {ownAfter} 个，共 {ownCount} 个。MNIST 测试：之前 {testBefore}，现在 {testAfter}。这些数字参加了训练，请再写几个新的，看看它学会了什么。',
};

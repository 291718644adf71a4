import type { Same } from '../words';
import type { enLab } from './enLab';

export const zhCNLab: Same<typeof enLab> = {
  lab: {
    label: '实验室',
    tabs: {
      timeline: '时间线',
      runs: '历次训练',
      optimizer: '优化器',
      pipeline: '您的数字',
      explain: '解释',
      mistakes: '读错的数字',
    },
    downloadCheckpoint: '下载这次训练的检查点',
    notices: '{tab} · {count} 条提示',
    openCheckpoint: '从检查点文件继续…',
  },
  unfinished: {
    label: '可以继续的训练',
    sentence: '{time} 的“{name}”停在第 {step} 步（共 {steps} 步）。可以从保存处分毫不差地继续。',
    continue: '继续',
    dismiss: '以后再说',
  },
  setback: {
    title: '训练发散',
    back: '训练已回到一切正常的第 {step} 步，之前的内容都没有丢失。',
    smallerRate: '用学习率 {rate} 继续',
  },
  timeline: {
    empty:
      '训练时会沿途保存检查点。在这里可以回到其中任何一个：看当时如何读您写的数字、测试结果和卷积核，并从那里继续。按“训练”开始。',
    none: '这次训练已没有保存的检查点；它的曲线在“历次训练”里。',
    run: '训练',
    checkpoint: '检查点',
    lookBack: '移动滑块，看模型在各个检查点时的样子。',
    place: '第 {step} 步 · 第 {epoch} 轮 · {count} 个中的第 {number} 个',
    reading: '当时怎样读您的数字',
    nothingDrawn: '画一个数字，看模型在这一步把它读成什么。',
    reads: '读作 {digit}，约 {percent}。',
    test: '当时的测试图片',
    scoring: '正在用 10,000 张图片测试…',
    score: '正确率 {accuracy}：{count} 张图片中有 {errors} 个错误，测试损失 {loss} 纳特。',
    loss: '前一步的训练损失：{loss} 纳特。',
    filters: '当时第一层的权重',
    filtersShown: '{count} 个输出的权重图',
    filtersMeaning: '有墨迹处，蓝色使输出增大，橙色使其减小；白色为零。',
    continue: '从这里继续',
    download: '下载检查点（{size} MB）',
  },
  settings: {
    schedulePreview: '训练过程中的学习率',
    previewOf: '从 {first} 到 {last}，最高 {highest}。',
    rateChanges: '计划的变化：{changes}',
    rateChange: '从第 {step} 步起为 {rate}',
    removeChanges: '全部去掉',
  },
  rateTest: {
    title: '寻找学习率',
    explanation:
      '在模型的一个临时副本上训练 100 步，同时让学习率从 0.000001 升到 10。学习率合适时损失下降，太大时损失上升。',
    start: '开始范围测试',
    running: '正在尝试各种学习率…最多十秒。',
    busy: '测试需要独占引擎：请在训练之前，或重置之后进行。',
    chart: '损失随学习率的变化',
    rate: '学习率',
    suggestion: '取损失下降最快时学习率的三分之一，即 {rate}，是不错的起点。',
    nothing: '损失没有下降。请换一个优化器或模型。',
    use: '使用 {rate}',
    lossAt: '学习率 {rate}：损失 {loss} 纳特',
  },
  about: {
    privacy: '数据不会离开这台设备：您画的图、权重、训练记录和结果都留在这里。',
    data: '手写数字：MNIST，作者 LeCun、Cortes 和 Burges，通常按 CC BY-SA 3.0 引用。',
    program: '原文的运行过程（Python 程序）',
  },
};

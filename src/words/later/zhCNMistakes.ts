import type { Same } from '../words';
import type { enMistakes } from './enMistakes';

export const zhCNMistakes: Same<typeof enMistakes> = {
  empty:
    '训练一个模型，这里就会显示它把哪些数字读成了哪些数字、读错的是哪些图片，以及它的把握有多可信。请按“训练”开始。',
  images: '图片',
  sets: { test: '测试图片', heldOut: '留出的图片' },
  read: {
    test: '用这个检查点读 10,000 张测试图片',
    heldOut: '用这个检查点读 {count} 张留出的图片',
  },
  notes: {
    finalTest: '这就是得出训练结果的那 10,000 张测试图片，模型没有从中学过任何一张。',
    earlyTest:
      '测试图片本来只用于最后的结果。在这里读它们不会改变权重；但若照它们来挑选检查点，得到的结果会偏高。',
    heldOut: '这些图片没有用于训练，权重没有因它们而改变；但提前停止和保留最佳一轮是以它们为准的。',
  },
  reading: '正在读 {count} 张图片…',
  summary: {
    test: '在第 {step} 步，模型读对了 {count} 张测试图片中的 {right} 张（{accuracy}），读错 {wrong} 张。',
    heldOut: '在第 {step} 步，模型读对了 {count} 张留出图片中的 {right} 张（{accuracy}），读错 {wrong} 张。',
  },
  matrix: {
    title: '哪个数字被读成哪个',
    about:
      '显示每个数字（行）有多少张图片被读成哪个数字（列）；读对的在对角线上。它不显示模型有多大把握，也不说明原因。',
    commonest: '最常见的错误：{cell}。',
    cell: '{shown} 读作 {read}：{images}，占所有 {shown} 的 {rate}%',
    cellWithout: '{shown} 读作 {read}：没有图片是 {shown}',
    oneImage: '1 张图片',
    manyImages: '{count} 张图片',
    show: '数值',
    counts: '图片张数',
    rates: '占该行数字的百分比',
    corner: '实际',
    keys: '方向键在格子间移动，回车打开其中的图片。',
  },
  cell: {
    title: '{shown} 读作 {read}',
    about: '显示计入矩阵中一个格子的图片；它不说明为什么这样读。',
    none: '没有 {shown} 被读作 {read}。',
    choose: '没有错误可以显示。请选择一个格子，查看其中的图片。',
    mistakesFirst: '{images}，把握最大的错误在前。',
    rightFirst: '{images}，把握最小的在前。',
    previous: '上一页',
    next: '下一页',
    page: '第 {page} 页，共 {count} 页',
  },
  confident: {
    title: '把握最大的错误',
    about: '显示模型读错而又最有把握的图片。它不说明标签是否正确：MNIST 有少数标签值得怀疑。',
    none: '没有错误。',
  },
  picture: {
    read: '读作 {read} · {percent}',
    shown: '实为 {shown}',
    names: { test: '第 {number} 号测试图片', heldOut: '第 {number} 号训练图片（留出）' },
    numbered: '编号从 0 开始，与 MNIST 文件一致。',
    image: '图片：{shown}',
    sentenceWrong: '标签是 {shown}，模型读作 {read}，把握 {percent}。',
    sentenceRight: '标签是 {shown}，模型读得一样，把握 {percent}。',
    draw: '照样画一个',
    drawMeaning: '清空画板，把这张图片淡淡地垫在下面，供您描画。',
    put: '放到画板上',
    putMeaning: '把这些像素原样放到画板上，可以识别、修改和解释。',
  },
  scores: {
    title: '逐个数字',
    about:
      '精确率：读作某个数字的图片中，真是它的比例。召回率：实际是某个数字的图片中，读对的比例。F1 是两者的调和平均。它们不说明哪些数字被弄混，那要看上面的矩阵。',
    digit: '数字',
    images: '图片',
    right: '读对',
    precision: '精确率（%）',
    recall: '召回率（%）',
    f1: 'F1（%）',
    nothing: '–：除数为 0，因为没有图片被读作这个数字，或没有图片是它。',
  },
  calibration: {
    title: '它的把握可信吗？',
    about:
      '显示自称有九成把握的读数，是不是真有九成读对。它不说明模型有多好：很少有把握、也很少读对的模型同样可信。',
    tooSure: '它平均自称有 {confidence} 的把握，实际读对 {accuracy}：自信过头 {points} 个百分点。',
    tooUnsure: '它平均自称有 {confidence} 的把握，实际读对 {accuracy}：自信不足 {points} 个百分点。',
    expected: '逐个区间比较，两者平均相差 {points} 个百分点（期望校准误差）。',
    legend: '柱：读对的比例。虚线：校准的模型应达到的比例。须线：真实比例以 95% 的置信度所在的范围。',
    confidence: '读数的把握',
    right: '读对',
    range: '{from}–{to}%',
    columns: {
      bin: '把握',
      images: '图片',
      mean: '平均把握（%）',
      right: '读对（%）',
      interval: '95% 区间（%）',
    },
  },
};

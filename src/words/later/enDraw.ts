/** The drawing pad's further tools, and the steps from a drawing to what the network is given. */
export const enDraw = {
  pad: {
    eraser: 'Eraser',
    pen: 'Pen',
    pens: { thin: 'Thin', usual: 'Usual', thick: 'Thick' },
    picture: 'Picture…',
    pictureFile: 'Picture file',
    pixels: 'Pixels…',
    pictures: {
      idle: 'A picture can also be pasted or dropped here: a photo of a digit on paper will do.',
      reading: 'Looking for the digit in the picture…',
      empty:
        'No ink was found in this picture; the drawing was kept. Take one digit, dark on light or light on dark.',
      noPicture:
        'This file is no picture that the browser can read; the drawing was kept. Try a JPEG or a PNG.',
      tooLarge: 'This picture is too large; the drawing was kept. It may have 120 million pixels and 100 MB.',
      failed: 'The browser gave up reading this picture; the drawing was kept. Try a smaller one.',
      hidden: 'This browser hides the pixels of pictures from pages, so only what is drawn can be read.',
    },
    stepOff: 'A step of the framing is off, so the network is not given what it has learned to read.',
    putBack: 'Put back',
    grid: {
      title: 'Pixels',
      label: 'The digit’s pixels, 28 rows of 28: row, column: ink from 0 to 255',
      help: 'Arrow keys move, Space or Enter sets ink and takes it away, 0 to 9 set grey. A click or a drag does, too. The network is given exactly these pixels.',
      place: 'Row {row}, column {column}: ink {ink} of 255',
    },
  },
  pipeline: {
    about:
      'From your drawing to the 784 numbers that the network is given. Leave a step out, and see how the guess changes.',
    empty:
      'Draw a digit: here you will see the steps that turn it into the 784 numbers the network is given.',
    framed: 'These pixels were set one by one: the network is given them as they are, and no step is taken.',
    steps: {
      crops: {
        title: '1 · Cut out',
        shows: 'The pad, and the box that is cut out',
        on: 'The ink’s box is cut out, so it does not matter where on the pad you draw, or how large.',
        off: 'Left out: the whole pad is taken, so small digits stay small and thin.',
      },
      fits: {
        title: '2 · Fit 20×20',
        shows: 'The ink in its box',
        on: 'Its longer side becomes 20 pixels long, as it is in all digits the network learns from.',
        off: 'Left out: it fills all 28 pixels, larger than any digit the network learns from.',
      },
      centres: {
        title: '3 · Centre of mass',
        shows: 'The ink, its centre of mass, and the middle of the field',
        on: 'Its centre of mass (dot) is moved to the middle (cross): heavy parts lie where they do in other digits.',
        off: 'Left out: the middle of its box is in the middle, and its centre of mass (dot) beside it.',
      },
      greys: {
        title: '4 · 28×28 pixels',
        shows: 'The 28×28 pixels the network is given',
        on: 'Every pixel is as grey as ink covers it: soft edges, as in a scan.',
        off: 'Left out: every pixel is all ink or none, with hard edges.',
      },
    },
    reads: 'The network reads {digit}, {percent} sure.',
    notRead: 'Train, and see here what the network reads.',
    stepOff: 'A step is left out.',
    putBack: 'Put back all steps',
  },
  likeness: {
    unlike: 'Unlike any training digit',
    title: 'Like the training images?',
    none: 'Draw something while images are there, during a run or after it: here you will see how near it is to the images.',
    about:
      'Your drawing is compared with {count} training images by the edges of its strokes and by how many parts and holes it has; the model has no say. 1.00 is as far from the nearest as a training image usually is from the others, and every short mark stands for 5% of them.',
    scale: 'Distance from the nearest training images. Tall bar: your drawing; dashed line: the threshold.',
    within: 'Your drawing: {value}. It lies within the threshold.',
    beyond:
      'Your drawing: {value}. It lies beyond the threshold, so it is said to be unlike any training digit.',
    threshold: 'Threshold',
    usual: 'Usual threshold',
    aboutThreshold: 'Beyond the usual threshold, {usual}, lie 1.5% of the training images themselves.',
    nearest: 'Most like it among the training images',
    shows: 'a {digit}',
    caution: 'Far from every training image does not mean misread, and near does not mean right.',
  },
} as const;

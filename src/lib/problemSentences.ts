/**
 * Everything that can go wrong and that a person should read, in English: what happened, then what to do.
 * Other languages translate this table key by key (words/), so a problem crosses the worker boundary
 * as its code and values, never as prose.
 */
export const problemSentences = {
  layerKernelTooLarge:
    'Layer {layer}: a {kernel} kernel does not fit {input}. Use a smaller kernel or padding "same".',
  layerPoolTooLarge:
    'Layer {layer}: a {kernel} pool does not fit {input}. Use a smaller pool or padding "same".',
  layerNeedsImage:
    'Layer {layer}: {type} needs an image (height × width × channels) but receives {input}. Move it before flatten.',
  layerNeedsVector:
    'Layer {layer}: {type} needs a vector but receives {input}. Put a flatten layer before it.',
  layerBadNumber: 'Layer {layer}: {field} is {value}; it must be {range}.',
  layerUnknown: 'Layer {layer}: {type} is not a layer Gradpad can train. It knows {known}.',
  layerUnsupported: 'Layer {layer}: {field} = {value} is not supported; use {range}.',
  layerSoftmaxInside: 'Layer {layer}: softmax belongs on the last layer only.',
  modelEmpty: 'The model has no layers. It needs at least one that ends in {classes} outputs.',
  modelNothingToLearn: 'The model has no weights, so there is nothing to learn. Add a dense layer.',
  modelWrongOutput: 'The model ends in {output}; to tell the digits apart it must end in {classes} outputs.',
  modelTooLarge:
    'The model has {count} parameters; at most {limit} can be trained here. Make a layer smaller.',

  manifestUnreachable:
    'The list of image shards could not be loaded ({detail}). Check the connection, then try again.',
  manifestInvalid:
    'The list of image shards is not valid ({detail}). Rebuild the shards, or reload the page.',
  shardUnreachable:
    'Shard {shard} could not be loaded ({detail}) after {attempts} attempts. Check the connection, then try again.',
  shardStalled:
    'Shard {shard} stopped arriving for {seconds} s; {attempts} attempts failed. Check the connection, then try again.',
  shardWrongType: 'Shard {shard}: the server sent {type} instead of data. Is the shard on the server?',
  shardTruncated:
    'Shard {shard} is {received} bytes long; {expected} were expected. Reload, or publish the shards again.',
  shardCorrupt:
    'Shard {shard} is damaged: its SHA-256 is not the one listed. Reload, or publish the shards again.',
  shardUndecodable: 'Shard {shard} could not be decoded ({detail}). Publish the shards again.',

  engineNoApi: 'This browser does not offer {engine}.',
  engineNoAdapter: 'The browser offers {engine} but no graphics card for it.',
  engineSoftware: '{engine} here is emulated in software ({device}), which is slower than WASM.',
  engineNoFloat32: '{engine} on this device has no 32-bit floating-point textures.',
  engineNoSimd: 'This browser has no vector instructions (SIMD) for {engine}.',
  engineFailed: '{engine} could not be started: {detail}',
  engineWrong: '{engine} computes wrongly on this device: {detail}',
  engineTooSmall:
    '{engine} on this device takes at most {limit} MB at a time; this model with its images needs {needed} MB. Choose another engine or a smaller model.',
  engineNoMemory: 'There is not enough graphics memory for this model ({detail}). Make a layer smaller.',
  engineNone: 'No engine could be started on this device. Try another browser.',
  nodeLost: 'Node {node} was lost ({detail}). Training goes on with fewer nodes.',
  nodesRefused: '{nodes} nodes could not be started ({detail}). Training goes on with fewer.',
  deviceLost:
    'The graphics device was lost ({detail}). Press Train to start again, or choose another engine.',
  deviceReplaced:
    'The graphics device was lost after step {step} ({detail}). {engine} goes on from there; nothing is lost.',

  storageRefused:
    'This browser does not let the page keep anything ({detail}). Runs last until the page is closed; download what you want to keep.',
  storageFull:
    'The room for saved runs is used up. The run goes on in memory, and nothing that was saved is lost. Delete runs, lower the budget, or download the checkpoint.',
  storageFailed:
    'The browser could not save or read runs ({detail}). The run goes on in memory; download what you want to keep, then reload the page.',

  trainingDiverged:
    'Training diverged: at step {step} the loss was beyond all bounds. The learning rate {rate} is too large; try a smaller one.',
  checkpointForeign: 'This file is no checkpoint of Gradpad. Choose one that was downloaded here.',
  checkpointNewer:
    'This checkpoint was written by a later version of Gradpad (format {version}). Reload the page, then try again.',
  checkpointDamaged: 'This checkpoint is damaged ({part}); it was not used. Continue from another one.',
  checkpointOtherModel:
    'This checkpoint’s model is not the model “{preset}” of this version of Gradpad, so it cannot be continued here.',
  trainerCrashed:
    'The trainer stopped unexpectedly ({detail}). Your settings and drawing are kept; restart it to train again.',
  trainerSilent:
    'The trainer has not answered for {seconds} s. Wait, or restart it; your settings and drawing are kept.',
  chartNotShown: 'The chart is not on screen, so there is nothing to export. Show it, then try again.',
  chartNotPainted:
    'The browser could not make a picture of the chart ({detail}). Export it as SVG, or try another browser.',
  unexpected: 'Something is wrong in Gradpad itself: {detail}',
} as const;

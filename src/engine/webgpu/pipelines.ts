import { Problem, errorMessage } from '../../lib/problem';
import { engineLabels } from '../engine';
import type { Access, Dispatch } from './kernel';
import { SLICE_BYTES } from './slice';

/** A dispatch that is ready to be encoded. */
export interface Command {
  readonly pipeline: GPUComputePipeline;
  readonly buffers: GPUBindGroup;
  /** Workgroups for a slice of `count` images. */
  workgroups(count: number): readonly [x: number, y: number];
}

const bufferTypes = { read: 'read-only-storage', write: 'storage' } as const satisfies Record<
  Access,
  GPUBufferBindingType
>;

/** Where kernels find the slice: one struct of many in a buffer, chosen by a dynamic offset. */
export function sliceLayout(device: GPUDevice): GPUBindGroupLayout {
  return device.createBindGroupLayout({
    entries: [
      {
        binding: 0,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type: 'uniform', hasDynamicOffset: true, minBindingSize: SLICE_BYTES },
      },
    ],
  });
}

/**
 * Compiles kernels, all at once and away from this thread.
 * @param workgroup threads of a workgroup, for kernels that leave it open
 * @throws Problem `engineFailed` that names the kernel and what its compiler says
 */
export function compileDispatches(
  device: GPUDevice,
  slices: GPUBindGroupLayout,
  dispatches: readonly Dispatch[],
  workgroup: number,
): Promise<Command[]> {
  const modules = new Map<string, GPUShaderModule>();

  function moduleOf({ name, code }: Dispatch): GPUShaderModule {
    const module = modules.get(code) ?? device.createShaderModule({ label: name, code });
    modules.set(code, module);
    return module;
  }

  async function compile(dispatch: Dispatch): Promise<Command> {
    const { name, bindings, constants, buffers } = dispatch;
    const layout = device.createBindGroupLayout({
      label: name,
      entries: bindings.map((access, binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type: bufferTypes[access] },
      })),
    });
    const isTuned = dispatch.workgroup === 'tuned';
    const pipeline = await device
      .createComputePipelineAsync({
        label: name,
        layout: device.createPipelineLayout({ bindGroupLayouts: [layout, slices] }),
        compute: {
          module: moduleOf(dispatch),
          constants: isTuned ? { ...constants, WORKGROUP: workgroup } : { ...constants },
        },
      })
      .catch(async (error: unknown) => {
        const { messages } = await moduleOf(dispatch).getCompilationInfo();
        const said = messages.find(({ type }) => type === 'error')?.message ?? errorMessage(error);
        throw new Problem(
          'engineFailed',
          { engine: engineLabels.webgpu, detail: `${name}.wgsl: ${said}` },
          error,
        );
      });
    const size = isTuned ? workgroup : 64;
    const mostWorkgroups = device.limits.maxComputeWorkgroupsPerDimension;
    return {
      pipeline,
      buffers: device.createBindGroup({
        label: name,
        layout,
        entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
      }),
      workgroups(count) {
        const all = Math.ceil(dispatch.threads(count) / size);
        return [Math.min(all, mostWorkgroups), Math.ceil(all / mostWorkgroups)];
      },
    };
  }

  // What is wrong with a shader its pipeline tells, and a lost device tells of itself; nobody else needs to be told.
  device.pushErrorScope('validation');
  const commands = Promise.all(dispatches.map(compile));
  device.popErrorScope().catch(() => undefined);
  return commands;
}

/** Adds commands to a pass, for the slice whose struct lies at `sliceOffset` (bytes). */
export function encode(
  pass: GPUComputePassEncoder,
  commands: readonly Command[],
  slices: GPUBindGroup,
  sliceOffset: number,
  count: number,
): void {
  pass.setBindGroup(1, slices, [sliceOffset]);
  for (const { pipeline, buffers, workgroups } of commands) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, buffers);
    pass.dispatchWorkgroups(...workgroups(count));
  }
}

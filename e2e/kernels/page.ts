import { kernelCases } from '../../src/engine/webgpu/kernelTests/cases';
import { checkKernel } from '../../src/engine/webgpu/kernelTests/checkKernel';

declare global {
  interface Window {
    kernelNames: readonly string[];
    /** Null, or what is wrong. */
    checkKernel(name: string, runs: number): Promise<string | null>;
  }
}

window.kernelNames = kernelCases.map(({ kernel }) => kernel.name);

window.checkKernel = async (name, runs) => {
  const adapter = await navigator.gpu.requestAdapter();
  // Default limits, which every device has.
  const device = await adapter!.requestDevice();
  try {
    await checkKernel(
      device,
      kernelCases.find(({ kernel }) => kernel.name === name)!,
      runs,
    );
    return null;
  } catch (error) {
    const { message, cause } = error as Error;
    return cause instanceof Error ? `${message}\n${cause.message}` : message;
  } finally {
    device.destroy();
  }
};

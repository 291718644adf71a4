import { isMobileDevice } from './isMobileDevice';

/** What a browser tells of the device it runs on that says something about the power it takes. */
export function thisDevice(): { readonly cores: number; readonly isMobile: boolean } {
  return { cores: navigator.hardwareConcurrency, isMobile: isMobileDevice(navigator) };
}

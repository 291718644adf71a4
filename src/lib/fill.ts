/** A sentence with its `{name}` places filled: `fill('layer {layer}', { layer: 3 })` is `layer 3`. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

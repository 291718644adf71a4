// a · b, four images times four outputs: column j is a · b[j].
fn outerProduct(a: vec4f, b: vec4f) -> mat4x4f {
  return mat4x4f(a * b.x, a * b.y, a * b.z, a * b.w);
}

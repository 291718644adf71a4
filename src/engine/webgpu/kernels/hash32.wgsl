// lib/hash32.ts
fn hash32(number: vec4u) -> vec4u {
  var x = number;
  x = (x ^ (x >> vec4u(16u))) * 0x7feb352du;
  x = (x ^ (x >> vec4u(15u))) * 0x846ca68bu;
  return x ^ (x >> vec4u(16u));
}

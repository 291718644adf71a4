// Numbers of the activations (activations.ts).
const RELU = 1u;
const SIGMOID = 2u;
const TANH = 3u;

// Beyond this tanh is ±1 in float32; some drivers make NaN of greater arguments.
const TANH_LIMIT = vec4f(15.0);

fn activate(activation: u32, x: vec4f) -> vec4f {
  switch activation {
    case RELU: { return max(x, vec4f()); }
    case SIGMOID: { return 1.0 / (1.0 + exp(-x)); }
    case TANH: { return tanh(clamp(x, -TANH_LIMIT, TANH_LIMIT)); }
    default: { return x; }
  }
}

// dy/dx, said by y.
fn slope(activation: u32, y: vec4f) -> vec4f {
  switch activation {
    case RELU: { return select(vec4f(), vec4f(1.0), y > vec4f()); }
    case SIGMOID: { return y * (1.0 - y); }
    case TANH: { return 1.0 - y * y; }
    default: { return vec4f(1.0); }
  }
}

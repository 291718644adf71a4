/** Numbers of the data set that the device knows: uploaded once for each array that slices are views of. */
export interface Orders {
  /** Whether the slice's indices can be had without waiting for the device to be done with others. */
  has(indices: Uint32Array): boolean;
  /** Where the first index stands in the order; uploads the array that they are a view of where it is new. */
  place(indices: Uint32Array): number;
  /** Forgets all that was uploaded. */
  clear(): void;
}

/**
 * @param first where free room in the order begins, and `end` where it ends
 * @param upload puts numbers at a place of the order
 */
export function createOrders(
  first: number,
  end: number,
  upload: (place: number, numbers: Uint32Array) => void,
): Orders {
  let places = new Map<ArrayBufferLike, number>();
  let next = first;

  /** An epoch's order is one array, of which slices are views; other arrays are taken as far as a slice views them. */
  const whole = ({ buffer, byteLength }: Uint32Array) => {
    const isViewOfMore = buffer.byteLength <= 4 * (end - first) && buffer.byteLength % 4 === 0;
    return isViewOfMore ? buffer.byteLength / 4 : byteLength / 4;
  };

  return {
    has: (indices) => places.has(indices.buffer) || next + whole(indices) <= end,

    place(indices) {
      const known = places.get(indices.buffer);
      if (known !== undefined) return known + indices.byteOffset / 4;
      const count = whole(indices);
      const place = next;
      next += count;
      if (count * 4 < indices.buffer.byteLength) {
        upload(place, indices);
        return place;
      }
      upload(place, new Uint32Array(indices.buffer));
      places.set(indices.buffer, place);
      return place + indices.byteOffset / 4;
    },

    clear() {
      places = new Map();
      next = first;
    },
  };
}

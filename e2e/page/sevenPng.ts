import { crc32, deflateSync } from 'node:zlib';

/** A seven in dark grey on light grey as a PNG file, in a blink even where a browser would need a minute to encode it. */
export function sevenPng(width: number, height: number): Buffer {
  const [paper, ink] = [230, 40];
  const thickness = Math.round(width / 60);
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height, paper);
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1);
    rows[start] = 0;
    const down = (y / height - 0.25) / 0.5;
    if (down < 0 || down > 1) continue;
    const right = Math.round((0.65 - 0.2 * down) * width);
    const isBar = y - 0.25 * height < thickness;
    rows.fill(ink, start + 1 + (isBar ? Math.round(0.35 * width) : right), start + 1 + right + thickness);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, grey.
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

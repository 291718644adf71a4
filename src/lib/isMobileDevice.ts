/**
 * Whether a browser runs on a phone or tablet, from what its navigator says. An iPad says that it is a Mac, but no Mac has a
 * touch screen.
 */
export function isMobileDevice({
  userAgent,
  maxTouchPoints,
}: Readonly<Pick<Navigator, 'userAgent' | 'maxTouchPoints'>>): boolean {
  return /Android|iPhone|iPad|Mobile/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/** A picture whose longer side has fewer pixels than this, or whose shorter one has fewer than THIN, is an icon. */
const ICON = 64;
const THIN = 24;

/** Too small to show anything, however far it is drawn out: not looked at. */
export function isIcon(width: number, height: number): boolean {
  return Math.max(width, height) < ICON || Math.min(width, height) < THIN;
}

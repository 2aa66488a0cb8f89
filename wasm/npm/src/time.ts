/** Seconds since 1970 (`Date.now() / 1000`), or a `Date`. */
export type Time = number | Date;

/** As the core counts. */
export function milliseconds(time: Time | undefined): number | undefined {
  if (time === undefined) return undefined;
  return time instanceof Date ? time.getTime() : Math.round(time * 1000);
}

export function inSeconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}

// In which country to look for help. A browser in English says `en-US` in many places, so where it
// stands counts more than what it speaks: a wrong number helps nobody.

interface Place {
  getTimeZones?(): string[] | undefined;
  timeZones?: string[];
}

/** ISO 3166-1 alpha-2; undefined where nothing tells. */
export function countryOf(languages: readonly string[], timeZone: string): string | undefined {
  const regions = languages.map((language) => new Intl.Locale(language).region).filter((region) => region !== undefined);
  const [first] = regions;
  if (zonesOf('GB').length === 0) return first;
  return regions.find((region) => zonesOf(region).includes(timeZone)) ?? everyRegion().find((region) => zonesOf(region).includes(timeZone)) ?? first;
}

function zonesOf(region: string): string[] {
  const place = new Intl.Locale(`und-${region}`) as Place;
  return place.getTimeZones?.() ?? place.timeZones ?? [];
}

function everyRegion(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((one) => letters.map((other) => one + other));
}

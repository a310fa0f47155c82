import { readFileSync } from 'node:fs';
import path from 'node:path';
import { supplemental } from 'cldr-core/supplemental/windowsZones.json';
import { version } from 'cldr-core/package.json';

export const WINDOWS_ZONES = 'nodes/ShiftSchedule/model/calendar/windowsZones.ts';

/** CLDR's territory for a zone that holds wherever nothing else is known. */
const ANYWHERE = '001';

/** Its licence wants to be told in copies: as a comment. */
const licence = (): string =>
	readFileSync(path.join(path.dirname(require.resolve('cldr-core/package.json')), 'LICENSE'), 'utf8')
		.trim()
		.split('\n')
		.map((line) => `// ${line}`.trim())
		.join('\n');

/** The source of {@link WINDOWS_ZONES}, from the data of the installed cldr-core. */
export function windowsZonesSource(): string {
	const zones = supplemental.windowsZones.mapTimezones
		.map(({ mapZone }) => mapZone)
		.filter(({ _territory: territory }) => territory === ANYWHERE)
		.map(({ _other: windows, _type: zone }): [string, string] => [windows.toLowerCase(), shortName(zone)])
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return `// Made by \`npm run zones\` from cldr-core ${version} (supplemental/windowsZones.json, territory ${ANYWHERE}); do not edit.
//
${licence()}

/** Outlook and Exchange write Windows' names of zones into calendars: the IANA zone of each, by its name in lower case. */
export const windowsZones: ReadonlyMap<string, string> = new Map([
${zones.map(([windows, zone]) => `\t['${windows}', '${zone}'],`).join('\n')}
]);
`;
}

/** The name that people write, and that every platform knows. */
const shortName = (zone: string): string => (zone === 'Etc/UTC' ? 'UTC' : zone);

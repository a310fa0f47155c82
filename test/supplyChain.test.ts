import { npm } from '../release/npm';
import { read, root } from './architecture/imports';

interface LockedPackage {
	integrity?: string;
	license?: string;
	resolved?: string;
	link?: boolean;
	inBundle?: boolean;
}

const lockfiles = [
	'package-lock.json',
	'demo/bootstrap/bun/package-lock.json',
	'demo/bootstrap/n8n/package-lock.json',
	'demo/bootstrap/node24/package-lock.json',
];

const lockedIn = (file: string): Array<[place: string, LockedPackage]> =>
	Object.entries((JSON.parse(read(file)) as { packages: Record<string, LockedPackage> }).packages).filter(
		([place]) => place !== '',
	);

describe.each(lockfiles)('%s', (file) => {
	const locked = lockedIn(file);

	it('pins every package by its checksum', () => {
		const loose = locked.filter(([, { integrity, link, inBundle }]) => !integrity && !link && !inBundle);
		expect(loose.map(([place]) => place)).toEqual([]);
		expect(locked.length).toBeGreaterThan(0);
	});

	it('names no registry, so that everyone installs from their own', () => {
		expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
	});
});

/** Licences that tools may have; n8n's own is for its packages, which run the tests and the demo. */
const LICENCES = new Set([
	...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'Python-2.0'],
	...['CC-BY-4.0', 'Unicode-3.0', 'MPL-2.0', 'Apache-2.0 AND MIT', '(MIT OR CC0-1.0)', '(AFL-2.1 OR BSD-3-Clause)'],
]);
const N8N_LICENCES = new Set(['SEE LICENSE IN LICENSE.md', 'LicenseRef-n8n-enterprise']);
const isOfN8n = (place: string) => /node_modules\/(?:@n8n(?:_io)?\/[^/]+|n8n-[^/]+)$/.test(place);

it('the tools have licences that are listed', () => {
	const others = lockedIn('package-lock.json').filter(
		([place, { license }]) =>
			license !== undefined && !LICENCES.has(license) && !(isOfN8n(place) && N8N_LICENCES.has(license)),
	);
	expect(others.map(([place, { license = '' }]) => `${place}: ${license}`)).toEqual([]);
});

it('tools are named by their exact version', () => {
	const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
	const loose = Object.entries(devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
	expect(loose).toEqual([]);
});

it('packages run no scripts when they are installed', () => {
	for (const file of ['.npmrc', 'demo/bootstrap/n8n/.npmrc']) expect(read(file)).toMatch(/^ignore-scripts=true$/m);
});

it('what ships depends on nothing, by its bill of materials', () => {
	const bill = JSON.parse(npm(root, 'run', '--silent', 'sbom')) as {
		bomFormat: string;
		components: unknown[];
		metadata: { component: { name: string; purl: string } };
	};
	expect(bill).toMatchObject({ bomFormat: 'CycloneDX', components: [] });
	expect(bill.metadata.component.purl).toMatch(/^pkg:npm\/n8n-nodes-agent-state@/);
});

it('what ships and is not ours tells its licence', () => {
	expect(read('nodes/ShiftSchedule/picture/raster/font.ts')).toContain('Permission is hereby granted');
	expect(read('nodes/ShiftSchedule/model/calendar/windowsZones.ts')).toContain('UNICODE LICENSE V3');
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WINDOWS_ZONES, windowsZonesSource } from '../../../../support/windowsZones/source';

const root = path.resolve(__dirname, '../../../../..');

it("the file of Windows' zone names is what `npm run zones` makes", () => {
	expect(readFileSync(path.join(root, WINDOWS_ZONES), 'utf8')).toBe(windowsZonesSource());
});

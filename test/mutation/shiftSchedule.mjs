import { configOf } from './config.mjs';

export default configOf({
	node: 'ShiftSchedule',
	without: [
		// Its processes know nothing of mutants.
		'processZone.test.ts',
		// It compares a source with the one it is made from.
		'calendar/windowsZones.file.test.ts',
	],
});

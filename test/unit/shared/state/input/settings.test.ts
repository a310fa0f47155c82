import { isOn, rulesIn, settingsOf } from '../../../../../nodes/shared/state/input/settings';
import { textOf } from '../../../../../nodes/shared/values/text';

describe('the settings of a run', () => {
	it('are harmless when nothing is set', () => {
		for (const nothing of [undefined, null, {}, 'text', []]) {
			expect(settingsOf(nothing)).toEqual({
				protection: { states: [], graceMs: 0 },
				confirmAfterMs: undefined,
				openWorkMs: 0,
				outMs: undefined,
				rejectPending: false,
				restoreAnyway: false,
				sendWebhooks: undefined,
				trustMs: 3_600_000,
				memory: 'n8n',
				skipUnknown: false,
				parallelLimit: undefined,
				technicalDetails: false,
				changedOnly: false,
			});
		}
	});

	it('are read with their units', () => {
		const options = {
			protectedStates: ' On Call,, Wrap-up ,',
			graceMinutes: 10,
			confirmAfter: 0,
			openWork: 'atMost',
			openWorkMinutes: 20,
			outMinutes: 15,
			rejectPending: true,
			restoreAnyway: true,
			webhookEnabled: 'false',
			trustMinutes: 0,
			unknownAgents: 'skip',
			parallelLimit: '3',
			technicalDetails: true,
			output: 'changed',
		};

		expect(settingsOf(options)).toEqual({
			protection: { states: ['On Call', 'Wrap-up'], graceMs: 600_000 },
			confirmAfterMs: 0,
			openWorkMs: 20 * 60_000,
			outMs: 15 * 60_000,
			rejectPending: true,
			restoreAnyway: true,
			sendWebhooks: false,
			trustMs: 0,
			memory: 'n8n',
			skipUnknown: true,
			parallelLimit: 3,
			technicalDetails: true,
			changedOnly: true,
		});
	});

	it.each([-1, NaN, 'many', {}, undefined])('keep what is usual where a number is %p', (value) => {
		const { protection, trustMs, parallelLimit } = settingsOf({
			graceMinutes: value,
			trustMinutes: value,
			parallelLimit: value,
		});

		expect([protection.graceMs, trustMs, parallelLimit]).toEqual([0, 3_600_000, undefined]);
	});
});

describe('a switch', () => {
	it.each([true, 'true', ' TRUE ', 'yes', 1, 'on'])('is on for %p', (given) => {
		expect(isOn(given)).toBe(true);
	});

	it.each([false, 'false', 'No', '', 0, undefined, null])('is off for %p', (given) => {
		expect(isOn(given)).toBe(false);
	});
});

describe('the rules of a mapping', () => {
	it('are read from texts and from locators', () => {
		const rule = [
			{ state: 'busy', reason: ' Training ', native: { __rl: true, mode: 'name', value: ' Away ' } },
			{ state: 'break', native: '2' },
			{ state: 'break', reason: '', native: 2 },
		];

		expect(rulesIn({ rule })).toEqual([
			{ state: 'busy', cause: 'Training', native: 'Away' },
			{ state: 'break', cause: '', native: '2' },
			{ state: 'break', cause: '', native: '2' },
		]);
	});

	it.each([
		[undefined],
		[{}],
		[{ rule: 'x' }],
		[
			{
				rule: [
					null,
					'x',
					{},
					{ state: 'lunch', native: 'x' },
					{ state: 'busy', native: ' ' },
					{ state: 'busy', native: { value: {} } },
				],
			},
		],
	])('say nothing in %j', (given) => {
		expect(rulesIn(given)).toEqual([]);
	});
});

describe('a cell', () => {
	it.each([
		[' a ', 'a'],
		[7, '7'],
		[0, '0'],
		[false, 'false'],
		[null, ''],
		[undefined, ''],
		[{}, ''],
		[['a'], ''],
	])('%j is the text %j', (given, text) => {
		expect(textOf(given)).toBe(text);
	});

	it.each<[what: string, options: object, ms: number]>([
		['not at all', { openWork: 'now', openWorkMinutes: 20 }, 0],
		['until it is done', { openWork: 'untilDone', openWorkMinutes: 20 }, Infinity],
		['for half an hour', { openWork: 'atMost' }, 1_800_000],
		['as long as the minutes say alone', { openWorkMinutes: 1 }, 60_000],
	])('leave agents to their work %s', (_what, options, ms) => {
		expect(settingsOf(options).openWorkMs).toBe(ms);
	});
});

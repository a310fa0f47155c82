import fc from 'fast-check';
import type { StateOption } from '../../../../nodes/shared/state/adapter';
import { mappingOf, resolved, type MappingRule, type Resolved } from '../../../../nodes/shared/state/mapping';
import { fingerprintOf } from '../../../../nodes/shared/state/native';
import { settable } from '../../../../nodes/shared/state/state';

const offer = (label: string, takesWork?: boolean): StateOption => ({
	key: `WA-${label}`,
	label,
	fields: { sid: `WA-${label}` },
	...(takesWork !== undefined && { takesWork }),
});
const listed = (...offers: StateOption[]): Resolved => ({ kind: 'listed', options: offers });
const labelOf = (found: Resolved, state: (typeof settable)[number], rules: MappingRule[] = [], cause = '') => {
	const target = mappingOf('Activity', found, rules).target(state, cause);
	return target.kind === 'value' ? target.value.label : target.problem;
};

describe('a state without a rule', () => {
	it.each<[state: (typeof settable)[number], labels: string[], meant: string]>([
		['available', ['Online', 'AVAILABLE'], 'AVAILABLE'],
		['available', ['Idle', 'ready '], 'ready '],
		['busy', ['Unavailable', 'Busy'], 'Busy'],
		['busy', ['Away', 'Do Not Disturb'], 'Do Not Disturb'],
		['break', ['Lunch', 'On Break'], 'On Break'],
		['offline', ['Logged Out', 'Off'], 'Logged Out'],
	])('%s among %j is %s', (state, labels, meant) => {
		expect(labelOf(listed(...labels.map((label) => offer(label))), state)).toBe(meant);
	});

	it('is never a state of the wrong kind', () => {
		const offers = listed(
			offer('Available', false),
			offer('Online', true),
			offer('Busy', true),
			offer('Away', false),
		);

		expect(labelOf(offers, 'available')).toBe('Online');
		expect(labelOf(offers, 'busy')).toBe('Away');
	});

	it('that nothing resembles is an error that lists what there is', () => {
		expect(labelOf(listed(offer('Tea'), offer('Siesta')), 'break')).toBe(
			'nothing stands for "break" here. Add it under \'State Mapping\'. There are: Tea, Siesta',
		);
		expect(labelOf(listed(), 'break')).toContain('There are: none');
	});

	it('is a guess when the name only resembles, unless a rule says it', () => {
		const offers = listed(offer('Available', true), offer('Lunch', false), offer('Away', false));
		const guessed = (rules: MappingRule[]) => Object.fromEntries(mappingOf('Activity', offers, rules).guesses);

		expect(guessed([])).toEqual({
			busy: 'busy is the activity "Away"',
			break: 'break is the activity "Lunch"',
		});
		expect(guessed([{ state: 'break', cause: '', native: 'Lunch' }])).toEqual({
			busy: 'busy is the activity "Away"',
		});
	});
});

describe('the names of states', () => {
	const names = {
		available: ['Available', 'Online', 'Ready', 'Idle', 'Active'],
		busy: [
			...['Busy', 'Unavailable', 'Not Available', 'Not Ready', 'Do Not Disturb', 'Away'],
			...['Other Work', 'Training'],
		],
		break: ['Break', 'On Break', 'On a Break', 'Pause', 'Paused', 'Lunch', 'Lunch Break', 'Rest'],
		offline: ['Offline', 'Logged Out', 'Signed Out', 'Logged Off', 'Logout', 'Off', 'Off Duty'],
	};

	it.each(settable.flatMap((state) => names[state].map((name, at) => [state, name, at] as const)))(
		'%s may be called %s, and the likelier name comes first',
		(state, name, at) => {
			const offers = listed(
				...names[state]
					.slice(at)
					.reverse()
					.map((one) => offer(one)),
			);
			expect(labelOf(offers, state)).toBe(name);
			const guessed = `${state} is the activity "${name}"`;
			expect(mappingOf('Activity', listed(offer(name)), []).guesses.get(state)).toBe(
				at === 0 ? undefined : guessed,
			);
		},
	);

	it('are no guesses where the service fixes the states', () => {
		const usual = { available: 'WA-Yes', busy: 'WA-No', break: 'WA-No', offline: 'gone' };
		const fixed = mappingOf('Status', { kind: 'fixed', options: [offer('Yes'), offer('No')], usual }, []);
		expect(fixed.guesses.size).toBe(0);
		expect(fixed.target('offline', '')).toEqual({
			kind: 'problem',
			problem: 'nothing stands for "offline" here. Add it under \'State Mapping\'. There are: Yes, No',
		});
	});

	it('may be any where the service takes every text', () => {
		const usual = { available: 'a', busy: 'b', break: 'c', offline: 'd' };
		const optionNamed = (label: string) => offer(label);
		const words = resolved({ kind: 'fixed', options: [], usual, optionNamed });
		expect(labelOf(words, 'busy')).toBe('b');
		expect(labelOf(words, 'busy', [{ state: 'busy', cause: '', native: 'Lunch' }])).toBe('Lunch');
		expect(resolved({ kind: 'fixed', options: [], usual })).toStrictEqual({ kind: 'fixed', options: [], usual });
		// A list takes none besides its own.
		expect(labelOf({ ...listed(), optionNamed } as Resolved, 'busy')).toContain('nothing stands for "busy"');
	});
});

it('an option is found again by what it sends or by its fingerprint', () => {
	const { optionOf, optionWith } = mappingOf('Activity', listed(offer('Tea'), offer('Lunch')), []);
	expect(optionOf({ label: 'x', fields: { sid: 'WA-Lunch' } })?.label).toBe('Lunch');
	expect(optionOf({ label: 'Lunch', fields: { sid: 'WA-Gone' } })).toBeUndefined();
	expect(optionWith(fingerprintOf(offer('Lunch')))?.label).toBe('Lunch');
	expect(optionWith('00000000')).toBeUndefined();
});

describe('a rule', () => {
	const offers = listed(
		offer('Available', true),
		offer('Break', false),
		offer('Lunch', false),
		offer('Offline', false),
	);
	const lunch: MappingRule = { state: 'break', cause: 'Lunch', native: 'Lunch' };

	it('names by label in any case, or by key', () => {
		expect(labelOf(offers, 'busy', [{ state: 'busy', cause: '', native: ' LUNCH' }])).toBe('Lunch');
		expect(labelOf(offers, 'busy', [{ state: 'busy', cause: '', native: 'WA-Lunch' }])).toBe('Lunch');
	});

	it('must name by key what two are called', () => {
		const twins = listed(offer('Lunch'), { ...offer('LUNCH'), key: 'WA-2' });

		expect(labelOf(twins, 'break')).toBe(
			'"Lunch" means several: WA-Lunch, WA-2. Name one by its ID under \'State Mapping\'',
		);
		expect(labelOf(twins, 'break', [{ state: 'break', cause: '', native: 'lunch' }])).toContain('means several');
		expect(labelOf(twins, 'break', [{ state: 'break', cause: '', native: 'WA-2' }])).toBe('LUNCH');
	});

	it('for one reason holds for that reason alone, whatever the order', () => {
		const usual: MappingRule = { state: 'break', cause: '', native: 'Offline' };
		for (const rules of [
			[lunch, usual],
			[usual, lunch],
		]) {
			expect(labelOf(offers, 'break', rules, ' lunch ')).toBe('Lunch');
			expect(labelOf(offers, 'break', rules, 'tea')).toBe('Offline');
			expect(labelOf(offers, 'break', rules)).toBe('Offline');
		}
		expect(labelOf(offers, 'break', [lunch], 'tea')).toBe('Break');
	});

	it('that leads to nothing is an error, although a name would have been found', () => {
		expect(labelOf(offers, 'break', [{ state: 'break', cause: '', native: 'Pause' }])).toBe(
			'the mapping leads to "Pause", which does not exist. There are: Available, Break, Lunch, Offline',
		);
	});

	it('with a reason of blanks alone holds whatever the reason', () => {
		const { target, stateOf } = mappingOf('Activity', offers, [{ state: 'busy', cause: ' ', native: 'Lunch' }]);

		expect(target('busy', 'phone')).toMatchObject({ kind: 'value', value: { label: 'Lunch' } });
		expect(stateOf(offer('Lunch'), 'busy')).toBe('busy');
	});

	it('makes a native state readable', () => {
		const { stateOf } = mappingOf('Activity', offers, [lunch]);

		expect(stateOf(offer('Lunch'))).toBe('break');
		expect(stateOf(offer('Break'))).toBe('break');
		expect(stateOf(offer('Fire Drill'))).toBe('unknown');
		expect(stateOf(null)).toBeNull();
	});
});

describe('a native state that stands for several', () => {
	const offers = [offer('Yes'), offer('No')];
	const usual = { available: 'WA-Yes', busy: 'WA-No', break: 'WA-No', offline: 'WA-No' };
	const { stateOf } = mappingOf('Status', { kind: 'fixed', options: offers, usual }, []);

	it('is the one that was hoped for, and else the likeliest', () => {
		expect(stateOf(offer('No'), 'busy')).toBe('busy');
		expect(stateOf(offer('No'), 'break')).toBe('break');
		expect(stateOf(offer('No'), 'available')).toBe('offline');
		expect(stateOf(offer('No'), 'unknown')).toBe('offline');
		expect(stateOf(offer('No'))).toBe('offline');
	});

	it('includes one with more to it', () => {
		expect(stateOf({ label: 'No: tea', fields: { sid: 'WA-No', cause: 'tea' } }, 'break')).toBe('break');
	});
});

it('reads every state that it sets as that state, whatever the offers and the rules', () => {
	const word = fc.oneof(
		fc.constantFrom('Available', 'Busy', 'Lunch', '__proto__', 'constructor', ''),
		fc.string({ maxLength: 6 }),
	);
	const rule = fc.record({ state: fc.constantFrom(...settable), cause: word, native: word });
	fc.assert(
		fc.property(fc.array(word, { maxLength: 5 }), fc.array(rule, { maxLength: 4 }), (labels, rules) => {
			const mapping = mappingOf('Activity', listed(...labels.map((label) => offer(label))), rules);
			for (const state of settable) {
				for (const cause of ['', ...rules.map((one) => one.cause)]) {
					const target = mapping.target(state, cause);
					if (target.kind === 'value') expect(mapping.stateOf(target.value, state)).toBe(state);
					else expect(target.problem).not.toBe('');
				}
			}
		}),
	);
});

import { actualOf, comparerOf, scheduledOf } from '../make';

const [plan] = scheduledOf('09:00-10:00 busy Training');
const state = (text: string) => actualOf(`09:00-10:00 ${text}`)[0];

function compare(text: string, rules: Parameters<typeof comparerOf>[0] = {}) {
	const actual = state(text);
	if (!plan || !actual) throw new Error('no stretch');
	return comparerOf(rules).compare(plan, actual);
}

it.each([
	['busy', {}, 'same'],
	['busy Coaching', {}, 'same'],
	['available', {}, 'different'],
	['available', { groups: [['available', 'busy']] }, 'same'],
	['available', { groups: [['available', 'break']] }, 'different'],
	[
		'available',
		{
			groups: [
				['offline', 'break'],
				['Available', 'TRAINING'],
			],
		},
		'same',
	],
	['unknown Coaching', { groups: [['coaching', 'busy']] }, 'same'],
	['unknown Coaching', { groups: [['coaching', 'break']] }, 'different'],
	['offline', { neutral: ['training'] }, 'neutral'],
	['busy', { neutral: ['busy'] }, 'neutral'],
	['offline Outage', { neutral: ['Outage'] }, 'neutral'],
	['offline Outage', { neutral: ['Lunch'] }, 'different'],
])('a training is scheduled, the agent is %s, with %j: %s', (text, rules, expected) => {
	expect(compare(text, rules)).toBe(expected);
	const comparer = comparerOf(rules);
	const actual = state(text);
	if (!plan || !actual) throw new Error('no stretch');
	// It remembers, and remembers right.
	expect([comparer.compare(plan, actual), comparer.compare(plan, actual)]).toEqual([expected, expected]);
});

it.each([
	['available', [], 'available', true],
	['break', [], 'break', false],
	['offline', [], 'offline', false],
	['busy', [], 'busy', true],
	['unknown Coaching', [], undefined, false],
	['unknown Coaching', [['coaching', 'busy']], 'busy', true],
	[
		'unknown Coaching',
		[
			['lunch', 'break'],
			['Coaching', 'offline'],
		],
		'offline',
		false,
	],
	['lunch', [['lunch', 'break']], 'break', false],
	// Its own word counts before a group.
	['available Coaching', [['coaching', 'offline']], 'available', true],
])('%s with the groups %j stands for %s', (text, groups, expected, works) => {
	const comparer = comparerOf({ groups });
	const actual = state(text);
	if (!actual) throw new Error('no stretch');
	expect(comparer.commonStateOf(actual)).toBe(expected);
	expect(comparer.commonStateOf(actual)).toBe(expected);
	expect(comparer.isWork(comparer.commonStateOf(actual))).toBe(works);
});

it('work is what the user calls work', () => {
	expect(comparerOf({ work: ['break'] }).isWork('break')).toBe(true);
	expect(comparerOf({ work: ['break'] }).isWork('available')).toBe(false);
	expect(comparerOf().isWork(undefined)).toBe(false);
});

it('an empty native name or reason is not a word', () => {
	expect(compare('available', { groups: [['', 'busy', 'available']] })).toBe('same');
	expect(compare('offline', { groups: [['', 'busy']] })).toBe('different');
	expect(compare('offline', { neutral: [''] })).toBe('different');
});

import type { Native } from '../../../../../nodes/shared/state/adapter';
import { fingerprintOf } from '../../../../../nodes/shared/state/native';
import type { Protection } from '../../../../../nodes/shared/state/input/settings';
import { reconcile, type Situation } from '../../../../../nodes/shared/state/run/reconcile';

const native = (label: string): Native => ({ label, fields: { state: label.toLowerCase() } });
const from = (label: string) => ({ label, fingerprint: fingerprintOf(native(label)) });
const now = Date.parse('2026-03-01T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

const situation = (more: Partial<Situation> = {}): Situation => ({
	observed: { native: native('Offline'), since: minutesAgo(5) },
	state: 'offline',
	target: native('Ready'),
	isOurs: false,
	knowsOwn: true,
	now,
	...more,
});
const nobody: Protection = { states: [], graceMs: 0 };
const grace = (minutes: number): Protection => ({ states: [], graceMs: minutes * 60_000 });

describe('what follows from what is wanted and what is', () => {
	it.each<[what: string, verdict: string, more: Partial<Situation>, protection: Protection]>([
		['another state', 'change', {}, nobody],
		['the same state', 'unchanged', { target: native('Offline') }, nobody],
		[
			'the same state under another label',
			'unchanged',
			{ target: { label: 'x', fields: { state: 'offline' } } },
			nobody,
		],
		['nothing is known', 'change', { observed: null, state: null }, grace(60)],
		['the service keeps no state yet', 'change', { observed: { native: null, since: minutesAgo(1) } }, grace(60)],
		['a restore of who is still there', 'change', { onlyFrom: from('Offline') }, nobody],
		['a restore of who is elsewhere', 'skip', { onlyFrom: from('Busy') }, nobody],
		['a restore of who is back', 'unchanged', { onlyFrom: from('Busy'), target: native('Offline') }, nobody],
		['a protected state by its label', 'skip', {}, { states: [' OFFLINE '], graceMs: 0 }],
		['a protected state by its meaning', 'skip', { state: 'break' }, { states: ['Break'], graceMs: 0 }],
		['another protected state', 'change', {}, { states: ['Busy'], graceMs: 0 }],
		[
			'a protected state that is wanted too',
			'unchanged',
			{ target: native('Offline') },
			{ states: ['offline'], graceMs: 0 },
		],
		['within the grace time', 'skip', {}, grace(6)],
		['at the end of the grace time', 'change', {}, grace(5)],
		['within it, but our own change', 'change', { isOurs: true }, grace(6)],
		['no time is told', 'change', { observed: { native: native('Offline'), since: null } }, grace(60)],
		['no time can be read', 'change', { observed: { native: native('Offline'), since: 'soon' } }, grace(60)],
		[
			'a clock that is ahead of ours',
			'skip',
			{ observed: { native: native('Offline'), since: minutesAgo(-3) } },
			grace(6),
		],
	])('%s: %s', (_what, verdict, more, protection) => {
		expect(reconcile(situation(more), protection).kind).toBe(verdict);
	});

	it('is told with less certainty where nothing is remembered of earlier runs', () => {
		expect(reconcile(situation({ knowsOwn: false }), grace(6))).toEqual({
			kind: 'skip',
			why: 'was put into "Offline" by someone else, as far as this first run can tell, 5 minutes ago',
		});
	});

	it('is told in whole minutes, never less than none', () => {
		const told = (minutes: number) =>
			reconcile(situation({ observed: { native: native('Lunch'), since: minutesAgo(minutes) } }), grace(60));

		expect(told(2.9)).toEqual({ kind: 'skip', why: 'was put into "Lunch" by someone else 2 minutes ago' });
		expect(told(-3)).toEqual({ kind: 'skip', why: 'was put into "Lunch" by someone else 0 minutes ago' });
	});
});

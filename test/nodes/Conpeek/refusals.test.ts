import type { INodeParameters } from 'n8n-workflow';
import { CONPEEK_API_KEY, CONPEEK_BREAK, PEOPLE, startConpeek } from '../../../simulators';
import { useSimulator } from '../../support/pack/useSimulator';

const { anna } = PEOPLE;
const stage = useSimulator(startConpeek);
const lunch = { workState: 'ONBREAK', breakType: 'COFFEE', breakCause: CONPEEK_BREAK.lunch };

const run = async (operation: string, parameters: INodeParameters) =>
	await stage.bench.run({
		node: 'conpeek',
		parameters: { resource: 'user', operation, user: anna.login, ...parameters },
		credentials: { conpeekApi: { baseUrl: stage.simulator.url, apiKey: CONPEEK_API_KEY } },
	});

describe("a refusal of Conpeek's, whose shape is documented nowhere", () => {
	it.each(['message', 'error', 'errors'] as const)(
		"is told in Conpeek's words when they stand in %s",
		async (errorShape) => {
			await stage.start({ errorShape });
			const { error } = await run('update', { workState: 'ONLINE', user: 'nobody' });

			expect(error?.message).toBe('User nobody: Nie znaleziono zasobu');
			expect(error?.description).toContain('no user has this ID or name');
		},
	);

	it.each(['error', 'errors'] as const)('names the field that is wrong (%s)', async (errorShape) => {
		await stage.start({ errorShape, needsNote: true });
		for (const [operation, parameters] of [
			['update', lunch],
			['setState', { state: 'break', reason: CONPEEK_BREAK.lunch }],
		] as const) {
			const { error } = await run(operation, parameters);

			expect(error?.message).toContain('break_note: Pole jest wymagane');
			expect(error?.description).toContain('without a note');
		}
	});

	it('is none where the note that Conpeek asks for is given', async () => {
		await stage.start({ needsNote: true });
		const { error } = await run('update', { ...lunch, additionalFields: { breakNote: 'Back at 14:00' } });

		expect(error?.message).toBeUndefined();
	});

	it.each<[what: string, body: unknown, words: string]>([
		[
			'several errors',
			{ errors: [{ field: 'break_type', message: 'A' }, { message: 'B' }, 'C'] },
			'break_type: A; B; C',
		],
		[
			'errors by field',
			{ message: 'Bad', errors: { break_cause: ['X', 'Y'] } },
			'Bad; break_cause: X; break_cause: Y',
		],
		['an error as text', { error: 'Bad' }, 'Bad'],
		['the same twice', { message: 'Bad', error: { message: 'Bad' } }, 'Bad'],
		['a text alone', 'Bad things', 'Bad things'],
		['a page', '<html>Bad</html>', 'Conpeek answered with HTTP status 400'],
		['nothing', {}, 'Conpeek answered with HTTP status 400'],
	])('is read from %s', async (_what, body, words) => {
		await stage.start();
		stage.simulator.faults.push({ status: 400, body });
		const { error } = await run('update', { workState: 'ONLINE' });

		expect(error?.message).toBe(`User ${anna.login}: ${words}`);
		expect(error?.description).toContain('Online Mode ID');
	});

	it('is told with its code', async () => {
		await stage.start();
		stage.simulator.faults.push({ status: 422, body: { error: { code: 1042, message: 'Bad' } } });

		expect((await run('update', { workState: 'ONLINE' })).error?.description).toContain('(code 1042)');
	});

	it.each([
		['error', { error: { message: 'Bad' } }],
		['errors', { errors: [{ message: 'Bad' }] }],
	])('under status 200 is one all the same: %s', async (_where, body) => {
		await stage.start();
		stage.simulator.faults.push({ status: 200, body, times: 'always' });
		for (const [operation, parameters] of [
			['update', { workState: 'ONLINE' }],
			['setState', { state: 'available' }],
		] as const) {
			expect((await run(operation, parameters)).error?.message).toContain('Bad');
		}
	});
});

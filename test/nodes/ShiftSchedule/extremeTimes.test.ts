import { useSchedule } from '../../support/pack/useSchedule';
import { originOf } from '../../support/pack/workers';

const schedule = useSchedule();
const rows = [
	{ agent: 'anna', days: 'Mon-Fri', start: '09:00', end: '17:00' },
	{ agent: 'bob', days: 'Mon-Fri', start: '09:00', end: '17:00' },
];

describe.each(['+275760-09-13', '275760-09-13', '-271821-04-20', '9999-12-31', '0001-01-01'])(
	'Evaluate At %s',
	(evaluateAt) => {
		it.each(['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule'])(
			'never hands the input on as if it were the answer: %s',
			async (operation) => {
				const { outputs, error } = await schedule(
					rows,
					{ operation, evaluateAt },
					{ onError: 'continueRegularOutput' },
				);

				expect(error).toBeUndefined();
				for (const { json } of outputs.flat())
					expect('start' in json && !('error' in json) && 'days' in json).toBe(false);
				const failed = outputs.flat().filter(({ json }) => 'error' in json);
				if (failed.length > 0) expect(failed.map(originOf)).toEqual([0, 1]);
			},
		);
	},
);

it('an operation that does not exist is told by every item', async () => {
	const { out, error } = await schedule(rows, { operation: 'guess' }, { onError: 'continueRegularOutput' });

	expect(error).toBeUndefined();
	expect(out.map(({ json }) => json.error)).toEqual(
		Array(2).fill(expect.stringContaining('\'Operation\' is "guess"')),
	);
});

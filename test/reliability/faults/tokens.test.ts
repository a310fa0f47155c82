import { tokenFaultsWith } from './faults';
import { NEW_TOKEN, OLD_TOKEN, tokenSubjects } from './subjects';
import { isWhole, shown, useMatrix } from './useMatrix';

const EXAMPLE = 'voipNow queueAgent.update';

/** A node and Agent State, each at another service, stand for all in the short form, and some faults. */
const tried = tokenSubjects().filter(
	({ name }) => isWhole || [EXAMPLE, 'agentState setState (twilioTaskRouter)'].includes(name),
);
const SHORT = ['every token is refused', 'invalid_client', '500', 'connection reset before the answer'];
const faultsOf: typeof tokenFaultsWith = (...args) =>
	tokenFaultsWith(...args).filter(({ name }) => isWhole || SHORT.includes(name));

const matrix = useMatrix('expired tokens', EXAMPLE, tried, faultsOf);

/** Nobody refused the keys, and a token may come yet. */
const PASSES =
	/^(408|429|500|502|503|connection reset (before|in)|the same|no answer|an answer|truncated|empty|204|a page)/;

it.each(faultsOf('').map(({ name, isSlow }, at) => ({ name, isSlow, at })))('$name', async ({ name, isSlow, at }) => {
	const found = await matrix.run(at);

	// Without a token that is good nothing was done, and nothing is told as doubtful, but where the time of the whole
	// attempt was up: nobody knows then whether the token had come.
	if (!isSlow) expect(found.filter(({ outcome }) => !['done', 'failed'].includes(outcome)).map(shown)).toEqual([]);
	expect(found.filter(({ told }) => told.includes(OLD_TOKEN) || told.includes(NEW_TOKEN)).map(shown)).toEqual([]);
	const [lasting, passing] = [true, false].map((wanted) => found.filter(({ isLasting }) => isLasting === wanted));
	if (name === 'every token is refused') {
		// One new token is fetched, and no more.
		expect(found.filter(({ tokens }) => tokens !== 1).map(shown)).toEqual([]);
		expect(passing?.filter(({ outcome }) => outcome !== 'done').map(shown)).toEqual([]);
		expect(lasting?.filter(({ outcome }) => outcome !== 'failed').map(shown)).toEqual([]);
	} else if (PASSES.test(name)) {
		if (!isSlow) {
			expect(passing?.filter(({ outcome, tokens }) => outcome !== 'done' || tokens !== 2).map(shown)).toEqual([]);
		}
		expect(lasting?.filter(({ outcome }) => outcome === 'done').map(shown)).toEqual([]);
	} else if (!name.endsWith('after the body')) {
		// A refusal is final: whoever keeps asking may be locked out.
		expect(found.filter(({ outcome, tokens }) => outcome !== 'failed' || tokens !== 1).map(shown)).toEqual([]);
	}
});

it('is in the documentation as it is', () => matrix.holdPage());

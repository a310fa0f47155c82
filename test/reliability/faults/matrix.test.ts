import { faultsWith } from './faults';
import { isRead } from './matrix';
import { KINDS, subjects } from './subjects';
import { isWhole, shown, useMatrix } from './useMatrix';

/** One of each kind stands for all in the short form. */
const all = subjects();
const tried = isWhole
	? all
	: KINDS.flatMap((kind) => all.filter((one) => one.kind === kind && !one.name.endsWith('.delete')).slice(-1));

const matrix = useMatrix('faults', 'twilioTaskRouter worker.update', tried, faultsWith);

/** After these the service may have done what it was asked for. */
const DOUBTFUL = /^(408|500|502|503$|connection reset|the same|no answer|an answer|truncated|empty|a page)/;
/** These are refusals of a service that has too much to do: nothing was done. */
const NOT_TAKEN = /^(429|503, Retry-After)/;

it.each(faultsWith('').map(({ name }, at) => [name, at] as const))('%s', async (name, at) => {
	const found = await matrix.run(at);

	// What cannot be sent twice is sent once, unless it was surely not taken.
	const once = found.filter(({ subject }) => subject.kind === 'create, delete');
	if (!NOT_TAKEN.test(name) && !name.startsWith('401')) {
		expect(once.filter(({ requests }) => requests > 1).map(shown)).toEqual([]);
	}
	// A change that may have been made is never told as one that failed.
	if (DOUBTFUL.test(name)) {
		const writes = found.filter(({ subject }) => !isRead(subject));
		expect(writes.filter(({ outcome }) => outcome === 'failed').map(shown)).toEqual([]);
	} else if (name !== '204') {
		expect(found.filter(({ outcome }) => outcome === 'unconfirmed').map(shown)).toEqual([]);
	}
	// What passes is survived, but for what must not be sent twice.
	if (DOUBTFUL.test(name) || NOT_TAKEN.test(name)) {
		const passing = found.filter(({ isLasting, subject }) => !isLasting && subject.kind !== 'create, delete');
		expect(passing.filter(({ outcome }) => !['done', 'unconfirmed'].includes(outcome)).map(shown)).toEqual([]);
	}
});

it('is in the documentation as it is', () => matrix.holdPage());

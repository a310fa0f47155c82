import type { IWebhookFunctions } from 'n8n-workflow';
import { createClient } from '../../../shared/http/createClient';
import { plainFailure } from '../../../shared/http/failure';
import { waitFor } from '../../../shared/n8n/clock';
import { createBacklog } from '../../../shared/n8n/runControl';
import type { Native } from '../../../shared/state/adapter';
import { shortHash } from '../../../shared/state/native';
import { canonicalText } from '../../../shared/values/canonicalJson';
import { activitiesOf, type HeardEvent } from '../events';
import { vendor } from '../vendor';
import type { ListenSettings } from './settings';
import { watch, type Watched, type WatchedAnswer } from './watched';

/** Event Streams waits for an answer for 5 seconds. */
const ANSWER_WITHIN_MS = 4_000;

/** So many triggers have what they looked up remembered. */
const MOST = 100;

interface Looked {
	answer: Promise<WatchedAnswer>;
	/** Activities for which Twilio was asked again: it is asked once for each. */
	tried: ReadonlySet<string>;
}

/** What triggers looked up at Twilio, by their address and settings. */
export type Lookups = Map<string, Looked>;

/** What the settings mean at Twilio: remembered, and asked for again when an activity is new or has another name. */
export async function lookUp(
	context: IWebhookFunctions,
	lookups: Lookups,
	settings: ListenSettings,
	events: readonly HeardEvent[],
): Promise<WatchedAnswer> {
	const { parameters, credentials = {} } = context.getNode();
	const key = shortHash(canonicalText([context.getNodeWebhookUrl('default'), parameters, credentials]));
	const first = lookups.get(key) ?? begin(new Set());
	const answer = await inTime(first.answer);
	if (answer.kind === 'failed') return answer;
	const newest = lookups.get(key) ?? first;
	const untried = strangeIn(answer.watched, events).filter((one) => !newest.tried.has(one));
	if (untried.length > 0) return await inTime(begin(new Set([...newest.tried, ...untried])).answer);
	return newest === first ? answer : await inTime(newest.answer);

	function begin(tried: Looked['tried']): Looked {
		const looked = { answer: ask(context, settings), tried };
		lookups.delete(key);
		lookups.set(key, looked);
		for (const oldest of lookups.keys()) if (lookups.size > MOST) lookups.delete(oldest);
		void looked.answer.then(({ kind }) => {
			if (kind === 'failed' && lookups.get(key) === looked) lookups.delete(key);
		});
		return looked;
	}
}

async function ask(context: IWebhookFunctions, settings: ListenSettings): Promise<WatchedAnswer> {
	const connection = await createClient(context, vendor, {
		signal: new AbortController().signal,
		backlog: createBacklog(),
		noteFailure: () => undefined,
	});
	return connection.kind === 'connected'
		? await watch(connection, settings)
		: { kind: 'failed', failure: plainFailure(connection.problem) };
}

/** The answer, unless Twilio would wait too long for it: then it goes on, for the next delivery. */
async function inTime(answer: Promise<WatchedAnswer>): Promise<WatchedAnswer> {
	const waiting = new AbortController();
	const late = waitFor(ANSWER_WITHIN_MS, waiting.signal).then((): WatchedAnswer => ({
		kind: 'failed',
		failure: plainFailure('Twilio did not return the activities in time'),
	}));
	try {
		return await Promise.race([answer, late]);
	} finally {
		waiting.abort();
	}
}

/** The activities of events that were not there, or had other names, when the workspace's list was read. */
const strangeIn = ({ labels }: Watched, events: readonly HeardEvent[]): string[] =>
	events
		.flatMap((event) => Object.values(activitiesOf(event)))
		.filter((one): one is Native => one !== null && labels.get(`${one.fields.ActivitySid ?? ''}`) !== one.label)
		.map((one) => canonicalText(one));

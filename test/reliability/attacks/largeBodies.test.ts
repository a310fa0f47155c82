import { cpuTimeOf } from '../../support/cpuTime';
import { useTrigger } from '../../support/pack/useTrigger';
import { post, prepared, signed, type Parcel, type Way } from './parcels';
import { ReaderThread } from './readerThread';
import { isWhole } from './traps';

const stage = useTrigger();
const thread = new ReaderThread();
afterAll(async () => await thread.close());

/** In bytes. `npm test` takes a tenth. */
const LARGE = isWhole ? 10_000_000 : 1_000_000;

/** In milliseconds of the processors, on top of what n8n itself takes to read a body. */
const LONGEST_DELIVERY = 2_000;

/** A body, the way by which it comes, and what is answered where it is signed. */
const allBodies: Array<[name: string, way: Way, body: (real: string) => string, status: number]> = [
	[
		'one text',
		'eventStreams',
		(real) => real.replace('"payload":{', `"payload":{"x":"${'x'.repeat(LARGE)}",`).replace(/EZ[0-9a-f]+/g, 'EZ7'),
		200,
	],
	['nothing but brackets', 'eventStreams', () => '['.repeat(LARGE / 2) + ']'.repeat(LARGE / 2), 400],
	[
		'a million fields',
		'workspaceCallback',
		(real) => `${real}&${Array.from({ length: LARGE / 10 }, (_, at) => `X${at}=1`).join('&')}`,
		400,
	],
	['brackets that are never closed', 'eventStreams', () => '['.repeat(LARGE), 422],
	[
		'records that nest in an event',
		'eventStreams',
		(real) => real.replace('"payload":{', `"payload":{"x":${'{"x":'.repeat(LARGE / 6)}1${'}'.repeat(LARGE / 6)},`),
		400,
	],
	['one field', 'workspaceCallback', (real) => `${real.replace(/EV[0-9a-f]+/g, 'EV7')}&X=${'x'.repeat(LARGE)}`, 200],
	[
		'a million fields of one name',
		'workspaceCallback',
		(real) => `${real}&${Array.from({ length: LARGE / 10 }, (_, at) => `X=${at}`).join('&')}`,
		400,
	],
	['nothing but the signs between fields', 'workspaceCallback', () => '&'.repeat(LARGE), 400],
];

const bodies = isWhole ? allBodies : allBodies.slice(0, 3);

/** How long a delivery takes beside n8n's own reading of its body. */
async function timed(parcel: Parcel): Promise<{ status: number; isQuick: boolean }> {
	const reading = cpuTimeOf(() => readAsN8n(parcel.body));
	const before = process.cpuUsage();
	const status = await post(parcel);
	const { user, system } = process.cpuUsage(before);
	return { status, isQuick: (user + system) / 1000 < reading + LONGEST_DELIVERY };
}

function readAsN8n(body: string): void {
	try {
		JSON.parse(body);
	} catch {
		// It is none.
	}
}

it.each(bodies)('%s, unsigned, is refused at once', async (_, way, bodyOf) => {
	const { listener, real } = await prepared(stage, way);
	const body = bodyOf(real.body);
	expect(body.length).toBeGreaterThanOrEqual(LARGE * 0.7);
	// As it came with another body, and none at all.
	for (const signature of [real.headers['x-twilio-signature'] ?? '', '']) {
		const headers = { ...real.headers, 'x-twilio-signature': signature };
		const { status, isQuick } = await timed({ ...real, body, headers });
		expect([[400, 403, 422], isQuick]).toEqual([expect.arrayContaining([status]), true]);
	}
	expect(listener.executions).toEqual([]);
	const { thrown, milliseconds } = await thread.read({ kind: 'delivery', input: { way, body } });
	expect([thrown, milliseconds < LONGEST_DELIVERY]).toEqual([undefined, true]);
});

it.each(bodies)('%s, signed, is taken or refused as the page of the trigger says', async (_, way, bodyOf, wanted) => {
	const { listener, real } = await prepared(stage, way);
	const { status, isQuick } = await timed(signed({ ...real, body: bodyOf(real.body) }));
	expect([status, isQuick]).toEqual([wanted, true]);
	expect(listener.executions).toHaveLength(wanted === 200 ? 1 : 0);
	// What n8n stores between two deliveries does not hold the body.
	expect(JSON.stringify(listener.stored.production).length).toBeLessThan(10_000);
});

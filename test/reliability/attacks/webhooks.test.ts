import fc from 'fast-check';
import { PEOPLE } from '../../../simulators/twilio/cast';
import type { Listener } from '../../support/bench/listener';
import { useTrigger } from '../../support/pack/useTrigger';
import { figures, holdFigures } from './figures';
import { FORM_TYPE, isForm, isTwilios, post, prepared, signed, ways, type Parcel } from './parcels';
import { anyTrap, isWhole } from './traps';

const stage = useTrigger();
const { anna } = PEOPLE;
const deliveries = isWhole ? 1_000 : 40;

/** Changes in a body: something is spliced in, taken out, repeated, or put in place of a value. */
const splice = fc.record({
	at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
	length: fc.constantFrom(0, 1, 5, 40, 400),
	instead: fc.oneof(
		anyTrap('127.0.0.1').map((text) => JSON.stringify(text).slice(1, -1)),
		fc.constantFrom(
			'"',
			',',
			'{}',
			'[]',
			'&',
			'=',
			'&Sid=EV2',
			'null',
			'-1',
			'1e400',
			'"__proto__":{"polluted":1},',
			'%00',
			'[{',
			'',
			'__proto__',
			'constructor',
		),
	),
});
const splices = fc.array(splice, { minLength: 1, maxLength: 4 });
type Splice = typeof splice extends fc.Arbitrary<infer One> ? One : never;

const spliced = (text: string, all: Splice[]): string =>
	all.reduce((before, { at, length, instead }) => {
		const from = Math.floor(at * before.length);
		return before.slice(0, from) + instead + before.slice(from + length);
	}, text);

/** What is wrong with what was started. */
function halves(listener: Listener): unknown[] {
	return listener.executions.flat().flatMap(({ json }) => {
		const texts = ['agent', 'agentId', 'event', 'at', 'eventId', 'scope', 'service'].map((name) => json[name]);
		const isWholeEvent = texts.every(
			(text) => typeof text === 'string' && text !== '' && !/Invalid|undefined|NaN/.test(text),
		);
		return isWholeEvent ? [] : [json];
	});
}

it.each(ways)('a changed delivery whose signature is not right starts nothing: %s', async (way) => {
	const { listener, real } = await prepared(stage, way);
	const target = fc.constantFrom('body', 'signature', 'url', 'type');
	await fc.assert(
		fc.asyncProperty(target, splices, async (part, all) => {
			const changed: Parcel = { ...real, headers: { ...real.headers } };
			if (part === 'body') changed.body = spliced(real.body, all);
			if (part === 'signature')
				changed.headers['x-twilio-signature'] = signatureOf(
					spliced(real.headers['x-twilio-signature'] ?? '', all),
				);
			if (part === 'url')
				changed.url = `${real.url}${real.url.includes('?') ? '&' : '?'}${new URLSearchParams(all.map(({ instead }) => [instead, 'x'] as [string, string])).toString()}`;
			if (part === 'type') changed.headers['content-type'] = isForm(real) ? 'application/json' : FORM_TYPE;
			const isRight = isTwilios(changed);
			const status = await post(changed);
			expect(isRight ? [200, 400] : [403, 422]).toContain(status);
			// Heard before, and so nothing new where it is right all the same.
			expect(isRight ? halves(listener) : listener.executions).toEqual([]);
		}),
		{ numRuns: deliveries },
	);
});

/** What a header may hold. */
const signatureOf = (text: string): string => text.replace(/[^!-~]/g, '');

it.each(ways)('a changed delivery that is signed is taken as a whole, or starts nothing: %s', async (way) => {
	const { listener, real } = await prepared(stage, way);
	await fc.assert(
		fc.asyncProperty(splices, async (all) => {
			const body = Buffer.from(spliced(real.body, all)).toString();
			expect([200, 400, 422]).toContain(await post(signed({ ...real, body })));
			expect(halves(listener)).toEqual([]);
			expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
		}),
		{ numRuns: deliveries },
	);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

it.each([
	[
		'JSON that nests 10,000 deep',
		(body: string) => body.replace('"payload":{', `"payload":{"x":${'['.repeat(10_000)}${']'.repeat(10_000)},`),
	],
	['nothing but brackets', () => '['.repeat(100_000)],
	['900 kB in one text', (body: string) => body.replace('"payload":{', `"payload":{"x":"${'x'.repeat(900_000)}",`)],
	[
		'5,000 events',
		(body: string) =>
			`[${Array.from({ length: 300 }, (_, at) => body.slice(1, -1).replace(/EZ[0-9a-f]+/g, `EZ${at}`)).join()}]`,
	],
])('a signed body of %s is answered within two seconds', async (_, change) => {
	const { listener, real } = await prepared(stage, 'eventStreams');
	const before = process.cpuUsage();
	const status = await post(signed({ ...real, body: change(real.body) }));
	const { user, system } = process.cpuUsage(before);
	expect((user + system) / 1000).toBeLessThan(2_000);
	expect([200, 400, 413, 422]).toContain(status);
	expect(halves(listener)).toEqual([]);
});

it.each(ways)('one that is new and signed starts the workflow: %s', async (way) => {
	const { listener, real } = await prepared(stage, way);
	const fresh = { ...real, body: real.body.replace(/E([ZV])[0-9a-f]+/g, 'E$17') };
	expect([isTwilios(real), isTwilios(fresh), isTwilios(signed(fresh))]).toEqual([true, false, true]);
	expect([await post(fresh), await post(signed(fresh))]).toEqual([403, 200]);
	expect(listener.executions).toHaveLength(1);
});

it('names that a sheet would run go out as text, and the payload as it came', async () => {
	const { listener, real } = await prepared(stage, 'eventStreams');
	const body = real.body.replace(/EZ[0-9a-f]+/g, 'EZ8').replaceAll(anna.name, '=1+1');
	expect(await post(signed({ ...real, body }))).toBe(200);
	expect(listener.executions.flat().map(({ json }) => json)).toMatchObject([
		{ agent: "'=1+1", payload: { worker_name: '=1+1' } },
	]);
});

holdFigures('deliveries', () => `${Math.floor(figures.deliveries / 100) * 100} deliveries.`);

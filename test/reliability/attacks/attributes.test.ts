import { textOf } from '../../../nodes/shared/values/text';
import { PEOPLE } from '../../../simulators';
import { useAttributes } from '../../support/pack/useAttributes';
import { bySid } from '../../support/pack/vendors';
import { isWhole } from './traps';

const { anna, bob } = PEOPLE;
const { attributes, give, run, writes } = useAttributes();

/** In milliseconds of the processors. */
const LONGEST_RUN = 2_000;

/** As long as the simulator takes it. */
const LONG = 'x'.repeat(900_000);
const deep = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
const deepRecords = (levels: number): string => `${'{"__proto__":'.repeat(levels)}{"polluted":1}${'}'.repeat(levels)}`;

/** Attributes as a service or an item may have them, of which some reach for what all objects have. */
const texts: Array<[name: string, text: string]> = [
	['__proto__', '{"__proto__":{"polluted":1},"a":1}'],
	['constructor.prototype', '{"constructor":{"prototype":{"polluted":1}},"a":1}'],
	['__proto__ in a list', '{"a":[{"__proto__":{"polluted":1}}]}'],
	['__proto__ deep inside', '{"a":{"b":{"__proto__":{"polluted":1}}}}'],
	['an escaped __proto__', '{"\\u005f_proto__":{"polluted":1}}'],
	['__proto__ that is null', '{"__proto__":null,"a":1}'],
	['a name of the prototype', '{"toString":1,"hasOwnProperty":{"polluted":1},"valueOf":null}'],
	['skills of another kind', '{"routing":{"__proto__":{"skills":["polluted"]},"levels":{"__proto__":9}}}'],
	['lists that nest 10,000 deep', deep(10_000)],
	['records that nest 10,000 deep', deepRecords(10_000)],
	['900 kB in one text', JSON.stringify({ a: LONG })],
	['900 kB as a key', JSON.stringify({ [LONG]: 1 })],
	['no JSON', '{"a":'],
];

const all: Array<[name: string, parameters: Record<string, string>]> = [
	['get', {}],
	['mergeAttributes', { attributes: '{"routing":{"levels":{"billing":2}},"b":{"c":1}}' }],
	['addSkills', { skills: 'billing' }],
	['removeSkills', { skills: 'billing' }],
];

/** In `npm test` one that reads and one that writes. */
const operations = isWhole ? all : all.slice(0, 2);

function expectClean(): void {
	expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
	expect(([] as unknown as { polluted?: unknown }).polluted).toBeUndefined();
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(Object.hasOwn(Object.prototype, 'skills')).toBe(false);
}

async function timed(name: string, parameters: Record<string, string>) {
	const before = process.cpuUsage();
	const outcome = await run(
		name,
		{ ...parameters, worker: bySid('={{ $json.worker }}') },
		{ items: [anna, bob].map(({ worker }) => ({ worker })), onError: 'continueRegularOutput' },
	);
	const { user, system } = process.cpuUsage(before);
	expect((user + system) / 1000).toBeLessThan(LONGEST_RUN);
	return outcome;
}

describe.each(texts)('%s', (_, text) => {
	it.each(operations)('among the attributes at the service: %s', async (operation, parameters) => {
		give(text, anna.worker);
		give({ routing: { skills: [] } }, bob.worker);
		const { out, error } = await timed(operation, parameters);

		expect(error).toBeUndefined();
		expectClean();
		expect(out).toHaveLength(2);
		for (const { json } of out) expect(textOf(json.error).length).toBeLessThan(1_000);
		// The other agent is looked after.
		expect(out[1]?.json.error).toBeUndefined();
	});

	it('from the item is merged or refused, and goes to the agent who is named', async () => {
		give({ b: 1 }, anna.worker);
		give({ b: 2 }, bob.worker);
		const { out, error } = await timed('mergeAttributes', { attributes: text });

		expect(error).toBeUndefined();
		expectClean();
		expect(out).toHaveLength(2);
		expect([attributes(anna.worker).b, attributes(bob.worker).b]).toEqual([1, 2]);
		for (const { json } of out) expect(textOf(json.error).length).toBeLessThan(1_000);
		if (/proto__|constructor/.test(text)) expect(writes()).toEqual([]);
	});
});

it('10 MB of attributes at the service are read within two seconds, and what is there already is not written', async () => {
	for (const { worker } of [anna, bob]) give({ a: 'x'.repeat(10_000_000), routing: { skills: ['billing'] } }, worker);
	for (const [name, parameters] of all.filter(([name]) => ['get', 'addSkills'].includes(name))) {
		const { error, out } = await timed(name, parameters);
		expect([error, out.map(({ json }) => json.error)]).toEqual([undefined, [undefined, undefined]]);
	}
	expect(writes()).toEqual([]);
});

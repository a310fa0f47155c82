import * as fc from 'fast-check';
import {
	agentIdOf,
	agentNamed,
	agentsIn,
	hasNextPage,
	isExtension,
	shortForm,
	spellingsOf,
	wordsFor,
} from '../../../nodes/VoipNow/agents';

describe('the ID of an agent, which an address takes', () => {
	it.each<[what: string, agent: Record<string, unknown>, id: string | undefined]>([
		['local, long', { agentNumber: '0003*211' }, '0003*211'],
		['local, short', { agentNumber: '211' }, '211'],
		['local, short, as a number', { agentNumber: 211 }, '211'],
		['local with an identifier of its own', { agentNumber: '0003*211', identifier: '7' }, '0003*211'],
		['remote', { agentNumber: '+40211234567', identifier: '5001' }, '5001'],
		['remote without a plus', { agentNumber: '40211234567', identifier: 5001 }, '5001'],
		['remote with a number like an extension', { agentNumber: '112', identifier: '5001', type: 'remote' }, '5001'],
		['remote, of version 3', { agentNumber: '+40211234567' }, '+40211234567'],
		['remote, of whom only the ID is told', { agentNumber: '', identifier: '5001' }, '5001'],
		['with zeros in front', { agentNumber: '+40211234567', identifier: '0051' }, '0051'],
		['nobody', { status: '1' }, undefined],
		['empty', { agentNumber: '', identifier: null }, undefined],
	])('%s', (_what, agent, id) => {
		expect(agentIdOf(agent)).toBe(id);
	});
});

describe('an agent among others', () => {
	const extension = fc.integer({ min: 100, max: 9_999 }).map(String);
	const account = fc.integer({ min: 1, max: 9_999 }).map((number) => String(number).padStart(4, '0'));

	it('is the one with the same extension, where one side has no account', () => {
		fc.assert(
			fc.property(account, extension, extension, (prefix, one, other) => {
				const [long, queue] = [`${prefix}*${one}`, `${prefix}*99`];
				for (const [shown, asked] of [
					[long, one],
					[one, long],
					[long, long],
					[one, one],
				] as const) {
					const agents = [{ agentNumber: shown }];
					expect(agentNamed(agents, asked, queue)).toBe(agents[0]);
					expect(agentNamed(agents, asked, '99')).toBe(agents[0]);
					if (other !== one) expect(agentNamed([{ agentNumber: other }], asked, queue)).toBeUndefined();
				}
			}),
		);
	});

	it('is never one of another account', () => {
		fc.assert(
			fc.property(account, account, extension, (prefix, other, number) => {
				fc.pre(prefix !== other);
				const asked = `${other}*${number}`;
				expect(agentNamed([{ agentNumber: `${prefix}*${number}` }], asked, `${prefix}*99`)).toBeUndefined();
				expect(agentNamed([{ agentNumber: number }], asked, `${prefix}*99`)).toBeUndefined();
			}),
		);
	});

	it('has no word that is empty', () => {
		const text = fc.oneof(fc.string(), fc.constant(undefined), fc.constant(null), fc.nat());
		fc.assert(
			fc.property(text, text, text, (agentNumber, identifier, queue) => {
				expect(wordsFor({ agentNumber, identifier }, String(queue))).not.toContain('');
			}),
		);
	});
});

it.each<[unknown, unknown[]]>([
	[
		[{ a: 1 }, { a: 2 }],
		[{ a: 1 }, { a: 2 }],
	],
	[{ entry: [{ a: 1 }] }, [{ a: 1 }]],
	[
		[{ entry: [{ a: 1 }] }, { entry: { a: 2 } }],
		[{ a: 1 }, { a: 2 }],
	],
	[{ a: 1 }, [{ a: 1 }]],
	[{ entry: null }, []],
	[undefined, []],
	['text', []],
])('in %j are the agents %j', (body, agents) => expect(agentsIn(body)).toEqual(agents));

it.each<[unknown, boolean]>([
	[{ next: 'https://there' }, true],
	[[{ entry: [] }, { next: 'https://there' }], true],
	[{ next: '' }, false],
	[{ next: 5 }, false],
	[{ entry: [] }, false],
	[[{}], false],
	['text', false],
	[null, false],
])('%j has a next page: %s', (body, has) => expect(hasNextPage(body)).toBe(has));

it.each([
	['211', true],
	['123456', true],
	['1234567', false],
	['0003*211', true],
	['+48221234567*1', true],
	['+211', false],
	['211a', false],
	['', false],
])('%s is an extension: %s', (number, is) => expect(isExtension(number)).toBe(is));

it.each<[string, Record<string, unknown>, string, string[]]>([
	['a local one, long', { agentNumber: '0003*211' }, '0003*99', ['0003*211', '211']],
	['a local one, short', { agentNumber: '211' }, '0003*99', ['211', '0003*211']],
	['a local one in a short queue', { agentNumber: '211' }, '99', ['211', '?*211']],
	['one without the number behind its account', { agentNumber: '0003*' }, '99', ['0003*']],
	[
		'a remote one',
		{ agentNumber: '+4021123456', identifier: '5001' },
		'0003*99',
		['5001', '4021123456', '+4021123456'],
	],
	['a remote one without a plus', { agentNumber: '4021123456' }, '99', ['4021123456', '4021123456', '+4021123456']],
	['one called remote', { agentNumber: '112', identifier: '5001', type: ' Remote ' }, '99', ['5001', '112', '+112']],
	['one called remote without an ID', { agentNumber: '112', type: 'remote' }, '0003*99', ['112', '0003*112']],
	['one with an ID alone', { identifier: '5001' }, '99', ['5001']],
	['a plus alone', { agentNumber: '+', identifier: '5001' }, '99', ['5001']],
	['nobody', {}, '99', []],
])('the words for %s', (_who, agent, queue, words) => expect(wordsFor(agent, queue)).toEqual(words));

it.each([
	['0003*211', ['0003*211', '?*211']],
	['211', ['211']],
])('%s may be spelt %j', (text, spellings) => expect(spellingsOf(text)).toEqual(spellings));

it('the short form is what follows the account', () => {
	expect([shortForm('0003*211'), shortForm('211')]).toEqual(['211', '211']);
});

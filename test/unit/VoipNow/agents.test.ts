import * as fc from 'fast-check';
import { agentIdOf, agentNamed, wordsFor } from '../../../nodes/VoipNow/agents';

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

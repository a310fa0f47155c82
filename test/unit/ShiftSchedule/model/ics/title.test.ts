import { agentsInTitle, parsePattern, type TitleReading } from '../../../../../nodes/ShiftSchedule/model/ics/title';
import { cpuTimeOf } from '../../../../support/cpuTime';

describe('the agents in a title', () => {
	const before: TitleReading = { kind: 'before', separator: ' - ' };
	const known = (...names: string[]): TitleReading => ({ kind: 'known', names });
	const pattern = (text: string): TitleReading => ({ kind: 'pattern', pattern: text });

	it.each([
		['Anna - Early', before, ['Anna']],
		['Anna-Maria - Early - Phones', before, ['Anna-Maria']],
		['Team party', before, []],
		[' Anna - Early', before, ['Anna']],
		['   - Early', before, []],
		[`${'x'.repeat(1000)} - Early`, before, []],
		[' - Early', before, []],
		['Anna: Early', { kind: 'before', separator: ':' } as const, ['Anna']],
		['Anna', { kind: 'before', separator: '' } as const, []],
		['Early shift of anna', known('Anna', 'Ben'), ['Anna']],
		['Anna & Ben', known('Ben', 'Anna'), ['Ben', 'Anna']],
		['Anna Nowak, late', known('Anna', 'Anna Nowak'), ['Anna Nowak']],
		['Anna and Anna Nowak', known('Anna', 'Anna Nowak'), ['Anna', 'Anna Nowak']],
		['Anna Nowak', known('Nowak', 'Anna Nowak'), ['Anna Nowak']],
		['Annabel', known('Anna'), []],
		['Joanna', known('anna'), []],
		['ZOE\u0308', known('Zo\u00EB'), ['Zo\u00EB']],
		['1234 late', known('123', '1234'), ['1234']],
		['Anna', known('', 'Anna', 'Anna'), ['Anna']],
		['Annabel and Anna', known('Anna'), ['Anna']],
		['On Call - Jane Doe - Support', pattern('On Call - (*) - *'), ['Jane Doe']],
		['Anna On-Call (App: Sched)', pattern('(*) On-Call*'), ['Anna']],
		['on call - jane - x', pattern('On Call - (*) - *'), ['jane']],
		['Early: Anna', pattern('*: (*)'), ['Anna']],
		['Early: Anna', pattern('(*)'), ['Early: Anna']],
		['Early Anna', pattern('*: (*)'), []],
		[': Anna', pattern('*: (*)'), ['Anna']],
		[' Anna - x ', pattern('(*) - x'), ['Anna']],
		['Anna x and x', pattern('(*) x'), ['Anna x and']],
		['Early: Anna!', pattern('*: (*)?'), []],
		['[Anna]', pattern('[(*)]'), ['Anna']],
		['[]', pattern('[(*)]'), []],
		['[Anna] x', pattern('[(*)]'), []],
		['x [Anna]', pattern('[(*)]'), []],
		['ab', pattern('ab(*)ab'), []],
		['a.b', pattern('(*).b'), ['a']],
		['axb', pattern('(*).b'), []],
		['\u0130 x - Anna', pattern('* - (*)'), ['Anna']],
	])('in %j by %j are %j', (title, reading, agents) => {
		expect(agentsInTitle(title, reading)).toEqual(agents);
	});

	it('are found in no more time than a title has letters', () => {
		const taken = cpuTimeOf(() => {
			agentsInTitle('a'.repeat(100_000), pattern(`${'*a'.repeat(200)}(*)b`));
			agentsInTitle('anna'.repeat(100_000), known('anna'));
		});
		expect(taken).toBeLessThan(500);
	});

	it.each(['', '*', 'Anna', '(*) and (*)', '(', '(.*)'])('cannot be asked for with the pattern %j', (text) => {
		expect(parsePattern(text)).toBeUndefined();
		expect(agentsInTitle('Anna', pattern(text))).toEqual([]);
	});
});

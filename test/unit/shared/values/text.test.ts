import { fold, foldHeading, sentences, tidyText } from '../../../../nodes/shared/values/text';

it.each([
	[' Anna ', 'anna'],
	['ZOE\u0308', 'zo\u00eb'],
	['Łódź', 'łódź'],
	['Anna\u00a0Kowalska', 'anna kowalska'],
	['Anna  \u2009 Kowalska\u200b', 'anna kowalska'],
	['\u200eAnna \u00adKowals\u00adka\ufeff', 'anna kowalska'],
])('%j is compared as %j', (name, folded) => expect(fold(name)).toBe(folded));

it('keeps case and accents of what people see', () => {
	expect(tidyText('\u200bZoe\u0308\u00a0 Łuczak ')).toBe('Zo\u00eb Łuczak');
});

it.each(['Agent ID', 'agent_id', 'agentId\u00a0', '\ufeffAGENTID'])('%j is the heading agentid', (heading) => {
	expect(foldHeading(heading)).toBe('agentid');
});

it.each([
	[['The value is invalid.', 'Check it.'], 'The value is invalid. Check it.'],
	[['The value is invalid', 'Check it.'], 'The value is invalid. Check it.'],
	[['Is it?', undefined, '', 'Yes!', 'Good'], 'Is it? Yes! Good'],
	[[undefined], ''],
])('%j become one text', (texts, told) => expect(sentences(texts)).toBe(told));

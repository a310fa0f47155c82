import type { INodeProperties } from 'n8n-workflow';
import { isVisible } from '../../../../../nodes/shared/operation/input/visible';

const chosen: Record<string, unknown> = { state: 'on', kind: 1 };

it.each<[boolean, INodeProperties['displayOptions']]>([
	[true, undefined],
	[true, {}],
	[true, { show: { state: ['off', 'on'] } }],
	[true, { show: { '/state': ['on'] } }],
	[true, { show: { state: ['on'], kind: [1] } }],
	[true, { hide: { state: ['off'] } }],
	[true, { hide: { missing: ['on'] } }],
	[true, { show: { kind: [1] }, hide: { state: ['off'] } }],
	[false, { show: { state: ['off'] } }],
	[false, { show: { state: [] } }],
	[false, { show: { kind: ['1'] } }],
	[false, { show: { missing: ['on'] } }],
	[false, { show: { 'a/state': ['on'] } }],
	[false, { show: { state: ['on'], kind: [2] } }],
	[false, { hide: { state: ['on'] } }],
	[false, { hide: { state: ['off'], kind: [1] } }],
	[false, { show: { kind: [1] }, hide: { '/state': ['on'] } }],
])('a field is shown: %s under %j', (expected, displayOptions) => {
	const field = {
		displayName: 'It',
		name: 'it',
		type: 'string' as const,
		default: '',
		...(displayOptions && { displayOptions }),
	};
	expect(isVisible(field, (name) => chosen[name])).toBe(expected);
});

it('what has no value shows nothing, not even what asks for that', () => {
	const show = { missing: [undefined] } as unknown as Record<string, string[]>;
	const field = { displayName: 'It', name: 'it', type: 'string' as const, default: '', displayOptions: { show } };
	expect(isVisible(field, () => undefined)).toBe(false);
});

import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { GIVEN } from './badInput';
import { ASTRAY, EMPTY, NO_TEXT, NO_VALUE, type Given, type GivenValues } from './badValues';
import { membersOf, type DescribedOperation, type Pack } from './pack';
import { placed, triedOf, type Tried } from './tried';
import type { VendorStage } from './useVendor';
import { located, parametersOf } from './vendors';

/** A field of an operation that is read for each item, with a value that is carried out. */
export interface ItemField {
	operation: DescribedOperation;
	tried: Tried;
	property: INodeProperties;
	/** Of a resource locator: the way of choosing. */
	mode: string | undefined;
	good: Given;
}

/** What a person can do wrong in a field of any vendor, told from the field's description alone. */
interface Mistake {
	mistake: string;
	givenFor: (field: ItemField) => GivenValues;
	says: RegExp;
}

const isAboutStates = ({ operation }: ItemField) => /\.(setState|getHistory)$/.test(operation.name);

/** Names are looked up, and what nobody is called is refused after that. To Set State, an identity is a name too. */
const isId = (field: ItemField) =>
	field.mode === 'id' || field.mode === 'list' || (field.mode === 'identity' && !isAboutStates(field));

const isFilter = ({ tried }: ItemField) => tried.collection?.name === 'filters';

/** The least number that a field takes, where there is one. */
function belowTheLeast({ property }: ItemField): GivenValues {
	const least = property.typeOptions?.minValue;
	return least === undefined ? {} : { 'one less than the least': least - 1, 'a number below zero': -1 };
}

/** What a person can do wrong, and the fields it can be done in. */
/** Where fractions mean something, one is not a mistake. */
const fraction = ({ property }: ItemField): GivenValues =>
	(property.typeOptions?.numberPrecision ?? 0) > 0 ? {} : { 'a fraction': 1.5 };

export const MISTAKES: Mistake[] = [
	{
		mistake: 'an expression that gives no value',
		givenFor: () => NO_VALUE,
		says: /has no value|is empty|must be|names no/,
	},
	{
		mistake: 'a locator or a required text that is empty',
		givenFor: ({ mode, property }) =>
			mode !== undefined
				? { ...EMPTY, ...NO_TEXT }
				: property.required && property.type === 'string'
					? { ...EMPTY, 'an object': { id: 1 } }
					: {},
		says: /is empty|has no value|must be|names no/,
	},
	{
		mistake: 'a filter that is empty, which would filter nothing',
		givenFor: (field) => (isFilter(field) && field.property.type === 'string' ? EMPTY : {}),
		says: /is empty|has no value|must be/,
	},
	{
		mistake: 'an id that could lead the request to another address',
		givenFor: (field) => (isId(field) ? ASTRAY : {}),
		says: /must be|cannot|holds a character that cannot be sent/,
	},
	{
		mistake: 'a switch that is neither true nor false',
		givenFor: ({ property }) =>
			property.type === 'boolean' ? { 'the word yes': 'yes', 'a number': 1, nothing: '' } : {},
		says: /must be true or false/,
	},
	{
		mistake: 'a choice that there is none of',
		givenFor: ({ property }) =>
			property.type === 'options' ? { 'an unknown choice': 'nonsense', nothing: '' } : {},
		says: /must be one of/,
	},
	{
		mistake: 'a number that is none, or too small',
		givenFor: (field) =>
			field.property.type === 'number'
				? {
						nothing: '',
						'a word': 'many',
						'a number beyond all bounds': '1e400',
						...fraction(field),
						...belowTheLeast(field),
					}
				: {},
		says: /must be a (whole )?number|must be at least/,
	},
];

/** The text of a parameter; of a resource locator, its value. */
export function textOf(value: unknown): string {
	if (typeof value === 'object' && value !== null) return 'value' in value ? textOf(value.value) : '';
	return String(value);
}

/** Settings of the run, which n8n reads once for all items. */
const isSetting = ({ path, collection }: Tried) =>
	path === 'previewOnly' || ['options', 'stateOptions'].includes(collection?.name ?? '');

/** The fields of a node that are read for each item. */
export function fieldsOf(pack: Pack, node: string): ItemField[] {
	return pack.operations
		.filter((operation) => operation.node === node)
		.flatMap((operation) =>
			operation.properties.flatMap((whole) =>
				triedOf(node, whole)
					.filter((tried) => !isSetting(tried) && tried.inRow === undefined)
					.map((tried) => fieldOf(operation, whole, tried)),
			),
		);
}

function fieldOf(operation: DescribedOperation, whole: INodeProperties, tried: Tried): ItemField {
	const name = tried.path.split('.').at(-1);
	const property = tried.collection ? membersOf(tried.collection).find((one) => one.name === name) : whole;
	const [first] = tried.values;
	const isLocator = typeof first === 'object' && first !== null && '__rl' in first;
	return {
		operation,
		tried,
		property: property ?? whole,
		mode: isLocator ? textOf(first.mode) : undefined,
		good: isLocator ? textOf(first) : first,
	};
}

/** VoipNow's filter is refused in parts. */
const TOGETHER = new Set(['filters.filterBy', 'filters.filterOp', 'filters.filterValue']);

export function parametersFor({ operation: { node, name }, tried, mode }: ItemField, value = GIVEN): INodeParameters {
	const filter = { filterBy: name.startsWith('presence') ? 'extension' : 'status', filterValue: '1' };
	const base = { ...parametersOf(node, name), ...tried.context };
	const others = TOGETHER.has(tried.path) ? filter : {};
	return placed(tried, mode === undefined ? value : located(mode, value), base, others);
}

export const titleOf = ({ operation, tried, mode }: ItemField) =>
	[operation.name, tried.path, ...(mode === undefined ? [] : [`by ${mode}`])].join(' ');

/**
 * The error begins with the row, where it stops the run, and with what it is about: a field of the operation and its value,
 * or what was to be done. Set State speaks of an agent, and of the field alone where no agent is to blame.
 */
export function isAbout(field: ItemField, told: string): boolean {
	const message = told.replace(/^Row \d+: /, '');
	const { operation, property } = field;
	const [about = ''] = message.split(`: '${property.displayName}'`);
	if (isAboutStates(field) && message.startsWith(`'${property.displayName}'`)) return true;
	if (about === message) return false;
	const parameters = parametersFor(field);
	const named = operation.properties
		.filter(({ name }) => name in parameters && name !== field.tried.path)
		.flatMap(({ name, displayName }) => {
			const value = textOf(parameters[name]);
			return [`${displayName} ${value}`, ...(isAboutStates(field) ? [`Agent ${value}`] : [])];
		});
	// The agent may be what is wrong.
	const itself = isAboutStates(field) ? ['Agent '] : [`${property.displayName} `];
	return (
		about === operation.option.action || named.includes(about) || itself.some((start) => about.startsWith(start))
	);
}

/** Runs the field's operation with these values, item by item. */
export async function runGiven(stage: VendorStage, field: ItemField, given: Given[], onError?: 'continueErrorOutput') {
	const { node, name } = field.operation;
	const items = given.map((one) => ({ given: one }));
	return await stage.run(node, name, parametersFor(field), items, { ...(onError && { onError }) });
}

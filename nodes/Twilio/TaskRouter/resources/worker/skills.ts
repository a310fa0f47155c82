import { isRecord } from '../../../../shared/values/record';
import { inQuotes } from '../../../../shared/values/text';
import { fromModel } from '../../../../shared/n8n/toolForm';
import type { Change } from '../../../../shared/operation/operation';
import { changeAttributes } from '../../../attributes';
import type { Field, ParsedValue, Values } from '../../../../shared/operation/operation';
import { matches } from '../../../../shared/operation/rule';

export const skillNames: Field = {
	displayName: 'Skills',
	name: 'skills',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. billing, english',
	description: 'One skill, or several separated by commas',
	inTool: { default: fromModel('Skills', 'One skill, or several separated by commas') },
	parse(given): ParsedValue {
		const names = skillsIn(given);
		return names.length === 0
			? { kind: 'problem', problem: 'is empty: enter at least one skill' }
			: { kind: 'value', value: JSON.stringify(names) };
	},
};

export const level: Field = {
	displayName: 'Level',
	name: 'level',
	type: 'number',
	typeOptions: { numberPrecision: 2 },
	default: 1,
	description: 'The skill level of the agent, as Flex and task queues compare it. It may have decimals, such as 2.5.',
};

/** Where Twilio Flex keeps the skills. */
const FLEX_SKILLS = 'routing.skills';

export const skillsAttribute: Field = {
	displayName: 'Skills Attribute',
	name: 'skillsAttribute',
	type: 'string',
	default: FLEX_SKILLS,
	required: true,
	placeholder: 'e.g. skills',
	description:
		"The attribute with the list of skills. In Twilio Flex it is routing.skills. Levels are kept next to it, in 'levels'.",
	rule: matches(
		/^(?!.*\b(?:__proto__|constructor|prototype)\b)(?!.*\.(?![A-Za-z_]))[A-Za-z_][\w.]*$/,
		'the name of an attribute, such as routing.skills',
	),
};

/** The names in a comma-separated text or in an array, each once. */
const skillsIn = (given: unknown): string[] =>
	(Array.isArray(given) ? given.map(String) : typeof given === 'string' ? given.split(',') : [])
		.map((name) => name.trim())
		.filter((name, at, all) => name !== '' && all.indexOf(name) === at);

/** The change that adds or removes the named skills. It is refused if it would overwrite something else. */
export function changeSkills(worker: Record<string, unknown>, values: Values, how: 'add' | 'remove'): Change {
	let problem: string | undefined;
	const change = changeAttributes(worker, (attributes) => {
		problem = obstacle(attributes, String(values.skillsAttribute).split('.'), values);
		return problem === undefined ? withSkills(attributes, values, how) : attributes;
	});
	return problem === undefined ? change : { kind: 'problem', problem };
}

/** Why the skills cannot be changed: the path leads through a value that is not an object, or not to a list. */
function obstacle(attributes: Record<string, unknown>, path: string[], { level: given }: Values): string | undefined {
	const isMissing = (value: unknown) => value === undefined || value === null;
	let at: unknown = attributes;
	for (const [depth, key] of path.entries()) {
		if (!isRecord(at))
			return `the attribute ${inQuotes(path.slice(0, depth).join('.'))} of this worker is not an object`;
		const isLast = depth === path.length - 1;
		if (isLast && given !== undefined && !isMissing(at.levels) && !isRecord(at.levels)) {
			return "the attribute 'levels' of this worker is not an object with levels";
		}
		at = at[key];
		if (isMissing(at)) return undefined;
	}
	return Array.isArray(at)
		? undefined
		: `the attribute ${inQuotes(path.join('.'))} of this worker is not a list of skills`;
}

/** The attributes with the named skills added or removed. Removing a skill removes its level too. */
function withSkills(
	attributes: Record<string, unknown>,
	values: Values,
	how: 'add' | 'remove',
): Record<string, unknown> {
	const path = String(values.skillsAttribute).split('.');
	const names = JSON.parse(String(values.skills)) as string[];
	const parentPath = path.slice(0, -1);
	const key = path[path.length - 1] ?? '';
	const parent = childAt(attributes, parentPath);
	const before = Array.isArray(parent[key]) ? (parent[key] as unknown[]) : [];
	const skills =
		how === 'add'
			? [...before, ...names.filter((name) => !before.includes(name))]
			: before.filter((skill) => !names.includes(String(skill)));
	const levelsBefore = Object.entries(isRecord(parent.levels) ? parent.levels : {});
	const given = how === 'add' && values.level !== undefined ? names.map((name) => [name, values.level] as const) : [];
	// Made from entries, so that a skill may have any name. A new level replaces the old one in its place.
	const levels = Object.fromEntries([
		...levelsBefore.filter(([name]) => how === 'add' || !names.includes(name)),
		...given,
	]);
	const keepsLevels = isRecord(parent.levels) || given.length > 0;
	const next = { ...parent, [key]: skills, ...(keepsLevels && { levels }) };
	// Removing skills from a list that does not exist creates no list.
	return how === 'remove' && !Array.isArray(parent[key]) ? attributes : replaceAt(attributes, parentPath, next);
}

function childAt(value: Record<string, unknown>, path: string[]): Record<string, unknown> {
	return path.reduce<Record<string, unknown>>((at, key) => (isRecord(at[key]) ? at[key] : {}), value);
}

function replaceAt(
	value: Record<string, unknown>,
	path: string[],
	child: Record<string, unknown>,
): Record<string, unknown> {
	const [key, ...rest] = path;
	if (key === undefined) return child;
	return { ...value, [key]: replaceAt(isRecord(value[key]) ? value[key] : {}, rest, child) };
}

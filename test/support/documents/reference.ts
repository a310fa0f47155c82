import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { adapters } from '../../../nodes/AgentState/adapters';
import { agentStateProperties } from '../../../nodes/AgentState/properties';
import { agentStateTriggerProperties } from '../../../nodes/AgentState/trigger/properties';
import { readableAmong } from '../../../nodes/AgentState/trigger/services';
import type { Field, Operation, NodeDefinition } from '../../../nodes/shared/operation/operation';
import { adherenceProperties } from '../../../nodes/ScheduleAdherence/node/adherenceForm';
import { properties as schedule } from '../../../nodes/ShiftSchedule/node/form';

const root = path.resolve(__dirname, '../../..');
export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Each vendor's page and the node it describes: the page of `nodes/Twilio/TaskRouter` is `docs/twilio-taskrouter.md`. */
export const pages: Array<[page: string, definition: NodeDefinition]> = readdirSync(path.join(root, 'nodes'), {
	recursive: true,
	encoding: 'utf8',
})
	.filter((file) => path.basename(file) === 'definition.ts')
	.sort()
	.map((file) => [
		`docs/${path.dirname(file).split(path.sep).join('-').toLowerCase()}.md`,
		definitionIn(path.join(root, 'nodes', file)),
	]);

/** What a `definition.ts` exports, whatever its name. */
function definitionIn(file: string): NodeDefinition {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- Found on disk, before the first test is described.
	const exported = Object.values(require(file) as Record<string, NodeDefinition>);
	const [definition] = exported;
	if (definition === undefined || exported.length > 1) throw new Error(`${file} must export one definition`);
	return definition;
}

/** From here on a page is made from the operations themselves, by `npm run docs`. */
export const MARK = '<!-- Made from the operations by `npm run docs` -->';

/** A page's text with its reference renewed; what people wrote above the mark is kept. */
export const renewed = (page: string, { resources }: NodeDefinition): string =>
	withReference(page, resources.flatMap(sections));

function withReference(page: string, reference: string[]): string {
	const written = textOf(page).split(MARK)[0]?.trimEnd() ?? '';
	return `${written}\n\n${MARK}\n\n${reference.join('\n')}`;
}

const sections = ({ option, operations }: NodeDefinition['resources'][number]): string[] =>
	operations.map((operation) =>
		[
			`## ${option.name}: ${operation.option.name}`,
			'',
			sentence(operation.option.description),
			'',
			'| Field | Sent as | What it is |',
			'|---|---|---|',
			...rows(operation, operation.fields),
			'',
		].join('\n'),
	);

function rows(operation: Operation, fields: Field[], group = ''): string[] {
	return fields.flatMap((field) => {
		if (field.type === 'notice') return [];
		if (field.type === 'collection') {
			const members = (field.options ?? []).filter((option): option is Field => 'type' in option);
			return rows(operation, members, field.displayName);
		}
		const place = group === '' || group === 'Update Fields' ? '' : ` *(${group})*`;
		return [
			`| ${field.displayName}${place} | ${sentAs(operation, field)} | ${meaning(field)} |`,
			...rowFields(field).map((inner) => `| ${nameInRow(field, inner)} |  | ${meaning(inner)} |`),
		];
	});
}

/** The fields of each row that the user can add. */
const rowFields = ({ type, options = [] }: Field): Field[] =>
	type === 'fixedCollection' ? options.flatMap((option) => ('values' in option ? option.values : [])) : [];

const nameInRow = (field: Pick<Field, 'displayName'>, inner: Field) =>
	`${inner.displayName} *(each row of ${field.displayName})*`;

function sentAs(operation: Operation, { name, routing }: Field): string {
	const { property = '', type } = routing?.send ?? {};
	if (property !== '') return type === 'query' ? `query \`${property}\`` : `\`${property}\``;
	const [header] = Object.keys(routing?.request?.headers ?? {});
	if (header !== undefined) return `header \`${header}\``;
	return operation.kind !== 'custom' && operation.request.path.includes(`{${name}}`) ? 'path' : '';
}

function meaning({ description = '', type, options = [] }: Field): string {
	if (type !== 'options' || options.length === 0) return description;
	const names = options.map(({ name }) => name).join(', ');
	return `${sentence(description)} One of: ${names}`;
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** How a form differs in a tool stands on a page of its own. */
const withoutTools = (properties: Field[]): Field[] =>
	properties.filter(({ displayOptions }) => !displayOptions?.show?.['@tool']);

export const AGENT_STATE = 'docs/agent-state.md';

/** Agent State's page: its fields stand once each, with the operations and services for which they are shown. */
export const renewedAgentState = (): string =>
	withReference(AGENT_STATE, [
		'## All fields',
		'',
		'If the columns *Operations* and *Services* are empty, the field applies to all of them.',
		'',
		'| Field | Operations | Services | What it is |',
		'|---|---|---|---|',
		...new Set(
			withoutTools(agentStateProperties(adapters)).flatMap((property) =>
				neutralRows(property, whereOfAgentState),
			),
		),
		'',
	]);

export const AGENT_STATE_TRIGGER = 'docs/agent-state-trigger.md';

/** The page of Agent State Trigger: its fields stand once each, with the services for which they are shown. */
export const renewedAgentStateTrigger = (): string =>
	withReference(AGENT_STATE_TRIGGER, [
		'## All fields',
		'',
		'If the column *Services* is empty, the field applies to all services. n8n adds *Poll Times*.',
		'',
		'| Field | Services | What it is |',
		'|---|---|---|',
		...new Set(
			agentStateTriggerProperties(readableAmong(adapters)).flatMap((property) =>
				neutralRows(property, ({ vendor }) => named(serviceNames, vendor)),
			),
		),
		'',
	]);

export const SHIFT_SCHEDULE = 'docs/shift-schedule.md';

/** Shift Schedule's page: its fields stand once each, with the operations for which they are shown. */
export const renewedShiftSchedule = (): string => withReference(SHIFT_SCHEDULE, fieldsByOperation(schedule));

export const SCHEDULE_ADHERENCE = 'docs/schedule-adherence.md';

/** Schedule Adherence's page: the same. */
export const renewedScheduleAdherence = (): string =>
	withReference(SCHEDULE_ADHERENCE, fieldsByOperation(adherenceProperties));

const fieldsByOperation = (properties: Field[]): string[] => [
	'## All fields',
	'',
	'If the column *Operations* is empty, the field applies to all operations.',
	'',
	'| Field | Operations | What it is |',
	'|---|---|---|',
	...joinedRows(withoutTools(properties)),
	'',
];

/** A field that stands twice in the form, for different operations, is one. */
function joinedRows(properties: Field[]): string[] {
	const names = namesOf(properties);
	const shown = (property: Field): unknown[] => property.displayOptions?.show?.operation ?? [...names.keys()];
	const byName = new Map<string, Field[]>();
	for (const property of properties) byName.set(property.name, [...(byName.get(property.name) ?? []), property]);
	return [...byName.values()].flatMap(([first, ...others]) => {
		const operations = [first, ...others].flatMap((one) => (one ? shown(one) : []));
		return first ? neutralRows(first, () => whereIn(names, new Set(operations))) : [];
	});
}

/** In fewer words where all but one are meant. */
function whereIn(names: Map<unknown, string>, shown: Set<unknown>): string {
	const others = [...names].filter(([value]) => !shown.has(value)).map(([, name]) => name);
	return others.length === 1 ? `all but ${others.join()}` : named(names, [...shown]);
}

type Where = (show: NonNullable<NonNullable<Field['displayOptions']>['show']>) => string;

const whereOfAgentState: Where = (show) =>
	`${named(operationNames, show['/operation'] ?? show.operation)} | ${named(serviceNames, show['/vendor'] ?? show.vendor)}`;

function neutralRows(property: Field, place: Where, outer?: Field): string[] {
	if (property.type === 'notice' || property.name === 'operation') return [];
	if (property.type === 'collection') {
		const members = (property.options ?? []).filter((option): option is Field => 'type' in option);
		return members.flatMap((member) => neutralRows(member, place, property));
	}
	const show = { ...outer?.displayOptions?.show, ...property.displayOptions?.show };
	const where = place(show);
	const inside = outer ? ` *(${outer.displayName})*` : '';
	return [
		`| ${property.displayName}${inside} | ${where} | ${meaning(property)} |`,
		...entryRows(property).map(([name, inner]) => `| ${name} | ${where} | ${meaning(inner)} |`),
	];
}

/** The fields of each entry, with the kind of entry where there are several. */
const entryRows = (property: Field): Array<[name: string, inner: Field]> =>
	(property.type === 'fixedCollection' ? (property.options ?? []) : []).flatMap((option, _, all) => {
		if (!('values' in option)) return [];
		const label = all.length === 1 ? nameInRow : nameInGroup(option.displayName);
		return option.values.flatMap((inner): Array<[string, Field]> =>
			inner.type === 'collection'
				? (inner.options ?? []).flatMap((more) => ('type' in more ? [[label(property, more), more]] : []))
				: [[label(property, inner), inner]],
		);
	});

const nameInGroup = (group: string) => (field: Pick<Field, 'displayName'>, inner: Field) =>
	`${inner.displayName} *(${field.displayName}, ${group})*`;

const namesOf = (properties: Field[]) =>
	new Map<unknown, string>(
		(properties[0]?.options ?? []).flatMap((option) =>
			'value' in option ? [[option.value, option.name] as const] : [],
		),
	);
const operationNames = namesOf(withoutTools(agentStateProperties(adapters)));
const serviceNames = new Map<unknown, string>(adapters.map(({ id, vendor }) => [id, vendor.name] as const));

/** Nothing where all are meant: a field that is shown when each item names its service is shown for any. */
function named(names: Map<unknown, string>, shown: readonly unknown[] | undefined): string {
	const found = (shown ?? []).flatMap((value) => names.get(value) ?? []);
	if (found.length === 0 && shown) return 'From Each Item';
	return found.length === names.size ? '' : found.join(', ');
}

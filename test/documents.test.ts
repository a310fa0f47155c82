import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { adapters } from '../nodes/AgentState/adapters';
import { exceptionKinds } from '../nodes/ScheduleAdherence/model/comparison/kinds';
import { rosterColumns as columns } from '../nodes/ShiftSchedule/model/roster/columns';
import { outcomes } from '../nodes/shared/state/input/row';
import { tables } from '../nodes/shared/state/run/table';
import { readManifest } from '../release/contents';
import { homeOf } from '../release/home';
import { isKnown, knownLabels, labelsOn } from './support/documents/labels';
import { picturesTaken, wordsOfPictures, wordsTaken } from './support/documents/pictures';
import {
	AGENT_STATE,
	AGENT_STATE_TRIGGER,
	pages,
	renewed,
	renewedAgentState,
	renewedAgentStateTrigger,
	renewedScheduleAdherence,
	renewedShiftSchedule,
	SCHEDULE_ADHERENCE,
	SHIFT_SCHEDULE,
	textOf,
} from './support/documents/reference';

it.each(pages)('%s describes every operation and field as they are (npm run docs)', (page, service) => {
	expect(textOf(page)).toBe(renewed(page, service));
});

it('docs/agent-state.md describes every field as it is (npm run docs)', () => {
	expect(textOf(AGENT_STATE)).toBe(renewedAgentState());
});

it('docs/agent-state-trigger.md describes every field as it is (npm run docs)', () => {
	expect(textOf(AGENT_STATE_TRIGGER)).toBe(renewedAgentStateTrigger());
});

it('docs/shift-schedule.md describes every field as it is (npm run docs)', () => {
	expect(textOf(SHIFT_SCHEDULE)).toBe(renewedShiftSchedule());
});

it('docs/schedule-adherence.md describes every field as it is (npm run docs)', () => {
	expect(textOf(SCHEDULE_ADHERENCE)).toBe(renewedScheduleAdherence());
});

it.each(exceptionKinds)('docs/schedule-adherence.md says what the kind %s is', (kind) => {
	expect(textOf(SCHEDULE_ADHERENCE)).toContain(`| \`${kind}\` |`);
});

it('the README names all operations of Schedule Adherence', () => {
	expect(textOf('README.md')).toContain('| Schedule Adherence | **Get Adherence, Get Exceptions, Get Now** |');
});

it.each(columns)('docs/shift-schedule.md says what the column %s means', (column) => {
	expect(textOf(SHIFT_SCHEDULE)).toMatch(new RegExp(`^\\| [^|]*\`${column}\``, 'm'));
});

it('the README names all operations of Shift Schedule', () => {
	expect(textOf('README.md')).toContain(
		'| Shift Schedule | **Check Schedule, Get Changes, Get State Now, Import ICS, Preview Timeline** |',
	);
});

it.each(outcomes)('docs/agent-state.md says what the outcome %s means', (outcome) => {
	expect(textOf(AGENT_STATE)).toContain(`| \`${outcome}\` |`);
});

it.each([...new Set(Object.values(tables).flatMap(({ columns: all }) => all))])(
	'docs/agent-state.md says what the column %s of its rows holds',
	(column) => {
		expect(textOf(AGENT_STATE)).toMatch(new RegExp(`^\\| [^|]*\`${column}\`[^|]* \\|`, 'm'));
	},
);

it.each(adapters)('docs/agent-state.md says what the states of $id are', ({ id, vendor }) => {
	expect(textOf(AGENT_STATE)).toContain(`| ${vendor.name} (\`${id}\`) |`);
});

it('the README names all operations of Agent State', () => {
	expect(textOf('README.md')).toContain(
		'| Agent State | **Compare, Get History, Get State, Restore Previous, Set State** |',
	);
});

it.each(pages.flatMap(([, { resources }]) => resources))('the README names all of $option.name', (resource) => {
	const names = resource.operations.map(({ option }) => option.name).join(', ');
	expect(textOf('README.md')).toContain(`${resource.option.name}: **${names}**`);
});

const decisions = readdirSync(path.resolve(__dirname, '../docs/decisions'))
	.filter((file) => file !== 'README.md')
	.map((file) => `docs/decisions/${file}`);

it.each(decisions)('the index of decisions has %s with its title and status', (file) => {
	const [, number, title, status] = /^# (\d+)\. (.+)\n\nStatus: (.+)\n/.exec(textOf(file)) ?? [];
	const name = path.basename(file);
	expect(name.slice(0, 4)).toBe(number?.padStart(4, '0'));
	expect(textOf('docs/decisions/README.md')).toContain(`| [${name.slice(0, 4)}](${name}) | ${title} | ${status} |`);
});

const linked = [
	...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'workflows/README.md', 'docs/decisions/README.md', ...decisions],
	...readdirSync(path.resolve(__dirname, '../docs'))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];

/** The names by which links reach the headings of a page, as GitHub makes them. */
const anchorsOf = (page: string): string[] =>
	[...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);

it.each(linked)('%s links only to files and headings that exist', (page) => {
	const links = [...textOf(page).matchAll(/(?:\]\(|src=")(?!https?:)([^)"#]*)(?:#([^)"]*))?/g)];
	const missing = links.filter(([, file = '', anchor]) => {
		const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
		if (!existsSync(path.resolve(__dirname, '..', target))) return true;
		return anchor !== undefined && !anchorsOf(target).includes(anchor);
	});
	expect(missing.map(([link]) => link)).toEqual([]);
});

describe('the links of nodes and credentials', () => {
	const { web } = homeOf(readManifest(path.resolve(__dirname, '..')));
	/** Except those to n8n's page about expressions, as n8n's own nodes have them. */
	const LINK = /(?:"url": "|documentationUrl = '|href=")(?!https:\/\/docs\.n8n\.io\/)([^"']+)/g;
	const linking = ['nodes', 'credentials']
		.flatMap((folder) =>
			readdirSync(path.resolve(__dirname, '..', folder), { recursive: true, encoding: 'utf8' }).map(
				(file) => `${folder}/${file.replaceAll('\\', '/')}`,
			),
		)
		.filter((file) => /\.(?:ts|json)$/.test(file))
		.map((file): [string, string[]] => [file, [...textOf(file).matchAll(LINK)].map(([, url = '']) => url)])
		.filter(([, urls]) => urls.length > 0);

	it('are those of every node and credential, at least', () => {
		const files = linking.map(([file]) => file);
		expect(files.filter((file) => file.endsWith('.node.json'))).toHaveLength(10);
		expect(files.filter((file) => file.endsWith('.credentials.ts'))).toHaveLength(3);
	});

	it.each(linking)('in %s lead to pages of the pack and to headings that exist', (_file, urls) => {
		for (const url of urls) {
			expect(url.startsWith(web)).toBe(true);
			const [place = '', anchor] = url.slice(web.length).split('#');
			const page = place === '' ? 'README.md' : place.replace('/blob/main/', '');
			expect(existsSync(path.resolve(__dirname, '..', page))).toBe(true);
			if (anchor !== undefined) expect(anchorsOf(page)).toContain(anchor);
		}
	});
});

describe('labels', () => {
	const known = knownLabels();

	it.each(['docs/tasks.md', 'docs/recipes.md', 'docs/troubleshooting.md'])(
		'%s calls fields, options and buttons as the screen does',
		(page) => {
			const labels = labelsOn(page);
			expect(labels.length).toBeGreaterThan(3);
			expect(labels.filter((label) => !isKnown(label, known))).toEqual([]);
		},
	);
});

const wordsToday = wordsOfPictures();

it.each(picturesTaken())('docs/images/%s.png shows the words of today (npm run screenshots)', async (picture) => {
	expect(wordsTaken()[picture]).toEqual((await wordsToday)[picture]);
});

it('npm run screenshots takes all pictures of the editor, and no page misses one', async () => {
	expect(Object.keys(await wordsToday).sort()).toEqual(picturesTaken());
});
